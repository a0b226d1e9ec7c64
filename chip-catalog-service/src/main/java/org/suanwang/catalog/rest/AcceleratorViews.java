package org.suanwang.catalog.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.rest.Views.AcceleratorItem;
import org.suanwang.catalog.rest.Views.SpecificationView;
import org.suanwang.catalog.rest.Views.VendorRef;
import org.suanwang.catalog.rest.Views.VersionView;

/** The answers about accelerators. */
// Written by hand into bytes: no signature tells the native build what is serialised.
@RegisterForReflection(
    targets = {
      AcceleratorViews.Detail.class,
      AcceleratorItem.class,
      SpecificationView.class,
      VendorRef.class,
      VersionView.class,
      Views.ThroughputView.class,
      Views.ResolvedView.class,
      DerivedView.class,
      CellView.class,
      FacetView.class,
      FacetView.ValueView.class,
      FacetView.BucketView.class
    })
final class AcceleratorViews {
  private AcceleratorViews() {}

  @Schema(name = "AcceleratorPage")
  record Page(
      VersionView catalogVersion,
      List<AcceleratorItem> items,
      @Nullable String nextCursor,
      int total,
      @Schema(
              description =
                  "How many more there may be: they fulfil every condition on a field of which they"
                      + " have a value, and have none for another")
          int unknown,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(description = "Only when asked for, in the order of the request")
          @Nullable List<FacetView> facets) {}

  @Schema(name = "Accelerator")
  record Detail(
      VersionView catalogVersion,
      String id,
      String name,
      List<String> aliases,
      VendorRef vendor,
      @Schema(examples = "PACKAGE") String scope,
      SpecificationView specification,
      List<DerivedView> derived,
      List<CellView> cells) {
    static Detail of(
        PublishedCatalog published,
        Accelerator accelerator,
        AcceleratorItem item,
        Specification specification,
        List<CellView> cells) {
      return new Detail(
          VersionView.of(published.version()),
          item.id(),
          item.name(),
          item.aliases(),
          item.vendor(),
          accelerator.scope().name(),
          item.specification(),
          DerivedView.of(specification, accelerator.scope()),
          cells);
    }
  }

  @Schema(name = "AcceleratorClaims")
  record Claims(
      VersionView catalogVersion,
      String accelerator,
      @Nullable LocalDate asOf,
      List<ClaimView> items,
      @Nullable String nextCursor,
      int total) {}
}
