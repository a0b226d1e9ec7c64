package org.suanwang.scheduling.rest;

/** Example bodies of the API's description; a test sends the requests among them. */
final class Examples {
  static final String FLEET =
      """
      {"name":"two-hubs",
       "hubs":[
        {"id":"jing-jin-ji","name":"京津冀","pue":1.25,
         "pools":[{"deviceType":"huawei-ascend-910","nodes":400,"devicesPerNode":8,
                   "cpuMilliPerNode":192000,"memoryMibPerNode":1572864,
                   "price":{"value":9.5,"unit":"CNY/(device.h)",
                            "rationale":"example; not a market observation"}}]},
        {"id":"yangtze-delta","name":"长三角",
         "pueByHour":[1.2,1.2,1.2,1.2,1.2,1.2,1.2,1.22,1.24,1.26,1.28,1.3,
                      1.32,1.33,1.34,1.34,1.33,1.31,1.28,1.26,1.24,1.22,1.2,1.2],
         "tariff":{"value":[0.32,0.32,0.32,0.32,0.32,0.32,0.32,0.32,0.75,0.75,0.75,0.75,
                            0.32,0.32,0.75,0.75,0.75,0.75,1.2,1.2,1.2,0.75,0.32,0.32],
                   "unit":"CNY/(kW.h)","rationale":"example; not a market observation"},
         "carbonGramsPerKilowattHour":580,"greenShare":0.3,"timeZone":"Asia/Shanghai",
         "pools":[{"deviceType":"huawei-ascend-910","nodes":200,"devicesPerNode":8}]}],
       "deviceTypes":[{"id":"huawei-ascend-910","fp16DenseTflops":256,"powerWatts":310,
                       "idlePowerWatts":65}],
       "links":[{"from":"jing-jin-ji","to":"yangtze-delta","roundTripMillis":28,
                 "gigabitsPerSecond":100,
                 "price":{"value":0.02,"unit":"CNY/GB",
                          "rationale":"example; not a market observation"}}]}""";

  static final String FLEET_RESPONSE =
      """
      {"id":"fleet-5c0e8f6b1d2a","name":"two-hubs",
       "hubs":[{"id":"jing-jin-ji","name":"京津冀","pue":1.25,"devices":3200,
                "pools":[{"deviceType":"huawei-ascend-910","nodes":400,"devicesPerNode":8,
                          "cpuMilliPerNode":192000,"memoryMibPerNode":1572864,
                          "price":{"value":9.5,"unit":"CNY/(device.h)",
                                   "rationale":"example; not a market observation"}}],
                "energy":{"timeZone":"Asia/Shanghai","pueByHour":[],"tariff":null,
                          "carbonGramsPerKilowattHour":[],"greenShare":[]}}],
       "nodes":600,"devices":4800,
       "deviceTypes":[{"id":"huawei-ascend-910","fp16DenseTflops":256,"powerWatts":310,
                       "source":"request","devices":4800,"idlePowerWatts":65}],
       "catalogVersion":null,
       "throughput":{"value":1.2288,"unit":"EFLOP/s"},
       "typesWithoutThroughput":[],
       "links":[{"from":"jing-jin-ji","to":"yangtze-delta","roundTripMillis":28.0,
                 "gigabitsPerSecond":100,
                 "price":{"value":0.02,"unit":"CNY/GB",
                          "rationale":"example; not a market observation"}}],
       "createdAt":"2026-11-23T08:00:00Z"}""";

  static final String WORKLOAD =
      """
      {"name":"one-company-and-others",
       "jobs":[{"id":"company-01-training","class":"foundation-model-training",
                "region":"jing-jin-ji","device":"huawei-ascend-910","devices":2400,
                "durationHours":2160,"submitAt":"2025-01-01T00:00:00Z",
                "latency":{"from":"yangtze-delta","roundTripMillisMax":50},
                "data":{"id":"corpus","hub":"jing-jin-ji","gigabytes":800,
                        "residency":["yangtze-delta"]}}],
       "background":{"seed":42,"jobs":2000,"start":"2025-01-01T00:00:00Z","days":120}}""";

  static final String WORKLOAD_RESPONSE =
      """
      {"id":"workload-91f0b6d3c4aa","name":"one-company-and-others",
       "epoch":"2025-01-01T00:00:00Z","jobs":2001,"namedJobs":1,"backgroundJobs":2000,
       "namedDeviceHours":{"value":5184000.0,"unit":"device.h"},
       "createdAt":"2026-11-23T08:00:00Z"}""";

  static final String UPLOAD =
      """
      {"id":"upload-5a3c9e7d1f20","offset":0,"length":1073741824,"complete":false,
       "expiresAt":"2026-11-24T08:00:00Z"}""";

  static final String SIMULATION =
      """
      {"fleet":"fleet-5c0e8f6b1d2a","workload":"workload-91f0b6d3c4aa",
       "policy":"fifo-best-fit","seed":42,"commissionRate":0.08}""";

  static final String SIMULATION_QUEUED =
      """
      {"id":"simulation-3f2a9d7c1b40","state":"QUEUED","fleet":"fleet-5c0e8f6b1d2a",
       "workload":"workload-91f0b6d3c4aa","policy":"fifo-best-fit","seed":42,
       "horizonSeconds":null,
       "progress":{"state":"QUEUED","fraction":0.0,"simulatedTime":"2025-01-01T00:00:00Z",
                   "events":0,"eventsPerSecond":0.0,"etaSeconds":null},
       "result":null,"failure":null,"createdAt":"2026-11-23T08:00:00Z",
       "startedAt":null,"finishedAt":null}""";

  static final String SIMULATION_COMPLETED =
      """
      {"id":"simulation-3f2a9d7c1b40","state":"COMPLETED","fleet":"fleet-5c0e8f6b1d2a",
       "workload":"workload-91f0b6d3c4aa","policy":"fifo-best-fit","seed":42,
       "horizonSeconds":null,
       "progress":{"state":"COMPLETED","fraction":1.0,"simulatedTime":"2025-05-07T09:12:40Z",
                   "events":6010,"eventsPerSecond":250000.0,"etaSeconds":null},
       "result":{
        "metrics":{"jobs":2001,"jobsCompleted":2001,"jobsRunning":0,"jobsWaiting":0,
                   "jobsRejected":0,"jobsNotSubmitted":0,"jobsKilled":0,
                   "preemptions":0,"lostDeviceHours":{"value":0.0,"unit":"device.h"},
                   "jobsFailed":0,"jobFailures":0,
                   "downDeviceHours":{"value":0.0,"unit":"device.h"},
                   "jobsCrashed":0,"jobsStopped":0,"jobsCancelled":0,"jobsTimedOut":0,
                   "utilisation":0.38,"allocation":0.38,"allocationForWork":0.38,
                   "efficiency":1.0,"windowSeconds":10919560,"makespanSeconds":10919560,
                   "waitSecondsMean":0.0,"waitSecondsP50":0,"waitSecondsP95":0,
                   "waitSecondsP99":0,"waitSecondsMax":0,"completionSecondsMean":60000.0,
                   "completionSecondsP50":14000,"completionSecondsP95":360000,
                   "completionSecondsP99":560000,"boundedSlowdownMean":1.0,
                   "fragmentationAtEnd":0.0,
                   "energy":{"energy":{"value":2000000.0,"unit":"kW.h"},
                             "typesWithoutPower":[],"hubsWithoutPue":["yangtze-delta"]},
                   "hubs":[],"deviceTypes":[]},
        "waitReasons":{},
        "settlement":{"settledAmount":{"value":49300000,"unit":"CNY"},
                      "fee":{"value":3944000,"unit":"CNY"},"commissionRate":0.08,
                      "dataCost":{"value":0,"unit":"CNY"},"entries":2001,"balances":[],"ledgerHash":"b1946ac92492d2347c6235b4d2611184b1946ac92492d2347c6235b4d2611184"},
        "bounds":{"makespanSecondsMin":10919560,"makespanBinding":"longest-job",
                  "allocationMax":0.38,"completionSecondsMeanMin":60000.0,
                  "withheldBecause":null},
        "gaps":{"makespan":0.0,"completionSecondsMean":0.0,"allocation":0.0},
        "eventLogHash":"591785b794601e212b260e25925636fd591785b794601e212b260e25925636fd",
        "events":6010,"periodDays":126.38,"rulesVersion":"suanwang-simulation-8",
        "assumptions":["no efficiency was stated: utilisation is allocation"],
        "energyUse":{"energy":{"value":2300000.0,"unit":"kW.h"},
                     "allocated":{"value":2000000.0,"unit":"kW.h"},
                     "idle":{"value":300000.0,"unit":"kW.h"},
                     "ofDevices":{"value":1850000.0,"unit":"kW.h"},
                     "cost":{"value":138000.0,"unit":"CNY"},
                     "carbon":{"value":116000.0,"unit":"kg"},
                     "green":{"value":60000.0,"unit":"kW.h"},
                     "hubs":[],"typesWithoutPower":[],"typesWithoutIdlePower":[],
                     "hubsWithoutPue":[],"hubsWithoutTariff":["jing-jin-ji"],
                     "hubsWithoutCarbon":["jing-jin-ji"],
                     "hubsWithoutGreenShare":["jing-jin-ji"]}},
       "failure":null,"createdAt":"2026-11-23T08:00:00Z",
       "startedAt":"2026-11-23T08:00:01Z","finishedAt":"2026-11-23T08:00:02Z"}""";

  static final String POLICIES =
      """
      {"items":[{"name":"fifo-first-fit",
                 "description":"In order of submission, strict head of line; the first node that fits.",
                "fairness":"none","order":"fifo","discipline":"strict","preemption":"none","filters":["fits-node"],
                "score":"first-fit","tieBreak":null,"id":null,"parts":null,"createdAt":null}],
       "nextCursor":null}""";

  static final String POLICY =
      """
      {"name":"our-backfill",
       "parts":{"order":"sjf","discipline":"easy","score":"best-fit","depth":50,
                "filters":[{"name":"hubs","values":["jing-jin-ji"]}]}}""";

  static final String POLICY_RESPONSE =
      """
      {"name":"our-backfill",
       "description":"Shortest estimate first, backfilled; the node that is left with least.",
      "fairness":"none","order":"sjf","discipline":"easy","preemption":"none","filters":["fits-node","hubs"],
      "score":"best-fit","tieBreak":null,"id":"policy-5c0e8f6b1d2a",
      "parts":{"fairness":"none","order":"sjf","discipline":"easy","preemption":"none",
               "score":"best-fit","depth":50,"minRunSeconds":null,"halfLifeSeconds":null,"deferral":"none",
               "shareSecondsMin":null,"roundSeconds":null,"levelsDeviceSeconds":null,
               "filters":[{"name":"hubs","values":["jing-jin-ji"]}],"tieBreak":null},
       "createdAt":"2026-11-30T08:00:00Z"}""";

  static final String OPENB_NODES =
      """
      sn,cpu_milli,memory_mib,gpu,model
      node-0,64000,262144,2,P100
      node-1,96000,393216,8,G2
      """;

  static final String OPENB_PODS =
      """
      name,cpu_milli,memory_mib,num_gpu,gpu_milli,gpu_spec,qos,pod_phase,creation_time,deletion_time,scheduled_time
      pod-0,12000,16384,1,1000,,LS,Succeeded,0,3600,10
      pod-1,6000,12288,1,460,P100|G2,BE,Succeeded,60,7200,70
      """;

  private Examples() {}
}
