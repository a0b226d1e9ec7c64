package org.suanwang.scheduling.rest;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Says which token a call wants, or which role the token lacks. */
final class AccessProblems {
  private final ResourceInfo called;
  private final SecurityIdentity identity;

  // Injected, not taken as parameters: that is where the native build learns that the calls'
  // annotations are read at run time.
  AccessProblems(ResourceInfo called, SecurityIdentity identity) {
    this.called = called;
    this.identity = identity;
  }

  @ServerExceptionMapper
  Response noToken(UnauthorizedException e) {
    return unauthorised("Bearer", "The call needs a token: Authorization: Bearer <JWT>");
  }

  @ServerExceptionMapper
  Response badToken(AuthenticationFailedException e) {
    return unauthorised(
        "Bearer error=\"invalid_token\"",
        "The token is not valid here: unreadable, expired, or not signed by the issuer that this"
            + " service trusts");
  }

  @ServerExceptionMapper
  Response noIssuer(OIDCException e) {
    return Problem.of(503, "The issuer that tokens are checked by cannot be reached").toResponse();
  }

  private static Response unauthorised(String challenge, String detail) {
    return Response.fromResponse(Problem.of(401, detail).toResponse())
        .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
        .build();
  }

  @ServerExceptionMapper
  Response lackingRole(ForbiddenException e) {
    String granted = String.join(", ", Roles.ALL.stream().filter(identity::hasRole).toList());
    return Problem.of(
            403,
            "The call needs the role "
                + needed(called.getResourceMethod())
                + "; the token grants "
                + (granted.isEmpty() ? "none of " + String.join(", ", Roles.ALL) : granted))
        .toResponse();
  }

  private static String needed(@Nullable Method method) {
    RolesAllowed allowed = method == null ? null : method.getAnnotation(RolesAllowed.class);
    return allowed == null ? "of nobody" : String.join(" or ", List.of(allowed.value()));
  }
}
