package org.suanwang.scheduling.experiment;

import java.util.function.Function;
import org.suanwang.scheduling.check.Checkpoint;

/**
 * Works out answers that may take longer than a caller waits for one. They go on while somebody
 * asks for them again and again, so the wait is bounded, and the work is not.
 */
public interface LongAnswers {
  /**
   * The answer to a question; one that is being worked out already is waited for.
   *
   * @param question names the work: the same name, the same answer
   * @param work is given what it must pass again and again, which throws when nobody asks any more
   * @throws org.suanwang.scheduling.check.UnavailableException when it is not there in the time
   *     that a caller waits
   */
  <T> T answer(String question, Function<Checkpoint, T> work);
}
