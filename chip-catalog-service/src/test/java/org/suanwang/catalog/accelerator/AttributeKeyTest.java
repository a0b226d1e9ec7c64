package org.suanwang.catalog.accelerator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Attribute.Throughput;

/** Every attribute is read back from its key, and what is no key is none. */
class AttributeKeyTest {
  private static final List<String> NAMES =
      List.of("boost", "2022", "MMLU 5-shot", "AI 加速", "FP64", "a.b/c", "x".repeat(100));

  private static List<Attribute> attributes() {
    List<Attribute> all = new ArrayList<>(List.of(Plain.values()));
    for (String name : NAMES) {
      for (Named.Family family : Named.Family.values()) {
        all.add(new Named(family, name));
      }
      for (Link.Relation relation : Link.Relation.values()) {
        all.add(new Link(relation, name));
      }
    }
    for (Precision precision : Precision.values()) {
      for (Sparsity sparsity : Sparsity.values()) {
        for (Circuit circuit : Circuit.values()) {
          for (Scope scope : Scope.values()) {
            all.add(new Throughput(precision, sparsity, circuit, scope));
          }
        }
      }
    }
    return all;
  }

  @Test
  void everyAttribute_isReadBackFromItsKey() {
    assertThat(attributes())
        .allSatisfy(
            a -> {
              // Whatever a device is: keys say it.
              assertThat(AttributeKey.find(a.key(), Scope.DIE)).as(a.key()).contains(a);
              assertThat(AttributeKey.find(a.key(), Scope.SYSTEM)).as(a.key()).contains(a);
            });
  }

  @Test
  void keys_areDifferent() {
    assertThat(attributes()).extracting(Attribute::key).doesNotHaveDuplicates();
    assertThat(AttributeKey.kinds()).doesNotHaveDuplicates();
  }

  @Test
  void everyKind_isTheFirstWordOfItsKey() {
    assertThat(attributes())
        .filteredOn(a -> !(a instanceof Throughput))
        .allSatisfy(
            a -> {
              assertThat(a.key().split(" ", -1)[0]).isEqualTo(a.kind());
              assertThat(AttributeKey.kinds()).contains(a.kind());
            });
  }

  @ParameterizedTest
  @CsvSource({
    "FP16 DENSE MATRIX,       BOARD,   FP16 DENSE MATRIX BOARD",
    "FP16 DENSE MATRIX,       SYSTEM,  FP16 DENSE MATRIX SYSTEM",
    "FP16 DENSE MATRIX DIE,   BOARD,   FP16 DENSE MATRIX DIE",
    "UNSTATED UNSTATED UNSTATED, DIE,  UNSTATED UNSTATED UNSTATED DIE",
    "INT8  SPARSE_2_4   VECTOR, BOARD, INT8 SPARSE_2_4 VECTOR BOARD",
    "clock   boost,           BOARD,   clock boost",
    "contains  nvidia-b200,   BOARD,   contains nvidia-b200"
  })
  void whatAKeyLeavesOut_isFilledIn(String given, Scope scope, String key) {
    assertThat(AttributeKey.find(given, scope)).map(Attribute::key).contains(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nothing",
        "nothing boost",
        "Power",
        "POWER",
        "power boost",
        "power ",
        " power",
        "clock",
        "clock ",
        "contains",
        "contains ",
        "throughput",
        "FP16",
        "FP16 DENSE",
        "FP16 dense MATRIX",
        "FP16 DENSE TENSOR",
        "FP16 DENSE MATRIX RACK",
        "FP16 DENSE MATRIX BOARD twice",
        "FP17 DENSE MATRIX",
        "DENSE FP16 MATRIX",
        "clock\tboost"
      })
  void whatIsNoKey_isEmpty(String key) {
    assertThat(AttributeKey.find(key, Scope.BOARD)).isEmpty();
  }

  @Test
  void overlongName_isEmpty() {
    assertThat(AttributeKey.find("clock " + "x".repeat(101), Scope.BOARD)).isEmpty();
    assertThat(AttributeKey.find("x".repeat(100_000), Scope.BOARD)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "memoryCapacity, memorycapacity",
    "FP16 SPARSE_2_4 MATRIX BOARD, fp16-sparse-2-4-matrix-board",
    "clock boost, clock-boost",
    "score MMLU (5-shot), score-mmlu-5-shot",
    "price 零售 2023/24, price-零售-2023-24",
    "contains nvidia-b200, contains-nvidia-b200",
    "statement ***, statement"
  })
  void slug_isLettersDigitsAndHyphens(String key, String slug) {
    assertThat(AttributeKey.slug(key)).isEqualTo(slug);
  }

  @Test
  void everySlug_isPartOfAnId() {
    assertThat(attributes())
        .extracting(a -> AttributeKey.slug(a.key()))
        .allMatch(slug -> slug.matches("[\\p{L}\\p{N}]+(-[\\p{L}\\p{N}]+)*"));
  }
}
