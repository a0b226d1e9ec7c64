package org.suanwang.kubernetes.rule;

/**
 * One thing wrong with one object.
 *
 * @param subject kind and name of the object, and the container where there is one
 * @param message what is wrong, in a sentence
 */
public record Finding(String subject, String message) {

  @Override
  public String toString() {
    return subject + ": " + message;
  }
}
