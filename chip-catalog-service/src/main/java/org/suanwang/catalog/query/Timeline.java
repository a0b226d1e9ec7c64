package org.suanwang.catalog.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.provenance.PartialDate;

/**
 * What was announced and released when.
 *
 * @param events by date; of a month or a year the first day counts, then the exactest date first
 * @param undated what has neither date, ordered by id
 */
public record Timeline(List<Event> events, List<Subject> undated) {
  private static final Comparator<Event> ORDER =
      Comparator.comparing((Event e) -> e.date().first())
          .thenComparing(e -> e.date().last())
          .thenComparing(e -> e.subject().id())
          .thenComparing(Event::kind);

  public Timeline {
    events = List.copyOf(events);
    undated = List.copyOf(undated);
  }

  /** What happened. */
  public enum Kind {
    ANNOUNCEMENT,
    RELEASE
  }

  /** One subject's announcement or release, with the claims that date it. */
  public record Event(Subject subject, Kind kind, PartialDate date, List<String> claimIds) {
    public Event {
      claimIds = List.copyOf(claimIds);
    }
  }

  /**
   * Which events are wanted.
   *
   * @param vendor the vendor's id
   * @param country ISO 3166-1 alpha-2, of the vendor
   * @param type {@code ACCELERATOR}, or what an item is
   * @param from events that may be on this day or later
   * @param to events that may be on this day or earlier
   */
  public record Question(
      Optional<String> vendor,
      Optional<String> country,
      Optional<String> type,
      Optional<LocalDate> from,
      Optional<LocalDate> to) {}

  /** All that happened, and what nobody dates; vendors have no dates of their own. */
  public static Timeline of(Catalog catalog, Question question) {
    List<Event> events = new ArrayList<>();
    List<Subject> undated = new ArrayList<>();
    for (Dossier dossier : catalog.dossiers()) {
      if (!(dossier.subject() instanceof Vendor) && isWanted(catalog, dossier, question)) {
        List<Event> own = events(dossier);
        own.stream().filter(e -> isWithin(e.date(), question)).forEach(events::add);
        if (own.isEmpty()) {
          undated.add(dossier.subject());
        }
      }
    }
    events.sort(ORDER);
    return new Timeline(events, undated);
  }

  private static boolean isWanted(Catalog catalog, Dossier dossier, Question question) {
    String vendorId = vendorId(dossier.subject());
    Optional<Vendor> vendor = Optional.ofNullable(vendorId).flatMap(catalog::findVendor);
    return question.vendor().map(v -> v.equals(vendorId)).orElse(true)
        && question
            .country()
            .map(c -> vendor.filter(v -> v.country().equalsIgnoreCase(c)).isPresent())
            .orElse(true)
        && question.type().map(type(dossier.subject())::equals).orElse(true);
  }

  /** The vendor of a subject that has one. */
  public static @Nullable String vendorId(Subject subject) {
    return switch (subject) {
      case Accelerator a -> a.vendorId();
      case Item i -> i.vendorId();
      case Vendor v -> v.id();
    };
  }

  /** What a subject is, in the words of the API. */
  public static String type(Subject subject) {
    return switch (subject) {
      case Accelerator _ -> "ACCELERATOR";
      case Vendor _ -> "VENDOR";
      case Item i -> i.kind().name();
    };
  }

  private static List<Event> events(Dossier dossier) {
    return Stream.of(
            event(dossier, Kind.ANNOUNCEMENT, Plain.ANNOUNCEMENT_DATE),
            event(dossier, Kind.RELEASE, Plain.RELEASE_DATE))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Event> event(Dossier dossier, Kind kind, Plain attribute) {
    return Optional.ofNullable(dossier.specification().text(attribute))
        .map(
            text ->
                new Event(
                    dossier.subject(),
                    kind,
                    PartialDate.parse(text),
                    Relations.claimIds(dossier, attribute)));
  }

  private static boolean isWithin(PartialDate date, Question question) {
    return question.from().map(f -> !date.last().isBefore(f)).orElse(true)
        && question.to().map(t -> !date.first().isAfter(t)).orElse(true);
  }
}
