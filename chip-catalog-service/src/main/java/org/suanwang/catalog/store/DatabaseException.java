package org.suanwang.catalog.store;

import java.sql.SQLException;

/** The database does not answer, or refuses what was asked. */
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseException(SQLException cause) {
    super(cause);
  }
}
