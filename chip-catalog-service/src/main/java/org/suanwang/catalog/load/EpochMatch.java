package org.suanwang.catalog.load;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Scope;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.catalog.Catalog;

/**
 * Finds the accelerator that a row of a table is about: the one that has the row's name or alias;
 * else the one of which several claims cite the row; else a new one. It never chooses between
 * several.
 */
final class EpochMatch {
  private static final int ID_LENGTH_MAX = 100;

  /** A cell or two may be cited for what they say of a relative; a row's own has more. */
  private static final int CITATIONS_MIN = 3;

  /**
   * What a row is about.
   *
   * @param accelerator none when the row has to be left out
   * @param vendor its maker, when the catalogue does not have it yet
   * @param note why it is left out, or what was assumed
   */
  record Match(
      @Nullable Accelerator accelerator, boolean isNew, @Nullable Vendor vendor, String note) {}

  private final Catalog known;
  private final Makers makers;
  private final Map<String, Set<String>> byName = new HashMap<>();
  private final Map<String, Map<String, Integer>> citations = new HashMap<>();

  EpochMatch(Catalog known, Makers makers, String sourceId) {
    this.known = known;
    this.makers = makers;
    for (Accelerator a : known.accelerators()) {
      Stream.concat(Stream.of(a.name()), a.aliases().stream())
          .forEach(name -> put(byName, a.vendorId() + " " + Makers.plain(name), a.id()));
      Stream.concat(Stream.of(a.name()), a.aliases().stream())
          .forEach(name -> put(byName, Makers.plain(name), a.id()));
    }
    known
        .claims()
        .filter(c -> c.sourceId().equals(sourceId) && c.locator().row() != null)
        .filter(c -> known.findAccelerator(c.subject()).isPresent())
        .forEach(
            c ->
                citations
                    .computeIfAbsent(String.valueOf(c.locator().row()), _ -> new TreeMap<>())
                    .merge(c.subject(), 1, Integer::sum));
  }

  private static void put(Map<String, Set<String>> index, String key, String id) {
    index.computeIfAbsent(key, _ -> new TreeSet<>()).add(id);
  }

  Match find(String name, String makerName) {
    Optional<Vendor> maker = makers.find(makerName);
    String shortName = maker.map(m -> makers.withoutMaker(name, m)).orElse(name);
    Map<String, Integer> cited = citations.getOrDefault(name, Map.of());
    Set<String> citing = new TreeSet<>(cited.keySet());
    citing.removeIf(id -> cited.getOrDefault(id, 0) < CITATIONS_MIN);
    Set<String> named = named(name, shortName, maker);
    Set<String> both = new TreeSet<>(named);
    both.retainAll(citing);
    for (Set<String> candidates : List.of(both, named, citing)) {
      if (candidates.size() == 1) {
        return known(candidates.iterator().next());
      }
    }
    if (named.isEmpty() && cited.isEmpty()) {
      return described(shortName, makerName, maker);
    }
    Set<String> all = new TreeSet<>(named);
    all.addAll(cited.keySet());
    return refused(
        "it may be "
            + String.join(" or ", all)
            + ", or none of them: give the right one the row's name as an alias");
  }

  private Set<String> named(String name, String shortName, Optional<Vendor> maker) {
    Set<String> found = new TreeSet<>();
    maker.ifPresent(
        m -> found.addAll(byName.getOrDefault(m.id() + " " + Makers.plain(shortName), Set.of())));
    found.addAll(byName.getOrDefault(Makers.plain(name), Set.of()));
    return found;
  }

  private Match known(String id) {
    return new Match(known.findAccelerator(id).orElseThrow(), false, null, "");
  }

  private Match described(String name, String makerName, Optional<Vendor> maker) {
    if (maker.isEmpty()) {
      return refused(
          makerName.isBlank()
              ? "the row names no maker, and no accelerator is known by this name"
              : "the maker \""
                  + makerName
                  + "\" is not known; add it first, with its country, as a vendor of a package");
    }
    Vendor vendor = maker.get();
    String slug =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String id = vendor.id() + "-" + slug;
    if (slug.isEmpty() || id.length() > ID_LENGTH_MAX) {
      return refused("no id can be made of its name; add the accelerator first");
    }
    if (known.findAccelerator(id).isPresent()) {
      return known(id);
    }
    if (known.findDossier(id).isPresent()) {
      return refused("the id " + id + " is taken by something else");
    }
    boolean isVendorNew = known.findVendor(vendor.id()).isEmpty();
    return new Match(
        new Accelerator(id, name, List.of(), vendor.id(), Scope.PACKAGE),
        true,
        isVendorNew ? vendor : null,
        "new; the table does not say whether one device of it is a package or a board: a package is"
            + " assumed");
  }

  private static Match refused(String why) {
    return new Match(null, false, null, why);
  }
}
