package org.suanwang.catalog.exportcontrol;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.exportcontrol.Peak.Circuit;
import org.suanwang.catalog.exportcontrol.Peak.Scope;
import org.suanwang.catalog.exportcontrol.Peak.Sparsity;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * An accelerator with what the rules are expected to say of it, from cases.yaml.
 *
 * @param list its name in the independent list; null when it is not there
 * @param expect the expectations by name, as written
 */
public record ExportControlCase(
    String id, @Nullable String list, ChipFacts facts, Map<String, Object> expect) {

  public static List<ExportControlCase> all() throws IOException {
    try (InputStream in =
        requireNonNull(ExportControlCase.class.getResourceAsStream("/export-control/cases.yaml"))) {
      Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      return items(file.get("cases")).stream().map(ExportControlCase::read).toList();
    }
  }

  public String expected(String name) {
    return String.valueOf(expect.get(name));
  }

  public boolean expects(String name) {
    return expect.containsKey(name);
  }

  @Override
  public String toString() {
    return id;
  }

  private static ExportControlCase read(Map<String, Object> map) {
    String id = String.valueOf(map.get("id"));
    Map<String, Object> known = map(map.get("facts"));
    ChipFacts facts =
        new ChipFacts(
            id,
            items(map.get("peaks")).stream().map(p -> peak(id, p)).toList(),
            sourced(id, "die", known),
            statement(id, "nonPlanar", known),
            sourced(id, "io", known),
            sourced(id, "dram", known),
            null,
            statement(id, "dataCentre", known));
    String list = (String) map.get("list");
    return new ExportControlCase(id, list, facts, map(map.get("expect")));
  }

  private static Peak peak(String id, Map<String, Object> map) {
    String format = map.keySet().iterator().next();
    List<?> values = (List<?>) requireNonNull(map.get(format));
    return new Peak(
        format,
        Arrays.stream(values.get(1).toString().split(" or ", -1)).map(Integer::valueOf).toList(),
        new Sourced(Interval.of(values.get(0).toString()), List.of(id + "." + format)),
        !format.contains("INT"),
        constant(Circuit.class, values.get(2)),
        constant(Sparsity.class, values.get(3)),
        Scope.PACKAGE);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, Object initial) {
    return Arrays.stream(type.getEnumConstants())
        .filter(c -> c.name().startsWith(initial.toString()))
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable Sourced sourced(String id, String name, Map<String, Object> known) {
    Object value = known.get(name);
    return value == null ? null : new Sourced(interval(value), List.of(id + "." + name));
  }

  private static Interval interval(Object value) {
    if (!(value instanceof Map)) {
      return Interval.of(value.toString());
    }
    Map<String, Object> ends = map(value);
    BigDecimal low = new BigDecimal(String.valueOf(ends.get("low")));
    Object high = ends.get("high");
    return new Interval(low, high == null ? null : new BigDecimal(high.toString()));
  }

  private static Statement statement(String id, String name, Map<String, Object> known) {
    String text = String.valueOf(known.get(name)).toUpperCase(Locale.ROOT);
    return new Statement(Truth.valueOf(text), List.of(id + "." + name));
  }

  @SuppressWarnings("unchecked") // YAML mappings here have names for keys
  private static Map<String, Object> map(@Nullable Object value) {
    return (Map<String, Object>) requireNonNull(value);
  }

  private static List<Map<String, Object>> items(@Nullable Object value) {
    List<Map<String, Object>> items = new ArrayList<>();
    ((List<?>) requireNonNull(value)).forEach(item -> items.add(map(item)));
    return items;
  }
}
