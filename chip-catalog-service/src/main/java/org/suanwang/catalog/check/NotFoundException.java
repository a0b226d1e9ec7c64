package org.suanwang.catalog.check;

/** A thing named in a request that is not there. */
public final class NotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int ID_LENGTH_MAX = 200;

  /**
   * @param kind the kind of thing, in the words of the API
   * @param id the id that was asked for
   * @param remedy how to find ids that are there
   */
  public NotFoundException(String kind, String id, String remedy) {
    super("no " + kind + " has the id \"" + shortened(id) + "\"; " + remedy);
  }

  private static String shortened(String id) {
    return id.length() > ID_LENGTH_MAX ? id.substring(0, ID_LENGTH_MAX) + "…" : id;
  }
}
