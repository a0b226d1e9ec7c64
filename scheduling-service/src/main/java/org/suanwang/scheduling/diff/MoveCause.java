package org.suanwang.scheduling.diff;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.metrics.JobState;

/** Why a job is elsewhere, or at another time, in one of two runs. The first that holds is told. */
public enum MoveCause {
  /** It could never have started in one of them. */
  REFUSED("one of the runs rejected it: it could never have started there"),
  /** Up to the end of the shorter run they are alike. */
  OTHER_WINDOW("the runs do not differ until the shorter of them ended at its horizon"),
  /** What it held failed more often in one of them. */
  FAILED("what it held failed more often in one of the runs"),
  /** It had to give way more often in one of them. */
  PREEMPTED("it had to give way more often in one of the runs"),
  /** It was cut off at its estimate in one of them. */
  KILLED("one of the runs cut it off when it had run as long as its estimate said"),
  /** It left in one of them before it came to its end. */
  LEFT("in one of the runs it was cancelled, or had not started by its timeout"),
  /** It ran on devices of another type. */
  OTHER_DEVICE_TYPE("it ran on another device type"),
  /** Where it started later, more jobs whose turn came later started before it. */
  PASSED("where it started later, more jobs whose turn came after its own started before it"),
  /** Where it started earlier, it passed jobs whose turn came first. */
  BACKFILLED("where it started earlier, it passed jobs whose turn came before its own"),
  /** It waited for something else. */
  OTHER_WAIT_REASON("it waited for another reason, or in one of the runs not at all"),
  /** It waited for the same, and that came at another time. */
  QUEUE("it waited for the same reason, and what it waited for came at another time"),
  /** It ran in another hub, on the same device type. */
  OTHER_HUB("it ran in another hub at the same time"),
  /** It started alike and ran for another time. */
  OTHER_RUN_TIME("it started alike and held its devices for another time");

  private final String meaning;

  MoveCause(String meaning) {
    this.meaning = meaning;
  }

  /** The cause in words. */
  public String meaning() {
    return meaning;
  }

  /**
   * Why a job has two fates.
   *
   * @param windowSeconds where the shorter of the two runs ended
   */
  static MoveCause of(JobFate base, JobFate other, long windowSeconds) {
    if (isEither(JobState.REJECTED, base, other)
        && base.state() != JobState.NOT_SUBMITTED
        && other.state() != JobState.NOT_SUBMITTED) {
      return REFUSED;
    }
    if (isAlikeUntil(windowSeconds, base, other)) {
      return OTHER_WINDOW;
    }
    if (base.failures() != other.failures() || isEither(JobState.FAILED, base, other)) {
      return FAILED;
    }
    if (base.preemptions() != other.preemptions()) {
      return PREEMPTED;
    }
    if (isEither(JobState.KILLED, base, other)) {
      return KILLED;
    }
    if (isEither(JobState.TIMED_OUT, base, other) || isEither(JobState.CANCELLED, base, other)) {
      return LEFT;
    }
    if (base.hasStarted()
        && other.hasStarted()
        && !Objects.equals(base.deviceType(), other.deviceType())) {
      return OTHER_DEVICE_TYPE;
    }
    if (!Objects.equals(base.startSeconds(), other.startSeconds())) {
      return isEarlier(base, other) ? ofStarts(base, other) : ofStarts(other, base);
    }
    return Objects.equals(base.hub(), other.hub()) ? OTHER_RUN_TIME : OTHER_HUB;
  }

  private static boolean isEither(JobState state, JobFate base, JobFate other) {
    return (base.state() == state) != (other.state() == state);
  }

  private static boolean isAlikeUntil(long windowSeconds, JobFate base, JobFate other) {
    return base.state() != other.state()
        && Objects.equals(
            upTo(windowSeconds, base.startSeconds()), upTo(windowSeconds, other.startSeconds()))
        && Objects.equals(
            upTo(windowSeconds, base.endSeconds()), upTo(windowSeconds, other.endSeconds()))
        && (base.startSeconds() == null
            || other.startSeconds() == null
            || (Objects.equals(base.hub(), other.hub())
                && Objects.equals(base.deviceType(), other.deviceType())));
  }

  private static @Nullable Long upTo(long windowSeconds, @Nullable Long seconds) {
    return seconds == null || seconds > windowSeconds ? null : seconds;
  }

  private static boolean isEarlier(JobFate base, JobFate other) {
    Long start = base.startSeconds();
    Long its = other.startSeconds();
    return start != null && (its == null || start < its);
  }

  private static MoveCause ofStarts(JobFate earlier, JobFate later) {
    if (later.passedBy() > earlier.passedBy()) {
      return PASSED;
    }
    if (earlier.hasPassed() && !later.hasPassed()) {
      return BACKFILLED;
    }
    return earlier.reason() == later.reason() ? QUEUE : OTHER_WAIT_REASON;
  }
}
