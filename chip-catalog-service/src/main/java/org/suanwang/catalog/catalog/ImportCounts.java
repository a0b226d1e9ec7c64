package org.suanwang.catalog.catalog;

import java.util.Collection;
import java.util.function.Predicate;

/** How much of what was offered is new to a catalogue. */
public record ImportCounts(Count sources, Count subjects, Count claims, Count verdicts) {

  /**
   * Things of one kind.
   *
   * @param added not there before
   * @param changed there before, and described otherwise from now on
   * @param unchanged there before as they are offered
   */
  public record Count(int added, int changed, int unchanged) {}

  /** Compares what is offered with what of it is new. */
  public static ImportCounts of(Catalog before, CatalogContent offered, CatalogContent increment) {
    return new ImportCounts(
        count(offered.sources(), increment.sources(), _ -> true),
        count(offered.subjects(), increment.subjects(), s -> before.findDossier(s.id()).isEmpty()),
        count(offered.claims(), increment.claims(), _ -> true),
        count(offered.verdicts(), increment.verdicts(), _ -> true));
  }

  private static <T> Count count(
      Collection<T> offered, Collection<T> increment, Predicate<T> isAdded) {
    int added = (int) increment.stream().filter(isAdded).count();
    return new Count(added, increment.size() - added, offered.size() - increment.size());
  }
}
