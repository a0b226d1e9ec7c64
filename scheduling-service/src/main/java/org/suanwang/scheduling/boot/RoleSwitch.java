package org.suanwang.scheduling.boot;

import io.quarkus.security.spi.runtime.AuthorizationController;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Roles are asked for exactly when tokens are read, so that one setting decides both and nobody can
 * switch on half of it.
 */
@Alternative
@Priority(Interceptor.Priority.LIBRARY_AFTER)
@Singleton
public class RoleSwitch extends AuthorizationController {
  private final boolean on;

  RoleSwitch(@ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean on) {
    this.on = on;
  }

  @Override
  public boolean isAuthorizationEnabled() {
    return on;
  }
}
