package org.suanwang.scheduling.inference;

/** The sizes beyond which a description of inference is refused. */
public final class InferenceLimits {
  /** Inference services of one workload. */
  public static final int SERVICES_MAX = 100;

  /** Classes of requests of one service. */
  public static final int CLASSES_MAX = 50;

  /** Steps of time of one service. */
  public static final int STEPS_MAX = 100_000;

  /** Steps of one rate of arrival. */
  public static final int RATE_STEPS_MAX = 100_000;

  /** Replicas of one service, and of one run request by request. */
  public static final int REPLICAS_MAX = 10_000;

  /** Sequences that one replica writes at once. */
  public static final int SEQUENCES_MAX = 100_000;

  /** Tokens that one replica keeps the keys and values of. */
  public static final long CACHE_TOKENS_MAX = 1_000_000_000_000L;

  /** Measured rows of one replica. */
  public static final int ROWS_MAX = 10_000;

  /** Requests of one class that arrive in a second, on average. */
  public static final double PER_SECOND_MAX = 1e9;

  /** Time of one iteration, and the objectives, seconds. */
  public static final double LATENCY_SECONDS_MAX = 1e6;

  private InferenceLimits() {}
}
