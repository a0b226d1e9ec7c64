package org.suanwang.catalog.rest;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.spi.runtime.AuthorizationController;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Who calls: the one whom the token names where roles are on, else who the caller says it is. */
@Singleton
class Caller {
  private final AuthorizationController roles;
  private final SecurityIdentity identity;

  Caller(AuthorizationController roles, SecurityIdentity identity) {
    this.roles = roles;
    this.identity = identity;
  }

  String name(@Nullable String said) {
    return roles.isAuthorizationEnabled()
        ? known("name in the token", identity.getPrincipal().getName())
        : known("X-User", said);
  }

  private static String known(String where, @Nullable String name) {
    return Parameters.text(where, name).orElse("anonymous");
  }
}
