package org.suanwang.catalog.accelerator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;

/** Reads attributes from the one text that names them, see {@link Attribute#key()}. */
public final class AttributeKey {
  /** Names of clocks, prices, benchmarks are no longer than this. */
  public static final int NAME_LENGTH_MAX = 100;

  private AttributeKey() {}

  /**
   * The attribute that a text names, or empty when there is none.
   *
   * @param scope what one device is, for peaks that do not say so
   */
  public static Optional<Attribute> find(String key, Scope scope) {
    int space = key.indexOf(' ');
    if (space < 0) {
      return Plain.find(key).map(p -> p);
    }
    String first = key.substring(0, space);
    String rest = key.substring(space + 1).strip();
    if (rest.isEmpty() || rest.length() > NAME_LENGTH_MAX) {
      return Optional.empty();
    }
    return Stream.<Optional<? extends Attribute>>of(
            Named.Family.find(first).map(f -> new Named(f, rest)),
            Link.Relation.find(first).map(r -> new Link(r, rest)),
            throughput(first, List.of(rest.split(" +")), scope))
        .flatMap(Optional::stream)
        .map(a -> (Attribute) a)
        .findFirst();
  }

  private static Optional<Throughput> throughput(String first, List<String> words, Scope scope) {
    Optional<Precision> precision = constant(Precision.class, first);
    if (precision.isEmpty() || words.size() < 2 || words.size() > 3) {
      return Optional.empty();
    }
    Optional<Sparsity> sparsity = constant(Sparsity.class, words.get(0));
    Optional<Circuit> circuit = constant(Circuit.class, words.get(1));
    Optional<Scope> of =
        words.size() == 3 ? constant(Scope.class, words.get(2)) : Optional.of(scope);
    return sparsity.flatMap(
        s -> circuit.flatMap(c -> of.map(o -> new Throughput(precision.get(), s, c, o))));
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants()).filter(c -> c.name().equals(name)).findFirst();
  }

  /**
   * The key in small letters, digits and hyphens, for the ids of claims; letters of all scripts.
   */
  public static String slug(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
  }

  /** Every first word of a key, for messages that tell what could be used instead. */
  public static List<String> kinds() {
    return Stream.of(
            Arrays.stream(Precision.values()).map(Precision::name),
            Arrays.stream(Plain.values()).map(Plain::kind),
            Arrays.stream(Named.Family.values()).map(Named.Family::kind),
            Arrays.stream(Link.Relation.values()).map(Link.Relation::kind))
        .flatMap(s -> s)
        .toList();
  }
}
