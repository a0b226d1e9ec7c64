package org.suanwang.scheduling.store;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseFailureTest {
  @Test
  void whatTheDatabaseFailed_isTold_howeverDeep() {
    assertThat(DatabaseFailure.isCauseOf(new PersistenceException("x"))).isTrue();
    assertThat(
            DatabaseFailure.isCauseOf(
                new IllegalStateException(new RuntimeException(new SQLException("away")))))
        .isTrue();
  }

  @Test
  void whatFailsByItself_isNot() {
    assertThat(DatabaseFailure.isCauseOf(new UncheckedIOException(new EOFException()))).isFalse();
    RuntimeException ring = new RuntimeException("a");
    ring.initCause(new RuntimeException("b", ring));
    assertThat(DatabaseFailure.isCauseOf(ring)).isFalse();
  }
}
