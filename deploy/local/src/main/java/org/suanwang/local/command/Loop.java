package org.suanwang.local.command;

import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.local.LaunchException;
import org.suanwang.local.home.LocalHome;
import org.suanwang.local.home.RunRecord;
import org.suanwang.local.home.RunRecord.RunningProcess;
import org.suanwang.local.home.RunRecord.RunningService;
import org.suanwang.local.postgres.LocalPostgres;
import org.suanwang.local.service.Checkout;
import org.suanwang.local.service.Endpoint;
import org.suanwang.local.service.Service;
import org.suanwang.local.service.ServiceProcess;
import org.suanwang.local.service.Stopping;

/** PostgreSQL and the three services, started and stopped together. */
final class Loop {
  private final LocalHome home;
  private final Checkout checkout;
  private final boolean nativeMode;
  private final PrintStream progress;
  private final List<ServiceProcess> services = new ArrayList<>();
  private @Nullable LocalPostgres postgres;

  /** Read without the lock, which {@link #stop} holds while it waits for those who ask. */
  private volatile boolean stopped;

  Loop(LocalHome home, Checkout checkout, boolean nativeMode, PrintStream progress) {
    this.home = home;
    this.checkout = checkout;
    this.nativeMode = nativeMode;
    this.progress = progress;
  }

  /** Starts everything and returns when every service is ready. */
  void start(List<Endpoint> endpoints, int postgresPort) throws InterruptedException {
    // Looked up first: a missing build is to be told before anything runs.
    List<List<String>> commands = endpoints.stream().map(e -> command(e.service())).toList();
    Leftovers.stopServices(home).ifPresent(this::say);
    // Noted before anything runs, and after each start: whoever looks meanwhile finds it all.
    record(false);
    endpoints.forEach(Endpoint::requireFreePort);
    startPostgres(postgresPort);
    for (int i = 0; i < endpoints.size(); i++) {
      startService(endpoints.get(i), commands.get(i), environment(endpoints.get(i), endpoints));
      record(false);
    }
    awaitReady();
  }

  private List<String> command(Service service) {
    return checkout.command(service, nativeMode, home.classArchive(service.name()));
  }

  private synchronized void startPostgres(int port) {
    long begin = System.nanoTime();
    LocalPostgres server = LocalPostgres.startOrAdopt(home, port);
    postgres = server;
    Service.ALL.forEach(s -> server.createDatabase(s.database()));
    String how = server.adopted() ? "taken over from a killed launcher" : "started";
    step("PostgreSQL", how, Duration.ofNanos(System.nanoTime() - begin), "port " + server.port());
  }

  private synchronized void startService(
      Endpoint endpoint, List<String> command, Map<String, String> environment) {
    if (!stopped) {
      services.add(
          ServiceProcess.start(
              endpoint, command, environment, home.log(endpoint.service().name())));
    }
  }

  private Map<String, String> environment(Endpoint endpoint, List<Endpoint> all) {
    LocalPostgres server = java.util.Objects.requireNonNull(postgres);
    return Map.of(
        "QUARKUS_HTTP_HOST", "127.0.0.1",
        "QUARKUS_HTTP_PORT", Integer.toString(endpoint.port()),
        "QUARKUS_DATASOURCE_JDBC_URL", server.jdbcUrl(endpoint.service().database()),
        "SUANWANG_CATALOG_URL", all.getFirst().url());
  }

  private void awaitReady() throws InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (ServiceProcess service : List.copyOf(services)) {
        Duration took = service.awaitReady(http);
        step(service.endpoint().service().name(), "ready", took, service.endpoint().url());
      }
    } catch (LaunchException e) {
      if (stopped) {
        Thread.currentThread().join(); // it ended because it was told to; the process is about to
      }
      throw e;
    }
  }

  /** Says where everything is, and then notes that the prompt may go back to who waits for that. */
  void announceReady() {
    say("");
    for (ServiceProcess service : services) {
      String url = service.endpoint().url();
      say(
          "%-22s %s/q/swagger-ui   metrics %s/q/metrics"
              .formatted(service.endpoint().service().name(), url, url));
    }
    say("Data and logs are in " + home.root() + ". Ctrl-C or ./suanwang down stops everything.");
    record(true);
    for (ServiceProcess service : services) {
      var _ = service.handle().onExit().thenRun(() -> tellEnd(service));
    }
  }

  private void tellEnd(ServiceProcess service) {
    if (!stopped) {
      say(
          "%s ended by itself; its log is %s. Stop the rest and start again: ./suanwang down, ./suanwang up"
              .formatted(
                  service.endpoint().service().name(),
                  home.log(service.endpoint().service().name())));
    }
  }

  /** Stops the services, then PostgreSQL. Safe to call at any moment and more than once. */
  synchronized void stop() {
    if (stopped) {
      return;
    }
    stopped = true;
    if (postgres == null) {
      RunRecord.delete(home); // nothing was started
      return;
    }
    say("stopping");
    Stopping.stop(services.stream().map(ServiceProcess::handle).toList());
    postgres.stop();
    RunRecord.delete(home);
    say("stopped");
  }

  private void record(boolean ready) {
    var running =
        services.stream()
            .map(
                s ->
                    new RunningService(
                        s.endpoint().service().name(),
                        s.endpoint().port(),
                        RunningProcess.of(s.handle())))
            .toList();
    new RunRecord(
            RunningProcess.of(ProcessHandle.current()),
            ready,
            nativeMode ? "native" : "jvm",
            running)
        .write(home);
  }

  private void step(String what, String how, Duration took, String where) {
    say("%-22s %s in %.1f s, %s".formatted(what, how, took.toMillis() / 1000.0, where));
  }

  private void say(String line) {
    progress.println(String.format(Locale.ROOT, "%s", line));
    progress.flush();
  }
}
