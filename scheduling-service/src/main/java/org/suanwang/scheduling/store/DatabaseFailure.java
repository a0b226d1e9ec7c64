package org.suanwang.scheduling.store;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells what the database failed, which may succeed a little later, from what fails by itself. */
public final class DatabaseFailure {
  /** A chain may be a ring; no real one is this long. */
  private static final int DEPTH_MAX = 50;

  private DatabaseFailure() {}

  /** Whether anything in the chain of causes says so. */
  public static boolean isCauseOf(Throwable e) {
    @Nullable Throwable cause = e;
    for (int depth = 0; cause != null && depth < DEPTH_MAX; depth++) {
      if (cause instanceof SQLException
          || cause instanceof PersistenceException
          || cause instanceof RollbackException
          || cause instanceof SystemException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
