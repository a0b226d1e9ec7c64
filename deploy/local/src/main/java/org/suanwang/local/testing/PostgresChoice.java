package org.suanwang.local.testing;

/** Where the integration tests get their PostgreSQL: the value of {@code -Dsuanwang.postgres}. */
enum PostgresChoice {
  EMBEDDED,
  TESTCONTAINERS;

  static final String PROPERTY = "suanwang.postgres";

  static PostgresChoice fromProperty() {
    String name = System.getProperty(PROPERTY, "embedded");
    return switch (name) {
      case "embedded" -> EMBEDDED;
      case "testcontainers" -> TESTCONTAINERS;
      default ->
          throw new IllegalArgumentException(
              "-D" + PROPERTY + "=" + name + ": use embedded or testcontainers");
    };
  }
}
