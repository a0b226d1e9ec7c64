package org.suanwang.scheduling.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.Suggestion;
import org.suanwang.scheduling.cluster.FleetLimits;
import org.suanwang.scheduling.cluster.Hub;
import org.suanwang.scheduling.network.Link;
import org.suanwang.scheduling.network.LinkPrice;
import org.suanwang.scheduling.network.NetworkLimits;
import org.suanwang.scheduling.network.Thousandths;

/** Reads the links of a {@link FleetRequest} and notes everything that is wrong with them. */
final class LinkReader {
  static final String PRICE_UNIT = "CNY/GB";

  private final Findings findings;
  private final List<String> hubs;
  private final Set<Set<String>> pairs = new HashSet<>();

  LinkReader(Findings findings, List<Hub> hubs) {
    this.findings = findings;
    this.hubs = hubs.stream().map(Hub::id).toList();
  }

  List<Link> read(@Nullable List<FleetRequest.@Nullable LinkRequest> requests) {
    List<FleetRequest.@Nullable LinkRequest> given =
        Objects.requireNonNullElse(requests, List.of());
    boolean areFew =
        findings.require(
            given.size() <= NetworkLimits.LINKS_MAX,
            "links",
            given.size() + " links",
            "at most " + NetworkLimits.LINKS_MAX,
            "leave out those that nobody uses");
    List<Link> links = new ArrayList<>();
    for (int i = 0; areFew && i < given.size() && !findings.isFull(); i++) {
      String field = "links[" + i + "]";
      FleetRequest.LinkRequest link = given.get(i);
      if (link == null) {
        findings.add(field, null, "must be a link", "remove the null");
      } else {
        read(field, link, links);
      }
    }
    return links;
  }

  private void read(String field, FleetRequest.LinkRequest link, List<Link> links) {
    String from = hub(field + ".from", link.from());
    String to = hub(field + ".to", link.to());
    double roundTrip = roundTrip(field + ".roundTripMillis", link.roundTripMillis());
    long rate = rate(field + ".gigabitsPerSecond", link.gigabitsPerSecond());
    LinkPrice price = price(field + ".price", link.price());
    if (from.isEmpty() || to.isEmpty()) {
      return;
    }
    boolean isPair =
        findings.require(
            !from.equals(to),
            field + ".to",
            to,
            "must be another hub than from",
            "remove the link");
    boolean isNew =
        isPair
            && findings.require(
                pairs.add(Set.of(from, to)),
                field,
                from + ", " + to,
                "a pair of hubs has one link, which serves both directions",
                "remove one of the two");
    if (isNew && rate > 0) {
      links.add(new Link(from, to, roundTrip, rate, price));
    }
  }

  /** Empty when it is none. */
  private String hub(String field, @Nullable String given) {
    String hub = findings.name(field, given, FleetLimits.NAME_LENGTH_MAX);
    if (!hub.isEmpty() && !hubs.contains(hub)) {
      findings.add(field, hub, "must be a hub of the fleet", Suggestion.remedy(hub, hubs));
      return "";
    }
    return hub;
  }

  private double roundTrip(String field, @Nullable Double given) {
    findings.require(given != null, field, null, "is required", "say how many milliseconds");
    return findings.number(field, given, 0, NetworkLimits.ROUND_TRIP_MILLIS_MAX, 0);
  }

  /** In 10⁶ bit/s; −1 when it is no rate. */
  private long rate(String field, @Nullable Double given) {
    double min = NetworkLimits.GIGABITS_PER_SECOND_MIN;
    int max = NetworkLimits.GIGABITS_PER_SECOND_MAX;
    long rate = given == null ? -1 : Thousandths.of(given, min, max);
    findings.require(
        rate > 0, field, given, Thousandths.RULE.formatted(min, max), "say how many 10⁹ bit/s");
    return rate;
  }

  private @Nullable LinkPrice price(String field, FleetRequest.@Nullable LinkPriceRequest price) {
    if (price == null) {
      return null;
    }
    long micro =
        new PriceReader(findings, field)
            .micro(
                price.value(),
                price.unit(),
                PRICE_UNIT,
                price.rationale(),
                NetworkLimits.PRICE_MAX);
    return new LinkPrice(micro, Objects.requireNonNullElse(price.rationale(), ""));
  }
}
