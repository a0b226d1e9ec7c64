package org.suanwang.local.command;

import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.Callable;
import org.suanwang.local.LaunchException;
import org.suanwang.local.home.RunRecord;
import org.suanwang.local.job.JobAnswer;
import org.suanwang.local.job.ReferenceJob;
import org.suanwang.local.service.Endpoint;
import org.suanwang.local.service.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the reference job against the services that run already. */
@Command(
    name = "job",
    mixinStandardHelpOptions = true,
    description = "Runs the reference job against the running services.")
public final class Job implements Callable<Integer> {
  @Mixin private Places places = new Places();

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    RunRecord run =
        RunRecord.find(places.home())
            .orElseThrow(
                () -> new LaunchException("Suanwang does not run; ./suanwang up starts it"));
    List<Endpoint> endpoints =
        Service.ALL.stream().map(service -> new Endpoint(service, port(run, service))).toList();
    try (HttpClient http = HttpClient.newHttpClient()) {
      JobAnswer answer = new ReferenceJob(http, endpoints, System.err).run();
      System.out.println(json ? answer.json() : answer.text());
    }
    return 0;
  }

  private static int port(RunRecord run, Service service) {
    return run.processes().stream()
        .filter(p -> p.name().equals(service.name()))
        .mapToInt(RunRecord.RunningService::port)
        .findFirst()
        .orElseThrow(
            () -> new LaunchException(service.name() + " does not run; ./suanwang status"));
  }
}
