package org.suanwang.market.rest;

import java.util.List;

/**
 * Who may make which call, once roles are asked for. Every call names the least of them with
 * {@code @RolesAllowed}; an operator is an analyst too, and an analyst a reader. A call that names
 * none is refused.
 */
final class Roles {
  /** Reads what is published. */
  static final String READER = "reader";

  /** Asks what has to be computed; stores nothing but its own questions and their answers. */
  static final String ANALYST = "analyst";

  /** Changes what others rely on. */
  static final String OPERATOR = "operator";

  static final List<String> ALL = List.of(READER, ANALYST, OPERATOR);

  private Roles() {}
}
