package org.suanwang.catalog.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.query.Composition;
import org.suanwang.catalog.query.Constraint;
import org.suanwang.catalog.query.Devices;
import org.suanwang.catalog.query.Equipment;
import org.suanwang.catalog.query.Equivalence;
import org.suanwang.catalog.query.WholeSystems;
import org.suanwang.catalog.rest.Views.CountView;
import org.suanwang.catalog.rest.Views.RatioView;
import org.suanwang.catalog.rest.Views.ResolvedView;
import org.suanwang.catalog.rest.Views.VersionView;

/** The parts of an equivalence's answer. */
final class EquivalenceViews {
  private EquivalenceViews() {}

  @Schema(name = "CountSpan")
  record CountSpan(long value, long low, long high, String unit) {
    static CountSpan of(Devices devices, String unit) {
      return new CountSpan(devices.value(), devices.low(), devices.high(), unit);
    }
  }

  @Schema(name = "ContainedDevices", description = "What one system holds")
  record PartView(String accelerator, ResolvedView count) {
    static List<PartView> of(Equipment equipment) {
      return equipment.composition().parts().stream().map(PartView::of).toList();
    }

    private static PartView of(Composition.Part part) {
      return new PartView(part.accelerator().id(), ResolvedView.required(part.count()));
    }
  }

  @Schema(name = "PowerOfSide", description = "What one side draws together; null is unknown")
  record PowerView(@Nullable ResolvedView total, List<String> missing) {
    static PowerView of(Equivalence.Power p) {
      return new PowerView(ResolvedView.of(p.total()), p.missing());
    }
  }

  @Schema(name = "EquivalenceFrom")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FromView(
      @Nullable String accelerator,
      @Nullable String system,
      CountView count,
      List<PartView> contains,
      PowerView power) {
    static FromView of(Equivalence e) {
      String id = e.from().id();
      return new FromView(
          e.from().isSystem() ? null : id,
          e.from().isSystem() ? id : null,
          new CountView(e.fromCount(), unit(e.from())),
          PartView.of(e.from()),
          PowerView.of(e.fromPower()));
    }
  }

  private static String unit(Equipment side) {
    return side.isSystem() ? "system" : "device";
  }

  @Schema(
      name = "WholeSystems",
      description = "How many systems that are made of nothing but it hold the devices")
  record SystemsView(
      String system, ResolvedView devicesEach, @Nullable ResolvedView powerEach, CountSpan count) {
    static SystemsView of(WholeSystems s) {
      return new SystemsView(
          s.system().id(),
          ResolvedView.required(s.devicesEach()),
          ResolvedView.of(s.powerEach()),
          CountSpan.of(s.count(), "system"));
    }
  }

  @Schema(name = "EquivalenceTo")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ToView(
      @Nullable String accelerator,
      @Nullable String system,
      CountSpan count,
      List<PartView> contains,
      PowerView power,
      List<SystemsView> systems) {
    static ToView of(Equivalence e) {
      String id = e.to().id();
      return new ToView(
          e.to().isSystem() ? null : id,
          e.to().isSystem() ? id : null,
          new CountSpan(e.count(), e.countLow(), e.countHigh(), unit(e.to())),
          PartView.of(e.to()),
          PowerView.of(e.toPower()),
          e.systems().stream().map(SystemsView::of).toList());
    }
  }

  @Schema(name = "Constraint")
  record ConstraintView(
      @Schema(examples = "throughput") String name,
      @Schema(
              enumeration = {"COMPARED", "ASSUMED_EQUAL", "UNKNOWN"},
              examples = "COMPARED")
          String state,
      @Nullable ResolvedView from,
      @Nullable ResolvedView to,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String fromCircuit,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String toCircuit,
      @Nullable RatioView ratio,
      List<String> missing,
      @Schema(
              description =
                  "Whether it has a say; a peak has none where what is reached of it is known")
          boolean counts,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note) {
    static ConstraintView of(Constraint c) {
      return new ConstraintView(
          c.name(),
          c.state().name(),
          ResolvedView.of(c.from()),
          ResolvedView.of(c.to()),
          c.fromCircuit() == null ? null : c.fromCircuit().name(),
          c.toCircuit() == null ? null : c.toCircuit().name(),
          RatioView.of(c.ratio()),
          c.missing(),
          c.counts(),
          c.note());
    }
  }

  @Schema(name = "Equivalence")
  record Answer(
      VersionView catalogVersion,
      FromView from,
      ToView to,
      String precision,
      String bindingConstraint,
      List<ConstraintView> constraints) {
    static Answer of(VersionView version, String precision, Equivalence e) {
      return new Answer(
          version,
          FromView.of(e),
          ToView.of(e),
          precision,
          e.bindingConstraint(),
          e.constraints().stream().map(ConstraintView::of).toList());
    }
  }
}
