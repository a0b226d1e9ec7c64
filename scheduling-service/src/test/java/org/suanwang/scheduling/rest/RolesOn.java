package org.suanwang.scheduling.rest;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** Roles are asked for; tokens are signed by the tests themselves, with a key made for the run. */
public final class RolesOn implements QuarkusTestProfile {
  /** A path whose tokens an issuer that does not answer would have to check. */
  static final String BEHIND_A_GONE_ISSUER = "/v1/fleets/behind-a-gone-issuer";

  static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    KeyPair keys = newKeys();
    return Map.ofEntries(
        Map.entry("quarkus.oidc.tenant-enabled", "true"),
        Map.entry("quarkus.oidc.public-key", base64(keys.getPublic().getEncoded())),
        Map.entry("smallrye.jwt.sign.key", base64(keys.getPrivate().getEncoded())),
        Map.entry("quarkus.oidc-client.client-enabled", "true"),
        Map.entry("quarkus.oidc-client.auth-server-url", "${suanwang.test.issuer}"),
        Map.entry("quarkus.oidc-client.discovery-enabled", "false"),
        Map.entry("quarkus.oidc-client.token-path", "/token"),
        Map.entry("quarkus.oidc-client.client-id", "scheduling"),
        Map.entry("quarkus.oidc-client.credentials.secret", "secret"),
        Map.entry("quarkus.oidc.gone.auth-server-url", "http://127.0.0.1:1"),
        Map.entry("quarkus.oidc.gone.tenant-paths", BEHIND_A_GONE_ISSUER));
  }

  private static String base64(byte[] der) {
    return Base64.getEncoder().encodeToString(der);
  }
}
