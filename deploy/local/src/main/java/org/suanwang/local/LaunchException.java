package org.suanwang.local;

/** Something that keeps the launcher from going on, said in one sentence with the remedy. */
public final class LaunchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LaunchException(String sentence) {
    super(sentence);
  }

  public LaunchException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
