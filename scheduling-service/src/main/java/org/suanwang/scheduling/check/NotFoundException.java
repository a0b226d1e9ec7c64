package org.suanwang.scheduling.check;

/** A thing named in a request that is not there. */
public final class NotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN_MAX = 100;

  private final String remedy;

  /**
   * Says what is missing.
   *
   * @param kind the kind of thing, in the words of the API
   * @param id the id that was asked for
   * @param remedy how to find ids that are there
   */
  public NotFoundException(String kind, String id, String remedy) {
    super(message(kind, id, remedy));
    this.remedy = remedy;
  }

  private static String message(String kind, String id, String remedy) {
    return "no " + kind + " has the id \"" + shown(id) + "\"; " + remedy;
  }

  /** How to find ids that are there. */
  public String remedy() {
    return remedy;
  }

  /** An id is read back to whoever sent it, but not whole pages of it. */
  private static String shown(String id) {
    String cut = id.length() > SHOWN_MAX ? id.substring(0, SHOWN_MAX) + "…" : id;
    return Findings.isPrintable(cut) ? cut : "(not printable)";
  }
}
