package org.suanwang.catalog.exportcontrol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.exportcontrol.Peak.Circuit;
import org.suanwang.catalog.exportcontrol.Peak.Scope;
import org.suanwang.catalog.exportcontrol.Peak.Sparsity;

/** Made-up items for tests, one respect at a time. */
record Chips(
    List<Peak> peaks,
    @Nullable Interval die,
    @Nullable Interval io,
    @Nullable Interval dram,
    Truth nonPlanar,
    Truth dataCentre) {

  /** A data centre chip with so much TPP, given as INT8, of which nothing else is known. */
  static Chips withTpp(String tpp) {
    return withTpp(tpp, tpp);
  }

  static Chips withTpp(String low, String high) {
    Interval tpp = Interval.between(low, high);
    Interval eighth = tpp.per(Interval.of("8"));
    return new Chips(
        List.of(peak("INT8", eighth, Circuit.MATRIX, Sparsity.DENSE, 8)),
        null,
        null,
        null,
        Truth.YES,
        Truth.YES);
  }

  static Peak peak(
      String format, String value, Circuit circuit, Sparsity sparsity, Integer... bits) {
    return peak(format, Interval.of(value), circuit, sparsity, bits);
  }

  static Peak peak(
      String format, Interval value, Circuit circuit, Sparsity sparsity, Integer... bits) {
    return new Peak(
        format,
        List.of(bits),
        new Sourced(value, List.of("claim." + format + "." + sparsity)),
        !format.startsWith("INT"),
        circuit,
        sparsity,
        Scope.PACKAGE);
  }

  Chips die(Interval area) {
    return new Chips(peaks, area, io, dram, nonPlanar, dataCentre);
  }

  Chips die(String area) {
    return die(Interval.of(area));
  }

  Chips io(String rate) {
    return new Chips(peaks, die, Interval.of(rate), dram, nonPlanar, dataCentre);
  }

  Chips dram(String bandwidth) {
    return new Chips(peaks, die, io, Interval.of(bandwidth), nonPlanar, dataCentre);
  }

  Chips nonPlanar(Truth truth) {
    return new Chips(peaks, die, io, dram, truth, dataCentre);
  }

  Chips dataCentre(Truth truth) {
    return new Chips(peaks, die, io, dram, nonPlanar, truth);
  }

  ChipFacts facts() {
    return new ChipFacts(
        "made-up",
        peaks,
        sourced("die", die),
        new Statement(nonPlanar, List.of("claim.process")),
        sourced("io", io),
        sourced("dram", dram),
        null,
        new Statement(dataCentre, List.of("claim.segment")));
  }

  private static @Nullable Sourced sourced(String name, @Nullable Interval value) {
    return value == null ? null : new Sourced(value, List.of("claim." + name));
  }
}
