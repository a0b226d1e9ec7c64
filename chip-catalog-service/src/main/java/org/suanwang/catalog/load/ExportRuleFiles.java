package org.suanwang.catalog.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.suanwang.catalog.check.InvalidInputException;
import org.suanwang.catalog.check.Violation;
import org.suanwang.catalog.exportcontrol.Rule;
import org.suanwang.catalog.exportcontrol.RuleBook;

/** Loads the export rules by their manifest; with anything wrong in them none is loaded. */
public final class ExportRuleFiles {
  static final String MANIFEST = "manifest.yaml";

  private final Function<String, Optional<String>> files;

  /**
   * @param files the text of a file by its name below {@code export-control/}
   */
  public ExportRuleFiles(Function<String, Optional<String>> files) {
    this.files = files;
  }

  /** The rules that are built into the service. */
  public static ExportRuleFiles onClasspath() {
    return new ExportRuleFiles(
        name -> {
          ClassLoader loader = Thread.currentThread().getContextClassLoader();
          try (InputStream in = loader.getResourceAsStream("export-control/" + name)) {
            return in == null
                ? Optional.empty()
                : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
          } catch (IOException e) {
            throw new UncheckedIOException("export-control/" + name + " cannot be read", e);
          }
        });
  }

  /**
   * Loads all rules.
   *
   * @throws InvalidInputException naming file, line, rule and remedy of everything found
   */
  public RuleBook load() {
    List<Violation> violations = new ArrayList<>();
    List<Rule> rules = new ArrayList<>();
    open(MANIFEST, violations)
        .ifPresent(
            manifest ->
                manifest.allow("rules").texts("rules").forEach(id -> read(id, rules, violations)));
    checkChains(rules, violations);
    if (!violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
    return new RuleBook(rules);
  }

  private Optional<YamlMap> open(String file, List<Violation> violations) {
    Optional<String> text = files.apply(file);
    if (text.isEmpty()) {
      violations.add(new Violation(file, "", "the file must be there", "add it, or unlist it"));
    }
    return text.flatMap(t -> YamlFile.read(file, t, violations));
  }

  private void read(String id, List<Rule> rules, List<Violation> violations) {
    String file = "rules/" + id + ".yaml";
    open(file, violations)
        .ifPresent(
            map -> {
              if (!map.text("id").equals(id)) {
                map.violate("id", map.text("id"), "the id must be the file's name", "write " + id);
              }
              rules.add(new ExportRuleFile(map).rule());
            });
  }

  private static void checkChains(List<Rule> rules, List<Violation> violations) {
    Set<String> ids = new HashSet<>();
    for (Rule rule : rules) {
      if (!ids.add(rule.id())) {
        violations.add(new Violation(rule.id(), "", "a rule must be listed once", "unlist one"));
      }
      rule.successor()
          .filter(next -> rules.stream().noneMatch(r -> isNext(rule, r, next)))
          .ifPresent(
              next ->
                  violations.add(
                      new Violation(
                          rule.id() + " replacedBy",
                          next,
                          "the version after must be there, say that it replaces this one, and"
                              + " start later",
                          "mend one of the two files")));
      String base = rule.buildsOn();
      if (base != null && rules.stream().noneMatch(r -> r.family().equals(base))) {
        violations.add(
            new Violation(
                rule.id() + " buildsOn", base, "the family must have a rule", "write its name"));
      }
    }
  }

  private static boolean isNext(Rule rule, Rule other, String next) {
    return other.id().equals(next)
        && Objects.equals(other.replaces(), rule.id())
        && other.family().equals(rule.family())
        && other.effective().isAfter(rule.effective());
  }
}
