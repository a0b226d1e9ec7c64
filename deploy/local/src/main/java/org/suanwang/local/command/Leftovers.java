package org.suanwang.local.command;

import java.util.List;
import java.util.Optional;
import org.suanwang.local.home.LocalHome;
import org.suanwang.local.home.RunRecord;
import org.suanwang.local.service.Stopping;

/** What a launcher that was killed could not stop. */
final class Leftovers {
  private Leftovers() {}

  /**
   * Stops the services of a launcher that is gone. PostgreSQL is left: the next launcher adopts it.
   *
   * @return a sentence for the user when there were any
   */
  static Optional<String> stopServices(LocalHome home) {
    Optional<RunRecord> run = RunRecord.find(home);
    if (run.isEmpty()) {
      return Optional.empty();
    }
    List<ProcessHandle> left =
        run.get().processes().stream().flatMap(s -> s.process().find().stream()).toList();
    Stopping.stop(left);
    RunRecord.delete(home);
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of("stopped " + left.size() + " service(s) that a killed launcher had left");
  }
}
