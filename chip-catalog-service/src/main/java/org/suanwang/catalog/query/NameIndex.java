package org.suanwang.catalog.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.accelerator.Subject;

/**
 * Finds accelerators by words in their names, in those of the accelerators that they contain, as a
 * board its chips, and in their vendors' names, in any script. Its answers never change.
 *
 * <p>Pairs of neighbouring letters lead to the few accelerators whose names are looked through.
 */
final class NameIndex {
  /** Between names, and in no spelling. */
  private static final String BETWEEN = "\n";

  /** Of 10,000 accelerators the words take a quarter of a megabyte. */
  private static final int WORDS_MAX = 200;

  private final int size;
  private final List<String> texts = new ArrayList<>();
  private final Map<Integer, long[]> byPair = new HashMap<>();
  private final Map<String, long[]> byNameOfOther = new LinkedHashMap<>();
  private final Map<String, long[]> byWord = new ConcurrentHashMap<>();
  private final List<Name> sorted = new ArrayList<>();

  /** One name of an accelerator, as it is looked for. */
  private record Name(String spelling, int place) {}

  /**
   * Who is named so, best first.
   *
   * @param exact a name is just this
   * @param begins a name begins so, and none is exact
   * @param other the rest
   */
  @SuppressWarnings("ArrayRecordComponent") // Made once, and never changed.
  record Found(long[] exact, long[] begins, long[] other) {
    long[] all() {
      long[] bits = exact.clone();
      Bits.add(bits, begins);
      Bits.add(bits, other);
      return bits;
    }

    List<long[]> bestFirst() {
      return List.of(exact, begins, other);
    }
  }

  NameIndex(List<Candidate> candidates) {
    this.size = candidates.size();
    Map<String, Accelerator> accelerators = new HashMap<>();
    candidates.forEach(c -> accelerators.put(c.accelerator().id(), c.accelerator()));
    for (int place = 0; place < size; place++) {
      Candidate candidate = candidates.get(place);
      List<String> own = spellings(Candidate.names(candidate.accelerator()));
      texts.add(String.join(BETWEEN, own));
      for (String name : own) {
        sorted.add(new Name(name, place));
        addPairs(name, place);
      }
      addOther(candidate.vendor(), place);
      int there = place;
      Candidate.targets(candidate.specification(), Link.Relation.CONTAINS)
          .map(accelerators::get)
          .filter(Objects::nonNull)
          .forEach(contained -> addOther(contained, there));
    }
    sorted.sort(Comparator.comparing(Name::spelling).thenComparingInt(Name::place));
  }

  private void addOther(Subject other, int place) {
    for (String name : spellings(Candidate.names(other))) {
      Bits.set(byNameOfOther.computeIfAbsent(name, _ -> Bits.none(size)), place);
    }
  }

  private static List<String> spellings(Stream<String> names) {
    return names.map(Spelling::plain).filter(n -> !n.isEmpty()).distinct().toList();
  }

  private void addPairs(String name, int place) {
    for (int i = 0; i < name.length(); i++) {
      Bits.set(byPair.computeIfAbsent((int) name.charAt(i), _ -> Bits.none(size)), place);
      if (i > 0) {
        int pair = pair(name.charAt(i - 1), name.charAt(i));
        Bits.set(byPair.computeIfAbsent(pair, _ -> Bits.none(size)), place);
      }
    }
  }

  private static int pair(char one, char other) {
    return one << Character.SIZE | other;
  }

  /** Who has all words of a text in its names. */
  Found find(String text) {
    List<String> words =
        Stream.of(text.strip().split("[\\s\u3000,;，；、]+"))
            .map(Spelling::plain)
            .filter(w -> !w.isEmpty())
            .collect(Collectors.toList());
    long[] all = Bits.all(size);
    words.forEach(word -> Bits.retain(all, having(word)));
    String whole = String.join("", words);
    long[] begins = beginning(whole, false);
    Bits.retain(begins, all);
    long[] exact = beginning(whole, true);
    Bits.retain(exact, all);
    Bits.remove(begins, exact);
    Bits.remove(all, exact);
    Bits.remove(all, begins);
    return new Found(exact, begins, all);
  }

  /** Who has a word in its names or the others'; words that are asked for again are known. */
  private long[] having(String word) {
    long[] there = byWord.get(word);
    if (there != null) {
      return there;
    }
    long[] having = lookThrough(word);
    if (byWord.size() < WORDS_MAX) {
      byWord.put(word, having);
    }
    return having;
  }

  /** Looks through the names only of those who can have the word, and whose others have it not. */
  private long[] lookThrough(String word) {
    long[] having = Bits.none(size);
    byNameOfOther.forEach(
        (name, members) -> {
          if (name.contains(word)) {
            Bits.add(having, members);
          }
        });
    long[] own = likely(word);
    Bits.remove(own, having);
    for (int place = Bits.next(own, 0); place >= 0; place = Bits.next(own, place + 1)) {
      // Of at most two letters the pairs say all.
      if (word.length() <= 2 || texts.get(place).contains(word)) {
        Bits.set(having, place);
      }
    }
    return having;
  }

  /** Who has every pair of a word. */
  private long[] likely(String word) {
    long[] bits = Bits.none(size);
    Bits.add(bits, members(word.charAt(0)));
    for (int i = 1; i < word.length(); i++) {
      Bits.retain(bits, members(pair(word.charAt(i - 1), word.charAt(i))));
    }
    return bits;
  }

  private long[] members(int pair) {
    long[] members = byPair.get(pair);
    return members == null ? Bits.none(size) : members;
  }

  private long[] beginning(String whole, boolean exactly) {
    long[] bits = Bits.none(size);
    for (int i = firstFrom(whole); i < sorted.size(); i++) {
      Name name = sorted.get(i);
      if (exactly ? !name.spelling().equals(whole) : !name.spelling().startsWith(whole)) {
        break;
      }
      Bits.set(bits, name.place());
    }
    return bits;
  }

  private int firstFrom(String spelling) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle).spelling().compareTo(spelling) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
