package org.suanwang.scheduling.boot;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.suanwang.scheduling.experiment.RunState;
import org.suanwang.scheduling.experiment.SimulationResult;
import org.suanwang.scheduling.policy.Policies;
import org.suanwang.scheduling.policy.SchedulingPolicy;
import org.suanwang.scheduling.store.SimulationRepository;

/** The Prometheus metrics of this service's own domain; all there from the start, with 0. */
@ApplicationScoped
public class SimulationMeters {
  private static final String POLICY = "policy";
  private static final String LISTS = "lists";

  private final MeterRegistry registry;
  private final RunCounts counts;
  private final Map<String, Double> utilisation = new ConcurrentHashMap<>();
  private final Map<String, Double> waitSecondsMean = new ConcurrentHashMap<>();

  SimulationMeters(MeterRegistry registry, SimulationRepository simulations) {
    this.registry = registry;
    counts = new RunCounts(simulations::countByState, System::nanoTime);
  }

  void register(@Observes StartupEvent event) {
    for (RunState state : RunState.values()) {
      Gauge.builder("scheduling.simulations", () -> counts.count(state))
          .description("simulations by state")
          .tag("state", state.name())
          .register(registry);
    }
    Gauge.builder("scheduling.queue.depth", () -> counts.count(RunState.QUEUED))
        .description("simulations that no worker has taken")
        .register(registry);
    Policies.all().stream().map(SchedulingPolicy::name).forEach(this::registerPolicy);
  }

  private void registerPolicy(String policy) {
    Tags tags = Tags.of(POLICY, policy);
    Timer.builder("scheduling.simulation").tags(tags).register(registry);
    registry.counter("scheduling.simulated.jobs", tags);
    registry.counter("scheduling.events", tags);
    Gauge.builder("scheduling.utilisation.ratio", () -> utilisation.getOrDefault(policy, 0.0))
        .description("utilisation of the run that finished last")
        .tags(tags)
        .register(registry);
    Gauge.builder("scheduling.wait.seconds.mean", () -> waitSecondsMean.getOrDefault(policy, 0.0))
        .description("mean wait in the run that finished last")
        .tags(tags)
        .register(registry);
  }

  /** Policies of several orders or scores have names without end, so they count together. */
  void record(String name, SimulationResult result, long elapsedNanos) {
    String policy = Policies.listsParts(name) ? LISTS : name;
    Tags tags = Tags.of(POLICY, policy);
    registry.timer("scheduling.simulation", tags).record(Duration.ofNanos(elapsedNanos));
    registry.counter("scheduling.simulated.jobs", tags).increment(result.metrics().jobs());
    registry.counter("scheduling.events", tags).increment((double) result.events());
    utilisation.put(policy, result.metrics().utilisation());
    waitSecondsMean.put(policy, result.metrics().waiting().mean());
  }
}
