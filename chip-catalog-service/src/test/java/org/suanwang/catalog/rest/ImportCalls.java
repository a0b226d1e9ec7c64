package org.suanwang.catalog.rest;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;

/** Calls that tests of imports and exports share. */
final class ImportCalls {
  private ImportCalls() {}

  static final String YAML = "application/yaml";
  static final String JSON = "application/json";
  static final String CSV = "text/csv";

  /** A package that adds a claim to an accelerator of the report. */
  static String yaml(String source, String capacity) {
    return """
        package: {id: %s-package, version: "1", title: "T", licence: "L", released: 2026-11-20}
        sources:
          - {id: %s, title: "A sheet", publisher: "P", tier: PRESS, date: 2021-07}
        accelerators:
          - id: enflame-cloudblazer-t20
            statements:
              - source: %s
                place: "page 2"
                says: {memoryCapacity: "%s GB"}
        """
        .formatted(source, source, source, capacity);
  }

  static RequestSpecification body(String type, Object body) {
    byte[] bytes =
        body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : (byte[]) body;
    return given()
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .contentType(type)
        .header("X-User", "example-analyst")
        .body(bytes);
  }

  static ValidatableResponse post(String type, Object body, String query) {
    return body(type, body).post("/v1/imports" + query).then();
  }

  static String served() {
    return given().get("/v1/catalog-versions?limit=1").path("items[0].id");
  }
}
