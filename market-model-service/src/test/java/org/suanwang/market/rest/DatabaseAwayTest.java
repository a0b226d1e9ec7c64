package org.suanwang.market.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.GenericJDBCException;
import org.hibernate.exception.JDBCConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** Which failures are the database's absence, as Hibernate and the transaction wrap them. */
class DatabaseAwayTest {
  static Stream<Exception> absences() {
    return Stream.of(
        new PSQLException("Connection refused", PSQLState.CONNECTION_UNABLE_TO_CONNECT),
        new PSQLException("An I/O error occurred", PSQLState.CONNECTION_FAILURE),
        new SQLException("terminating connection due to administrator command", "57P01"),
        new SQLException("the database system is starting up", "57P03"),
        new SQLTransientConnectionException("no network"),
        new SQLException("Sorry, acquisition timeout!"),
        new SQLException("Acquisition timeout while waiting for new connection"));
  }

  static Stream<Exception> otherFailures() {
    return Stream.of(
        new PSQLException("duplicate key", PSQLState.UNIQUE_VIOLATION),
        new SQLException("canceling statement due to user request", "57014"),
        new SQLException("something else"),
        new IllegalStateException("acquisition timeout of another kind"));
  }

  @ParameterizedTest
  @MethodSource("absences")
  void absence_isToldAs503HoweverDeepItLies(Exception e) {
    SQLException sql = e instanceof SQLException s ? s : new SQLException(e);
    assertThat(DatabaseAway.isCauseOf(sql)).isTrue();
    assertThat(DatabaseAway.isCauseOf(new JDBCConnectionException("Unable", sql))).isTrue();
    var generic = new GenericJDBCException("Unable to acquire JDBC Connection", sql);
    var answer = new ProblemMappers().unforeseen(new QuarkusTransactionException(generic));
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeaderString("Retry-After")).isEqualTo("5");
  }

  @ParameterizedTest
  @MethodSource("otherFailures")
  void otherFailures_stayDefects(Exception e) {
    assertThat(DatabaseAway.isCauseOf(e)).isFalse();
    SQLException sql = e instanceof SQLException s ? s : new SQLException("wrapped", e);
    assertThat(DatabaseAway.isCauseOf(new ConstraintViolationException("no", sql, "x"))).isFalse();
  }

  @Test
  void causesInACircle_comeToAnEnd() {
    var first = new IllegalStateException("first");
    first.initCause(new IllegalStateException("second", first));
    assertThat(DatabaseAway.isCauseOf(first)).isFalse();
  }
}
