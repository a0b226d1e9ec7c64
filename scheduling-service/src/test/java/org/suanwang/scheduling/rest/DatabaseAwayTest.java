package org.suanwang.scheduling.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.GenericJDBCException;
import org.hibernate.exception.JDBCConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that is away is no defect, however deep the exception that says so. */
class DatabaseAwayTest {
  private static Response answer(Throwable e) {
    return new ProblemMappers().unforeseen(e);
  }

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300"})
  void connectionFailure_isTold503AndWhenToRetry(String state) {
    SQLException sql = new SQLException("the server says no", state);
    Response response = answer(new GenericJDBCException("Unable to acquire", sql));
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeaderString("Retry-After")).isEqualTo("5");
    assertThat(response.getMediaType()).hasToString(Problem.MEDIA_TYPE);
    assertThat(((Problem) response.getEntity()).detail()).contains("database does not answer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sorry, acquisition timeout!",
        "Acquisition timeout while waiting for new connection",
        "Acquisition timeout on health check"
      })
  void poolWithoutAConnection_isTold503(String message) {
    SQLException sql = new SQLException(message);
    assertThat(answer(new GenericJDBCException("Unable to acquire", sql)).getStatus())
        .isEqualTo(503);
  }

  @Test
  void wrappedConnectionFailure_isTold503() {
    SQLException sql = new SQLTransientConnectionException("gone");
    assertThat(answer(new IllegalStateException(new PersistenceException(sql))).getStatus())
        .isEqualTo(503);
    assertThat(answer(new JDBCConnectionException("gone", new SQLException("x"))).getStatus())
        .isEqualTo(503);
  }

  @Test
  void otherFailures_stayDefects() {
    SQLException duplicate = new SQLException("duplicate key", "23505");
    assertThat(answer(new ConstraintViolationException("x", duplicate, "k")).getStatus())
        .isEqualTo(500);
    assertThat(answer(new GenericJDBCException("x", new SQLException("y"))).getStatus())
        .isEqualTo(500);
    assertThat(answer(new IllegalStateException("x")).getStatus()).isEqualTo(500);
  }
}
