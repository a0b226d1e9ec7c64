package org.suanwang.scheduling.rest;

import java.util.Map;

/** Examples of tables, of differences and of explained decisions. */
final class DetailExamples {
  /** Bytes cannot be shown. */
  static final String STREAM = "(an Arrow IPC stream: a schema, then batches of rows)";

  /** By operation. */
  static final Map<String, String> TABLES =
      Map.of(
          "listQueues",
          """
          path,parent,weight,fairShare,because,deviceHours,shareOfUse,allocation,jobs,jobsCompleted,jobsWaiting,jobsRejected,preemptions,waitSecondsMean,jobsKeptByQuotas
          research,,3.0,0.75,weight 3.0 of 4.0 at the top,5184000.0,0.9,0.7,1,1,0,0,0,0.0,0
          """,
          "getTimeSeries",
          """
          time,fromSeconds,toSeconds,devicesAllocated,allocation,jobsRunning,jobsWaiting,powerKilowatts,energyCostCnyPerHour,fragmentDevices,fragmentShareOfFree
          2025-01-01T00:00:00Z,0,45454,2404.2478626743523,0.7513274570857351,3.3275179302151625,0.0,931.646,,12.5,0.0157
          """,
          "listJobs",
          """
          id,class,tenant,state,devices,submitSeconds,startSeconds,endSeconds,waitSeconds,hub,deviceType,waitReason,shortTasks,quotaOf,preemptions,failures,resizes,deadlineSeconds,dataSentTo,stagingSeconds
          company-01-training,job,default,COMPLETED,2400.0,0,0,7776000,0,jing-jin-ji,huawei-ascend-910,,,,0,0,0,,,
          """,
          "listEvents",
          """
          sequence,timeSeconds,kind,job,hub,deviceType,nodes,devices,firstDevices,reason,shortTasks,quotaOf
          0,0,SUBMITTED,company-01-training,,,,,,,,
          1,0,STARTED,company-01-training,jing-jin-ji,huawei-ascend-910,300,2400,0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15,,,
          """,
          "listLedger",
          """
          number,timeSeconds,job,meteredDeviceHours,account,amountCny,previousHash,hash
          1,7776000,company-01-training,5184000.0,customer/job,49248000,0000000000000000000000000000000000000000000000000000000000000000,5a571faf6d0fa5d4b85e16ede761ceaff340a8c71f8395905b9c50d268652eb8
          """);

  private static final String FATE =
      """
      {"state":"COMPLETED","startSeconds":%s,"endSeconds":%s,"waitSeconds":%s,"hub":"h",
       "deviceType":"d","waitReason":%s,"preemptions":0,"failures":0,"passedBy":0,
       "passedOthers":%s}""";

  private static final String RUN =
      """
      {"id":"%s","fleet":"fleet-2216e1a11a5b","policy":"%s","seed":42,"windowSeconds":%s,
       "events":13,"eventLogHash":"%s"}""";

  /** By operation. */
  static final Map<String, String> ANSWERS =
      Map.of(
          "listQueues",
          """
          {"items":[{"path":"research","parent":null,"weight":3.0,"fairShare":0.75,
            "because":"weight 3.0 of 4.0 at the top",
            "deviceHours":{"value":5184000.0,"unit":"device.h"},"shareOfUse":0.9,"allocation":0.7,
            "jobs":1,"jobsCompleted":1,"jobsWaiting":0,"jobsRejected":0,"preemptions":0,
            "waitSecondsMean":0.0,"jobsKeptByQuotas":0,
            "quotas":[{"deviceType":null,"nominal":64.0,"borrowingLimit":32.0,"lendingLimit":null,
             "borrowedSeconds":600,"borrowedDeviceHours":{"value":12.5,"unit":"device.h"}}]}],
           "nextCursor":"1"}""",
          "diffSimulations",
          """
          {"base":%s,"other":%s,"jobs":4,"jobsMoved":1,
           "causes":[{"cause":"BACKFILLED",
             "meaning":"where it started earlier, it passed jobs whose turn came before its own",
             "jobs":1,"earlier":1,"later":0,"moveSeconds":108}],
           "metrics":{"waitSecondsMean":{"unit":"s","moreIsBetter":false,"base":78.5,
             "other":51.5,"difference":-27.0}},
           "firstDivergence":{"sequence":5,"base":null,
             "other":{"sequence":5,"timeSeconds":2,"kind":"STARTED","job":"small","hub":"h",
              "deviceType":"d","nodes":1,"devices":1,"firstDevices":[3],"reason":null,
              "shortTasks":null,"queue":null}},
           "moves":{"items":[{"job":"small","class":"job","devices":1.0,"submitSeconds":2,
             "cause":"BACKFILLED","moveSeconds":108,"base":%s,"other":%s,
             "difference":{"startSeconds":-108,"endSeconds":-108,"waitSeconds":-108,
              "preemptions":0,"failures":0}}],"nextCursor":null}}"""
              .formatted(
                  RUN.formatted("simulation-977bb4d99045", "fifo-first-fit", "610", "1".repeat(64)),
                  RUN.formatted(
                      "simulation-1c2be5d0a3f7", "fifo-easy-first-fit", "610", "2".repeat(64)),
                  FATE.formatted("110", "120", "108", "\"WAITING_BEHIND_HEAD\"", "false"),
                  FATE.formatted("2", "12", "0", "null", "true")),
          "explainDecisions",
          """
          {"simulation":"simulation-977bb4d99045","policy":"fifo-best-fit",
           "job":{"id":"wide","class":"job","state":"COMPLETED","devices":12.0,"submitSeconds":0,
             "startSeconds":36000,"endSeconds":39600,"waitSeconds":36000,"hub":"h",
             "deviceType":"d","waitReason":{"reason":"INSUFFICIENT_DEVICES",
              "meaning":"no hub has enough free devices","shortTasks":1},
             "preemptions":0,"failures":0},
           "decisions":{"items":[{"timeSeconds":36000,"sequence":7,
             "queue":{"ahead":0,"firstAhead":[],"behind":1},
             "nodes":{"filters":["fits-node"],"refused":[],
              "hubs":[{"hub":"h","deviceType":"d","nodes":4,"nodesThatFit":4,"tasksThatFit":4}]},
             "start":{"hub":"h","deviceType":"d","devices":4,
              "chosen":[{"rank":1,"node":0,"hub":"h","deviceType":"d","score":1071693313,
               "parts":[{"name":"free-device-capacity","value":4000.0,
                 "meaning":"thousandths of a device free"},
                {"name":"free-cpu","value":511.0,"meaning":"511ths of the node's CPU free"}],
               "freeDevices":4,"freeMilli":4000,"tasksThatFit":1}],
              "nodesChosen":1,
              "runnersUp":[{"rank":2,"node":1,"hub":"h","deviceType":"d","score":1071693313,
               "parts":[],"freeDevices":4,"freeMilli":4000,"tasksThatFit":1}],
              "candidates":4,"freedBy":[{"job":"first","kind":"FINISHED"}]},
             "waiting":null}],"nextCursor":null}}""");

  private static final String LABELS =
      """
      {"__name__":"suanwang_simulation_allocation_ratio","fleet":"fleet-2216e1a11a5b",
       "policy":"fifo-best-fit","simulation":"simulation-977bb4d99045",
       "workload":"workload-4b0bea1ae57b"}""";

  /** Of the answers in the form of Prometheus, by operation. */
  static final Map<String, String> FOR_DASHBOARDS =
      Map.of(
          "queryRange",
          """
          {"status":"success","data":{"resultType":"matrix","result":[
           {"metric":%s,"values":[[1735689600,"0.7513274570857351"]]}]}}"""
              .formatted(LABELS),
          "queryInstant",
          """
          {"status":"success","data":{"resultType":"vector","result":[
           {"metric":%s,"value":[1735689600,"0.7513274570857351"]}]}}"""
              .formatted(LABELS),
          "listSeriesLabels",
          """
          {"status":"success","data":["__name__","fleet","policy","simulation","workload"]}""",
          "listSeriesLabelValues",
          """
          {"status":"success","data":["simulation-977bb4d99045"]}""",
          "listSeries",
          """
          {"status":"success","data":[%s]}"""
              .formatted(LABELS));

  private DetailExamples() {}
}
