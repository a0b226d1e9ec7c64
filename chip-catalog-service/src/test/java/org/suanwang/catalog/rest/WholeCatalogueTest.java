package org.suanwang.catalog.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.load.ShippedData;
import org.suanwang.local.testing.PostgresTestResource;

/** Everything that the shipped catalogue holds can be read, by every call that reads it. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class WholeCatalogueTest {
  @Test
  void everySubject_isAnsweredByEveryCall() {
    List<String> failed = new ArrayList<>();
    ShippedData.catalog().dossiers().stream()
        .map(Dossier::subject)
        .flatMap(WholeCatalogueTest::paths)
        .forEach(
            path -> {
              int status = given().get(path).statusCode();
              if (status != 200) {
                failed.add(status + " " + path);
              }
            });
    assertThat(failed).isEmpty();
  }

  private static Stream<String> paths(Subject subject) {
    String id = subject.id();
    return switch (subject) {
      case Accelerator _ ->
          Stream.of(
                  "",
                  "?asOf=2024-03-26&knownOn=2026-11-24",
                  "/claims",
                  "/lineage",
                  "/export-control?on=2022-10-08",
                  "/export-control?on=2026-11-25")
              .map(rest -> "/v1/accelerators/" + id + rest);
      case Vendor _ -> Stream.of("", "/claims").map(rest -> "/v1/vendors/" + id + rest);
      case Item item ->
          Stream.of("", "/claims").map(rest -> "/v1/" + folder(item) + "/" + id + rest);
    };
  }

  private static String folder(Item item) {
    return switch (item.kind()) {
      case SYSTEM -> "systems";
      case SOFTWARE_STACK -> "software-stacks";
      case AI_MODEL -> "ai-models";
      case INTERCONNECT -> "interconnects";
      case POLICY -> "policies";
    };
  }
}
