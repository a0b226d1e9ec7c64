package org.suanwang.catalog.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.query.CategoryField;
import org.suanwang.catalog.query.NumberField;
import org.suanwang.catalog.rest.Views.VersionView;

/**
 * Tells by what accelerators can be searched: which numbers there are follows from the catalogue.
 */
@Path("/v1/accelerator-fields")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accelerators")
@CatalogRead
@NonBlocking
class AcceleratorFieldResource {
  private final ServedCatalogs served;

  AcceleratorFieldResource(ServedCatalogs served) {
    this.served = served;
  }

  @Schema(name = "AcceleratorField")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Field(
      @Schema(examples = "fp16") String name,
      @Schema(enumeration = {"CATEGORY", "NUMBER", "DATE"}) String kind,
      @Schema(examples = "FP16 peak, dense") @Nullable String meaning,
      @Schema(examples = "TFLOP/s") @Nullable String unit) {
    static Field of(CategoryField category) {
      return new Field(category.parameter(), "CATEGORY", null, null);
    }

    static Field of(NumberField number) {
      return new Field(
          number.parameter(),
          number.isDate() ? "DATE" : "NUMBER",
          number.meaning(),
          number.isDate() ? null : number.unit());
    }
  }

  @Schema(name = "AcceleratorFields")
  record Fields(VersionView catalogVersion, List<Field> items, int total) {}

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(
      operationId = "listAcceleratorFields",
      summary = "By what accelerators can be filtered, ordered and divided",
      description =
          "Categories take values, numbers and dates take .min and .max; all of them can be sorted"
              + " by and asked for as facets.")
  public Fields list() {
    ServedCatalog catalog = served.require();
    List<Field> fields =
        Stream.concat(
                Arrays.stream(CategoryField.values()).map(Field::of),
                catalog.index().numberFields().values().stream().map(Field::of))
            .toList();
    return new Fields(VersionView.of(catalog.published().version()), fields, fields.size());
  }
}
