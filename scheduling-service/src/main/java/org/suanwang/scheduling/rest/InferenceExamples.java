package org.suanwang.scheduling.rest;

/** Example bodies of inference; a test sends the requests among them. */
final class InferenceExamples {
  static final String WORKLOAD =
      """
      {"name":"chat-for-a-day","epoch":"2025-01-01T00:00:00Z",
       "services":[{"name":"chat","model":"llama2-70b","durationSeconds":86400,"stepSeconds":300,
         "patienceSeconds":60,"region":"jing-jin-ji","priority":10,
         "replica":{"deviceType":"huawei-ascend-910","devicesPerTask":8,"sequencesMax":64,
           "roofline":{"parameters":70e9,"cacheBytesPerToken":327680,"peakTflops":256,
                       "bandwidthGigabytesPerSecond":1200,"memoryGigabytes":32,
                       "flopEfficiency":0.5,"bandwidthEfficiency":0.6}},
         "scaling":{"replicasMin":2,"replicasMax":40,"targetUtilisation":0.6,"startSeconds":120},
         "classes":[{"name":"conversation",
           "promptTokens":{"mean":1155,"cv":1.0},"answerTokens":{"mean":211,"cv":0.8},
           "rate":{"hourly":[4,3,2,2,2,3,5,9,14,18,20,20,18,18,19,20,19,17,15,14,12,10,8,6]},
           "objectives":{"ttftSeconds":2,"tpotSeconds":0.2,"share":0.95}}]}]}""";

  static final String REQUESTS =
      """
      {"classes":[{"name":"conversation",
         "promptTokens":{"mean":1155,"cv":1.0},"answerTokens":{"mean":211,"cv":0.8},
         "rate":{"perSecond":5},"objectives":{"ttftSeconds":2,"tpotSeconds":0.1}}],
       "durationSeconds":600,"seed":42,
       "replica":{"sequencesMax":64,"batchTokensMax":2048,"cacheTokens":400000,
         "measured":{"source":"example; not a measurement","rows":[
           {"promptTokens":512,"batchSize":1,"promptSeconds":0.05,"tokenSeconds":0.03},
           {"promptTokens":4096,"batchSize":1,"promptSeconds":0.4,"tokenSeconds":0.03},
           {"promptTokens":512,"batchSize":64,"promptSeconds":3.0,"tokenSeconds":0.05}]}},
       "replicas":[1,2,4],"router":"LEAST_OUTSTANDING",
       "objectives":{"ttftSeconds":2,"tpotSeconds":0.1,"share":0.99}}""";

  static final String REQUESTS_ANSWER =
      """
      {"router":"LEAST_OUTSTANDING",
       "objectives":{"ttftSeconds":2.0,"tpotSeconds":0.1,"share":0.99},
       "performanceAssumed":false,"performanceBasis":"example; not a measurement",
       "rulesVersion":"suanwang-serving-1",
       "runs":[{"replicas":2,"result":{"requests":2995,"served":2995,"rejected":0,
         "seconds":618.378870621,
         "ttft":{"mean":0.17629387563606008,"p50":0.11722462,"p90":0.43597591,
                 "p99":0.650780229,"max":1.073056994},
         "tpot":{"mean":0.05486282937317598,"p50":0.05423491395384616,"p90":0.063520181688,
                 "p99":0.07866277185714285,"max":0.117613578},
         "endToEnd":{"mean":11.322135180314858,"p50":8.549110003,"p90":23.571112501,
                     "p99":40.436239827,"max":42.271745698},
         "ttftShare":1.0,"tpotShare":0.9979966611018364,"attainment":0.9979966611018364,
         "requestsPerSecond":4.843309081683701,"goodputPerSecond":4.833606292204535,
         "promptTokens":3473125,"answerTokens":613778,"tokensPerSecond":6609.059905128669,
         "outstandingMean":54.83660014286948,"busyShare":0.9992826445637534,
         "hash":"a14bd9e2ca7597bebbf2289b1d7d9da612d596358ca6274c2fd85f58e0e4d3c9"}}]}""";

  private InferenceExamples() {}
}
