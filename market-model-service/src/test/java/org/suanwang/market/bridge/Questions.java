package org.suanwang.market.bridge;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.scenario.PublishedModel;

/** A question of demand, changed one part at a time. */
record Questions(
    PublishedModel model,
    @Nullable String scenario,
    String device,
    LocalDate start,
    List<String> classes,
    DemandShare share,
    @Nullable Duration servingTime,
    ServingDemand.Cut cut,
    DemandQuestion.Snapshots snapshots) {
  static final List<String> REGIONS = List.of("north", "east", "south");

  static Questions of(PublishedModel model, String device) {
    return new Questions(
        model,
        null,
        device,
        LocalDate.of(2025, 1, 1),
        List.of(),
        DemandShare.ALL,
        null,
        ServingDemand.Cut.USUAL,
        new DemandQuestion.Snapshots(null, null, null));
  }

  Questions in(String changed) {
    return new Questions(
        model, changed, device, start, classes, share, servingTime, cut, snapshots);
  }

  Questions from(LocalDate changed) {
    return new Questions(
        model, scenario, device, changed, classes, share, servingTime, cut, snapshots);
  }

  Questions only(String jobClass) {
    return new Questions(
        model, scenario, device, start, List.of(jobClass), share, servingTime, cut, snapshots);
  }

  Questions share(DemandShare changed) {
    return new Questions(
        model, scenario, device, start, classes, changed, servingTime, cut, snapshots);
  }

  Questions served(int days, long replicaDevices, int jobsMax) {
    var changed = new ServingDemand.Cut(replicaDevices, jobsMax);
    return new Questions(
        model, scenario, device, start, classes, share, Duration.ofDays(days), changed, snapshots);
  }

  Questions with(DemandQuestion.Snapshots changed) {
    return new Questions(model, scenario, device, start, classes, share, servingTime, cut, changed);
  }

  DemandQuestion ask() {
    return new DemandQuestion(
        model, scenario, device, start, REGIONS, classes, share, servingTime, cut, snapshots);
  }
}
