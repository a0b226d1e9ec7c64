package org.suanwang.catalog.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.suanwang.catalog.store.Failures;

/** Which failures are the database's absence, as the store and others wrap them. */
class DatabaseAwayMappingTest {
  static Stream<SQLException> absences() {
    return Stream.of(
        new PSQLException("Connection refused", PSQLState.CONNECTION_UNABLE_TO_CONNECT),
        new PSQLException("An I/O error occurred", PSQLState.CONNECTION_FAILURE),
        new SQLException("terminating connection due to administrator command", "57P01"),
        new SQLException("the database system is starting up", "57P03"),
        new SQLTransientConnectionException("no network"),
        new SQLException("Sorry, acquisition timeout!"),
        new SQLException("Acquisition timeout while waiting for new connection"));
  }

  static Stream<SQLException> otherFailures() {
    return Stream.of(
        new PSQLException("duplicate key", PSQLState.UNIQUE_VIOLATION),
        new SQLException("canceling statement due to user request", "57014"),
        new SQLException("something else"));
  }

  @ParameterizedTest
  @MethodSource("absences")
  void absence_isToldAs503HoweverDeepItLies(SQLException sql) {
    assertThat(DatabaseAway.isCauseOf(sql)).isTrue();
    assertThat(DatabaseAway.isCauseOf(Failures.of(sql))).isTrue();
    var deep = new IllegalStateException("cannot publish", Failures.of(sql));
    var answer = new ProblemMappers().unforeseen(deep);
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeaderString("Retry-After")).isEqualTo("5");
  }

  @ParameterizedTest
  @MethodSource("otherFailures")
  void otherFailures_stayDefects(SQLException sql) {
    assertThat(DatabaseAway.isCauseOf(sql)).isFalse();
    assertThat(DatabaseAway.isCauseOf(Failures.of(sql))).isFalse();
    assertThat(new ProblemMappers().unforeseen(Failures.of(sql)).getStatus()).isEqualTo(500);
  }

  @Test
  void causesInACircle_comeToAnEnd() {
    var first = new IllegalStateException("first");
    first.initCause(new IllegalStateException("second", first));
    assertThat(DatabaseAway.isCauseOf(first)).isFalse();
  }
}
