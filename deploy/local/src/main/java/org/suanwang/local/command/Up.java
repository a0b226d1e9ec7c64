package org.suanwang.local.command;

import java.io.PrintStream;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.Callable;
import org.suanwang.local.LaunchException;
import org.suanwang.local.home.LauncherLock;
import org.suanwang.local.home.LocalHome;
import org.suanwang.local.job.JobAnswer;
import org.suanwang.local.job.ReferenceJob;
import org.suanwang.local.service.Endpoint;
import org.suanwang.local.service.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything, runs the reference job, and stays until it is told to stop. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Starts PostgreSQL and the three services and runs the reference job.")
public final class Up implements Callable<Integer> {
  private static final int PORT_MAX = 65_535;

  @Mixin private Places places = new Places();

  @Option(
      names = "--detach",
      description = "Return once everything runs; ./suanwang down stops it.")
  private boolean detach;

  @Option(names = "--native", description = "Run the native executables.")
  private boolean nativeMode;

  @Option(names = "--json", description = "Print the reference job's result as JSON.")
  private boolean json;

  @Option(names = "--no-job", description = "Do not run the reference job.")
  private boolean noJob;

  @Option(
      names = "--base-port",
      defaultValue = "8081",
      description = "The catalogue's port; the next two are the market's and the scheduler's.")
  private int basePort = 8081;

  @Option(
      names = "--postgres-port",
      defaultValue = "8432",
      description = "Another is taken if it is not free.")
  private int postgresPort = 8432;

  @Override
  public Integer call() throws InterruptedException {
    LocalHome home = places.home();
    if (detach) {
      return new Detached(places, home, backgroundOptions()).run();
    }
    // Standard output is the result's alone when a program reads it.
    PrintStream progress = json ? System.err : System.out;
    LauncherLock lock = LauncherLock.take(home);
    var loop = new Loop(home, places.checkout(), nativeMode, progress);
    Runtime.getRuntime().addShutdownHook(new Thread(loop::stop, "stop"));
    loop.start(endpoints(), postgresPort);
    if (!noJob) {
      runJob(progress);
    }
    loop.announceReady();
    Thread.currentThread().join();
    lock.close();
    return 0;
  }

  private void runJob(PrintStream progress) throws InterruptedException {
    JobAnswer answer = new ReferenceJob(HttpClient.newHttpClient(), endpoints(), progress).run();
    System.out.println(json ? answer.json() : answer.text());
  }

  private List<Endpoint> endpoints() {
    if (basePort < 1024 || basePort + Service.ALL.size() - 1 > PORT_MAX) {
      throw new LaunchException("--base-port " + basePort + " is out of range; use 1024 to 65533");
    }
    return Service.ALL.stream().map(s -> new Endpoint(s, basePort + s.portOffset())).toList();
  }

  private List<String> backgroundOptions() {
    var options = new java.util.ArrayList<String>();
    options.add("--base-port=" + basePort);
    options.add("--postgres-port=" + postgresPort);
    if (nativeMode) {
      options.add("--native");
    }
    if (noJob) {
      options.add("--no-job");
    }
    if (json) {
      options.add("--json");
    }
    return options;
  }
}
