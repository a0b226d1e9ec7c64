package org.suanwang.catalog.rest;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** Roles are asked for; tokens are signed by the tests themselves, with a key made for the run. */
public final class RolesOn implements QuarkusTestProfile {
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
    return Map.of(
        "quarkus.oidc.tenant-enabled", "true",
        "quarkus.oidc.public-key", base64(keys.getPublic().getEncoded()),
        "smallrye.jwt.sign.key", base64(keys.getPrivate().getEncoded()));
  }

  private static String base64(byte[] der) {
    return Base64.getEncoder().encodeToString(der);
  }
}
