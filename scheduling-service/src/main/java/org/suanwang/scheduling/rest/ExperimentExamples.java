package org.suanwang.scheduling.rest;

import java.util.Map;

/** Example bodies and answers of experiments and of the difference of two runs. */
final class ExperimentExamples {
  static final String EXPERIMENT =
      """
      {"name":"who-passes-the-head","policies":["fifo-first-fit",
        {"order":"fifo","discipline":"easy","score":"best-fit","depth":100}],
       "workloads":["workload-91f0b6d3c4aa"],"fleets":["fleet-5c0e8f6b1d2a"],
       "seedRange":{"first":1,"count":30},
       "settings":{"commissionRate":0.08,"onNeverFits":"REFUSE"}}""";

  private static final String ABOUT =
      """
      "runs":60,"policies":["fifo-first-fit","fifo-easy-best-fit;depth=100"],
      "workloads":["workload-91f0b6d3c4aa"],"fleets":["fleet-5c0e8f6b1d2a"],"seeds":[1,2,3],
      "createdAt":"2026-11-23T08:00:00Z",""";

  static final String QUEUED =
      """
      {"id":"experiment-0c51d7a9e2f4","name":"who-passes-the-head","state":"QUEUED","""
          + ABOUT
          + """
      "progress":{"state":"QUEUED","fraction":0.0,
        "states":{"QUEUED":60,"RUNNING":0,"COMPLETED":0,"CANCELLED":0,"FAILED":0},
        "events":0,"eventsPerSecond":0.0,"etaSeconds":null},"startedAt":null,"finishedAt":null}""";

  static final String RUNNING =
      """
      {"id":"experiment-0c51d7a9e2f4","name":"who-passes-the-head","state":"RUNNING","""
          + ABOUT
          + """
      "progress":{"state":"RUNNING","fraction":0.26,
        "states":{"QUEUED":43,"RUNNING":2,"COMPLETED":15,"CANCELLED":0,"FAILED":0},
        "events":93120,"eventsPerSecond":410022.0,"etaSeconds":11.0},
      "startedAt":"2026-11-23T08:00:01Z","finishedAt":null}""";

  static final String CANCELLED =
      """
      {"id":"experiment-0c51d7a9e2f4","name":"who-passes-the-head","state":"CANCELLED","""
          + ABOUT
          + """
      "progress":{"state":"CANCELLED","fraction":1.0,
        "states":{"QUEUED":0,"RUNNING":0,"COMPLETED":15,"CANCELLED":45,"FAILED":0},
        "events":93120,"eventsPerSecond":0.0,"etaSeconds":null},
      "startedAt":"2026-11-23T08:00:01Z","finishedAt":"2026-11-23T08:00:09Z"}""";

  static final String RESULTS =
      """
      {"id":"experiment-0c51d7a9e2f4","state":"COMPLETED","notes":[],
       "metrics":{"waitSecondsMean":{"unit":"s","moreIsBetter":false}},
       "policies":[{"policy":"fifo-first-fit","runs":30,"runsCompleted":30,"means":{
         "waitSecondsMean":{"seeds":30,"mean":812.4,"standardDeviation":95.1,"low":776.9,
                            "high":847.9,"withheldBecause":null}}}],
       "comparisons":[{"policy":"fifo-easy-best-fit;depth=100","baseline":"fifo-first-fit",
         "pairs":30,"pairsWithUnequalCompletions":0,"differences":{
          "waitSecondsMean":{"difference":{"seeds":30,"mean":-400.2,"standardDeviation":61.0,
             "low":-423.0,"high":-377.4,"withheldBecause":null},
           "relative":-0.4926,"wins":30,"ties":0,"losses":0}}}],
       "runs":{"items":[{"number":0,"simulation":"simulation-3f2a9d7c1b40",
         "workload":"workload-91f0b6d3c4aa","fleet":"fleet-5c0e8f6b1d2a","seed":1,
         "policy":"fifo-first-fit","state":"COMPLETED","failure":null,"jobs":2001,
         "jobsCompleted":2001,
         "eventLogHash":"591785b794601e212b260e25925636fd591785b794601e212b260e25925636fd",
         "values":{"waitSecondsMean":803.2}}],"nextCursor":"1"}}""";

  static final String TABLE =
      """
      number,simulation,workload,fleet,seed,policy,state,failure,jobs,jobsCompleted,eventLogHash,waitSecondsMean
      0,simulation-3f2a9d7c1b40,workload-91f0b6d3c4aa,fleet-5c0e8f6b1d2a,1,fifo-first-fit,COMPLETED,,2001,2001,591785b7,803.2
      """;

  /** Answers that are pages or streams, by operation. */
  static final Map<String, String> ANSWERS =
      Map.of(
          "deleteSimulation",
          "{" + AnswerExamples.CANCELLED + "}",
          "deleteExperiment",
          CANCELLED,
          "listExperiments",
          "{\"items\":[" + RUNNING + "],\"nextCursor\":\"1\"}",
          "streamExperimentProgress",
          """
          {"state":"RUNNING","fraction":0.26,
           "states":{"QUEUED":43,"RUNNING":2,"COMPLETED":15,"CANCELLED":0,"FAILED":0},
           "events":93120,"eventsPerSecond":410022.0,"etaSeconds":11.0}""");

  private ExperimentExamples() {}
}
