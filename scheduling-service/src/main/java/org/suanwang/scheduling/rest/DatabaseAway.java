package org.suanwang.scheduling.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import org.hibernate.exception.JDBCConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached from a defect: the caller need only wait. */
final class DatabaseAway {
  static final int RETRY_AFTER_SECONDS = 5;

  /** Connection failures, shutdowns and restarts, too many connections. */
  private static final List<String> SQL_STATES = List.of("08", "57P", "53300");

  /** The pool's exception has neither a type nor an SQLState of its own. */
  private static final String POOL_IS_EMPTY = "acquisition timeout";

  private DatabaseAway() {}

  /** Whether anything in the chain of causes says so. */
  static boolean isCauseOf(Throwable e) {
    @Nullable Throwable cause = e;
    // A chain may be a ring; no real one is this long.
    for (int depth = 0; cause != null && depth < 50; depth++) {
      if (isOutage(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean isOutage(Throwable e) {
    return e instanceof JDBCConnectionException
        || e instanceof SQLTransientConnectionException
        || e instanceof SQLNonTransientConnectionException
        || (e instanceof SQLException sql && isOutage(sql));
  }

  private static boolean isOutage(SQLException e) {
    String state = e.getSQLState();
    return state == null
        ? String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains(POOL_IS_EMPTY)
        : SQL_STATES.stream().anyMatch(state::startsWith);
  }

  static Response problem() {
    String detail = "The database does not answer; repeat the request a little later";
    return Response.fromResponse(Problem.of(503, detail).toResponse())
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build();
  }
}
