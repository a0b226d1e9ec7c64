package org.suanwang.scheduling.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.inference.InferenceLimits;
import org.suanwang.scheduling.inference.Objectives;
import org.suanwang.scheduling.inference.RequestClass;
import org.suanwang.scheduling.inference.RequestRate;
import org.suanwang.scheduling.inference.RequestTable;
import org.suanwang.scheduling.inference.StepClock;
import org.suanwang.scheduling.inference.TokenLengths;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** Reads classes of requests. */
final class RequestClassReader {
  private static final int NAME_LENGTH_MAX = 60;
  private static final int HOURS = 24;
  private static final double SHARE_DEFAULT = 0.99;
  private static final double TINY = 1e-6;

  private final Findings findings;
  private final StepClock clock;
  private final Function<String, @Nullable RequestTable> recordings;

  /**
   * Reads for a span of time.
   *
   * @param recordings finds recorded requests by the id of their workload; null when there are none
   */
  RequestClassReader(
      Findings findings, StepClock clock, Function<String, @Nullable RequestTable> recordings) {
    this.findings = findings;
    this.clock = clock;
    this.recordings = recordings;
  }

  List<RequestClass> read(
      String field, @Nullable List<ServiceRequest.@Nullable ClassRequest> given) {
    List<ServiceRequest.@Nullable ClassRequest> all = Objects.requireNonNullElse(given, List.of());
    findings.require(
        !all.isEmpty() && all.size() <= InferenceLimits.CLASSES_MAX,
        field,
        all.size() + " classes",
        "must be 1 to " + InferenceLimits.CLASSES_MAX + " classes",
        "describe the requests");
    List<RequestClass> classes = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < all.size() && !findings.isFull(); i++) {
      String at = field + "[" + i + "]";
      ServiceRequest.ClassRequest one = all.get(i);
      if (findings.require(one != null, at, null, "must be a class", "remove the null")
          && one != null) {
        String name = findings.name(at + ".name", one.name(), NAME_LENGTH_MAX);
        findings.require(
            name.isEmpty() || names.add(name),
            at + ".name",
            name,
            "must be unique in its service",
            "rename one of the classes");
        read(at, name, one, classes);
      }
    }
    return classes;
  }

  private void read(
      String at, String name, ServiceRequest.ClassRequest given, List<RequestClass> to) {
    Objectives objectives = objectives(at + ".objectives", given.objectives());
    ServiceRequest.RateRequest rate = given.rate();
    String recorded = rate == null ? null : rate.recorded();
    if (rate == null || !isOne(at + ".rate", rate)) {
      findings.require(rate != null, at + ".rate", null, "is required", "say how many arrive");
      return;
    }
    if (recorded == null) {
      RequestRate read = rate(at + ".rate", rate);
      TokenLengths prompt = lengths(at + ".promptTokens", given.promptTokens());
      TokenLengths answer = lengths(at + ".answerTokens", given.answerTokens());
      to.add(new RequestClass(name, prompt, answer, read, objectives));
      return;
    }
    findings.require(
        given.promptTokens() == null && given.answerTokens() == null,
        at + ".promptTokens",
        "lengths and a recording",
        "cannot be given together with rate.recorded, which tells the lengths",
        "leave promptTokens and answerTokens out");
    RequestTable table = recordings.apply(recorded);
    if (findings.require(
            table != null,
            at + ".rate.recorded",
            recorded,
            "must be the id of a workload of recorded requests",
            "send a trace to /v1/workloads?format=azure-llm or mooncake")
        && table != null) {
      to.add(RequestClass.recorded(name, table, clock, objectives));
    }
  }

  private boolean isOne(String at, ServiceRequest.RateRequest rate) {
    long told =
        Stream.of(rate.perSecond(), rate.steps(), rate.hourly(), rate.recorded())
            .filter(Objects::nonNull)
            .count();
    return findings.require(
        told == 1,
        at,
        told + " of them",
        "exactly one of perSecond, steps, hourly and recorded is needed",
        "give one of them");
  }

  private RequestRate rate(String at, ServiceRequest.RateRequest given) {
    if (given.steps() != null) {
      return steps(at + ".steps", given.steps());
    }
    if (given.hourly() != null) {
      return hourly(at + ".hourly", given.hourly());
    }
    return RequestRate.constant(perSecond(at + ".perSecond", given.perSecond()));
  }

  private double perSecond(String at, @Nullable Double given) {
    findings.require(given != null, at, null, "is required", "give requests per second");
    return findings.number(at, given, 0, InferenceLimits.PER_SECOND_MAX, 0);
  }

  private RequestRate steps(String at, List<ServiceRequest.@Nullable RateStepRequest> given) {
    findings.require(
        !given.isEmpty() && given.size() <= InferenceLimits.RATE_STEPS_MAX,
        at,
        given.size() + " steps",
        "must be 1 to " + InferenceLimits.RATE_STEPS_MAX + " steps",
        "put steps together");
    List<RequestRate.Step> steps = new ArrayList<>();
    for (int i = 0; i < given.size() && !findings.isFull(); i++) {
      ServiceRequest.RateStepRequest one = given.get(i);
      String step = at + "[" + i + "].";
      Long from = one == null ? null : one.fromSeconds();
      findings.require(from != null, step + "fromSeconds", null, "is required", "say from when");
      long seconds = findings.whole(step + "fromSeconds", from, 0, WorkloadLimits.SECONDS_MAX, 0);
      double rate = perSecond(step + "perSecond", one == null ? null : one.perSecond());
      if (findings.require(
          steps.isEmpty() || seconds > steps.getLast().fromSeconds(),
          step + "fromSeconds",
          from,
          "must be later than that of the step before",
          "bring the steps into the order of time")) {
        steps.add(new RequestRate.Step(seconds, rate));
      }
    }
    return steps.isEmpty() ? RequestRate.constant(0) : new RequestRate(steps, 0);
  }

  private RequestRate hourly(String at, List<@Nullable Double> given) {
    if (!findings.require(
        given.size() == HOURS,
        at,
        given.size() + " rates",
        "must be " + HOURS + " rates",
        "give one for each hour of the day")) {
      return RequestRate.constant(0);
    }
    return RequestRate.daily(
        IntStream.range(0, HOURS)
            .mapToObj(h -> perSecond(at + "[" + h + "]", given.get(h)))
            .toList());
  }

  private TokenLengths lengths(String at, ServiceRequest.@Nullable LengthRequest given) {
    Double mean = given == null ? null : given.mean();
    findings.require(mean != null, at + ".mean", null, "is required", "give tokens on average");
    return TokenLengths.of(
        findings.number(at + ".mean", mean, 0, RequestTable.TOKENS_MAX, 0),
        findings.number(at + ".cv", given == null ? null : given.cv(), 0, TokenLengths.CV_MAX, 0));
  }

  Objectives objectives(String at, ServiceRequest.@Nullable ObjectivesRequest given) {
    Double ttft = given == null ? null : given.ttftSeconds();
    Double tpot = given == null ? null : given.tpotSeconds();
    findings.require(
        ttft != null && tpot != null,
        at,
        given == null ? null : "one of them",
        "ttftSeconds and tpotSeconds are required",
        "say what the requests are to be given");
    double max = InferenceLimits.LATENCY_SECONDS_MAX;
    return new Objectives(
        findings.number(at + ".ttftSeconds", ttft, TINY, max, max),
        findings.number(at + ".tpotSeconds", tpot, TINY, max, max),
        findings.number(at + ".share", given == null ? null : given.share(), 0, 1, SHARE_DEFAULT));
  }
}
