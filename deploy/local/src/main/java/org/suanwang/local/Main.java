package org.suanwang.local;

import java.io.PrintStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.suanwang.local.command.Down;
import org.suanwang.local.command.Job;
import org.suanwang.local.command.Status;
import org.suanwang.local.command.Up;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The launcher's entry point; the {@code suanwang} script calls it. */
@Command(
    name = "suanwang",
    description = "Runs the whole loop on this machine.",
    subcommands = {Up.class, Status.class, Down.class, Job.class})
public final class Main {
  private static final Logger POSTGRES_LOG = Logger.getLogger("io.zonky");

  private Main() {}

  /** Exit codes: 0 done, 1 a clear sentence on standard error, 2 wrong arguments. */
  public static void main(String[] arguments) {
    POSTGRES_LOG.setLevel(Level.SEVERE);
    PrintStream errors = System.err;
    int code =
        new CommandLine(new Main())
            .setExecutionExceptionHandler(
                (exception, line, result) -> {
                  errors.println("suanwang: " + sentence(exception));
                  return 1;
                })
            .execute(arguments);
    System.exit(code);
  }

  private static String sentence(Exception exception) {
    return exception instanceof LaunchException
        ? String.valueOf(exception.getMessage())
        : "unforeseen, please report it: " + exception;
  }
}
