package org.suanwang.scheduling.rest;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Lets nothing but three parts with dots between go on to the framework's reading of tokens, which
 * takes some other texts for its own defect and not for the caller's.
 */
@Singleton
class SignedTokens implements HttpAuthenticationMechanism {
  private static final Pattern SIGNED =
      Pattern.compile("Bearer +[\\w-]+\\.[\\w-]+\\.[\\w-]+", Pattern.CASE_INSENSITIVE);
  private static final Pattern BEARER = Pattern.compile("Bearer\\b.*", Pattern.CASE_INSENSITIVE);

  @Override
  public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager known) {
    String sent = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    return sent == null || !BEARER.matcher(sent).matches() || SIGNED.matcher(sent).matches()
        ? Uni.createFrom().nullItem()
        : Uni.createFrom().failure(new AuthenticationFailedException());
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().nullItem();
  }

  /** Before the framework's own mechanisms. */
  @Override
  public int getPriority() {
    return 10 * DEFAULT_PRIORITY;
  }
}
