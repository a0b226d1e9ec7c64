package org.suanwang.scheduling.explanation;

/** Why a node does not take a task of a job, from the coarsest to the finest ground. */
public enum NodeRefusal {
  /** Its devices are of no type the job may run on. */
  OTHER_DEVICE_TYPE("its devices are of no type the job may run on"),
  /** It is not in the region the job must run in. */
  OTHER_REGION("it is not in the region the job must run in"),
  /** It is too far from where the job is used, or nobody told how far. */
  TOO_FAR("it is too far from where the job is used, or nobody told how far"),
  /** The data of the job has no link to its hub, or must not be there. */
  DATA_OUT_OF_REACH("the data of the job has no link to its hub, or must not be there"),
  /** It is out of use. */
  OUT_OF_USE("it has failed, or is maintained"),
  /** It has less free device capacity than a task needs. */
  INSUFFICIENT_DEVICES("less is free on its devices than a task needs"),
  /** It has the capacity free, but not in pieces as large as a task needs. */
  FRAGMENTED_DEVICES("enough is free on its devices, but in pieces too small for a task"),
  /** It has the compute of a share free on some device, but not the device memory. */
  INSUFFICIENT_DEVICE_MEMORY("devices with room for a share lack device memory"),
  /** It has the devices, but not the CPU. */
  INSUFFICIENT_CPU("it has the devices free, but too little CPU"),
  /** It has the devices and the CPU, but not the memory. */
  INSUFFICIENT_MEMORY("it has devices and CPU free, but too little memory"),
  /** It has all that a task needs, and takes no new jobs, or none so long, before maintenance. */
  DRAINING("it takes no new jobs, or none so long, before maintenance"),
  /** It has all that a task needs, and is kept for another tenant. */
  KEPT_FOR_OTHERS("it is, or is soon, kept for another tenant"),
  /** It has all that a task needs, and is kept for the reservation of another job. */
  RESERVED_FOR_JOBS("it is kept for a job that has a reservation there before this one would end"),
  /** It has all that a task needs, and the policy refuses it. */
  REFUSED_BY_FILTER("it has all that a task needs, and another filter refuses it"),
  /** It has all that a task needs, but its hub does not hold the data of the job, or not yet. */
  DATA_ELSEWHERE("it has all that a task needs, but not the data of the job, or not yet");

  private final String meaning;

  NodeRefusal(String meaning) {
    this.meaning = meaning;
  }

  /** The refusal in words. */
  public String meaning() {
    return meaning;
  }
}
