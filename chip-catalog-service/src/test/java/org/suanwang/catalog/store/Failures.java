package org.suanwang.catalog.store;

import java.sql.SQLException;

/** Failures of the database as the store tells them, for tests of those who have to answer. */
public final class Failures {
  private Failures() {}

  public static RuntimeException of(SQLException cause) {
    return new DatabaseException(cause);
  }
}
