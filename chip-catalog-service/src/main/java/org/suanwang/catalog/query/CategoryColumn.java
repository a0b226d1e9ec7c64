package org.suanwang.catalog.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Subject;

/** One category of all accelerators of a catalogue: which have which value. Immutable. */
final class CategoryColumn {
  private static final String ANY = "*";

  private final int size;
  private final List<Entry> entries;
  private final Map<String, long[]> bySpelling;
  private final NumberColumn order;

  /** A value, and who has it. */
  @SuppressWarnings("ArrayRecordComponent") // Made once, and never changed.
  record Entry(String value, long[] members) {}

  private CategoryColumn(
      int size, List<Entry> entries, Map<String, long[]> bySpelling, NumberColumn order) {
    this.size = size;
    this.entries = List.copyOf(entries);
    this.bySpelling = bySpelling;
    this.order = order;
  }

  /**
   * Reads the values of all accelerators.
   *
   * @param values of each accelerator
   * @param others what values are called besides, by their ids
   */
  static CategoryColumn of(List<List<String>> values, Collection<? extends Subject> others) {
    int size = values.size();
    SortedMap<String, long[]> members = new TreeMap<>();
    for (int place = 0; place < size; place++) {
      for (String value : values.get(place)) {
        Bits.set(members.computeIfAbsent(value, _ -> Bits.none(size)), place);
      }
    }
    List<Entry> entries = new ArrayList<>();
    Map<String, long[]> bySpelling = new HashMap<>();
    members.forEach(
        (value, bits) -> {
          entries.add(new Entry(value, bits));
          join(bySpelling, Spelling.plain(value), bits);
        });
    for (Subject subject : others) {
      long[] bits = members.get(subject.id());
      if (bits != null) {
        names(subject).forEach(name -> join(bySpelling, name, bits));
      }
    }
    return new CategoryColumn(size, entries, bySpelling, order(values, members));
  }

  private static Stream<String> names(Subject subject) {
    return Candidate.names(subject).map(Spelling::plain).distinct();
  }

  private static void join(Map<String, long[]> bySpelling, String spelling, long[] bits) {
    long[] joined = bySpelling.get(spelling);
    bySpelling.put(spelling, joined == null ? bits : union(joined, bits));
  }

  private static long[] union(long[] one, long[] other) {
    long[] bits = one.clone();
    Bits.add(bits, other);
    return bits;
  }

  /** The first value of each, as its number in the order of texts. */
  private static NumberColumn order(List<List<String>> values, SortedMap<String, long[]> members) {
    List<String> ordered = List.copyOf(members.keySet());
    double[] first = new double[values.size()];
    for (int place = 0; place < first.length; place++) {
      List<String> own = values.get(place);
      first[place] = own.isEmpty() ? Double.NaN : Collections.binarySearch(ordered, own.getFirst());
    }
    return NumberColumn.of(first);
  }

  /** Who has any of the wanted values; {@code *} before or after one stands for anything. */
  long[] any(List<String> wanted) {
    long[] bits = Bits.none(size);
    for (String value : wanted) {
      addMembers(bits, value);
    }
    return bits;
  }

  private void addMembers(long[] bits, String value) {
    String plain = Spelling.plain(value);
    if (!plain.contains(ANY)) {
      long[] members = bySpelling.get(plain);
      if (members != null) {
        Bits.add(bits, members);
      }
      return;
    }
    boolean isOpenBefore = plain.startsWith(ANY);
    boolean isOpenAfter = plain.endsWith(ANY);
    String core = plain.replace(ANY, "");
    bySpelling.forEach(
        (spelling, members) -> {
          if (matches(spelling, core, isOpenBefore, isOpenAfter)) {
            Bits.add(bits, members);
          }
        });
  }

  private static boolean matches(
      String spelling, String core, boolean isOpenBefore, boolean isOpenAfter) {
    if (isOpenBefore) {
      return isOpenAfter ? spelling.contains(core) : spelling.endsWith(core);
    }
    return isOpenAfter ? spelling.startsWith(core) : spelling.equals(core);
  }

  /** Every value with who has it, in the order of texts. */
  List<Entry> entries() {
    return entries;
  }

  /** The order by first values. */
  NumberColumn order() {
    return order;
  }
}
