package org.suanwang.catalog.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a database that does not answer from a defect: the one passes, the other does not. */
final class DatabaseAway {
  private static final int RETRY_AFTER_SECONDS = 5;

  /** SQLSTATE of connections that fail, and of a server that is stopping, crashed or starting. */
  private static final String CONNECTION = "08";

  private static final String SHUTDOWN = "57P0";

  /** Too many connections, of whomever. */
  private static final String FULL = "53300";

  /** All that the pool says when no connection comes in time: there is no type or state for it. */
  private static final String NONE_IN_TIME = "acquisition timeout";

  /** Chains of causes are short; the limit is for those that bite their own tail. */
  private static final int CAUSES_MAX = 50;

  private DatabaseAway() {}

  /** Whether an exception, or one that caused it, says that the database cannot be reached. */
  static boolean isCauseOf(Throwable e) {
    return Stream.<Throwable>iterate(e, DatabaseAway::exists, Throwable::getCause)
        .limit(CAUSES_MAX)
        .anyMatch(DatabaseAway::saysSo);
  }

  private static boolean exists(@Nullable Throwable e) {
    return e != null;
  }

  static Response answer() {
    Response problem =
        Problem.of(
                503,
                "The database does not answer; reads go on. Send the request again, best with an"
                    + " Idempotency-Key, which lets it be done once only")
            .toResponse();
    return Response.fromResponse(problem)
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build();
  }

  private static boolean saysSo(Throwable e) {
    return switch (e) {
      case SQLTransientConnectionException _, SQLNonTransientConnectionException _ -> true;
      case SQLRecoverableException _ -> true;
      case SQLException sql when sql.getSQLState() == null ->
          String.valueOf(sql.getMessage()).toLowerCase(Locale.ROOT).contains(NONE_IN_TIME);
      case SQLException sql ->
          Stream.of(CONNECTION, SHUTDOWN, FULL).anyMatch(sql.getSQLState()::startsWith);
      default -> false;
    };
  }
}
