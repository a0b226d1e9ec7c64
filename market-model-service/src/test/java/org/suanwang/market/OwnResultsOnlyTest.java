package org.suanwang.market;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The rule on clock and chance catches what it is there for, and nothing else. */
class OwnResultsOnlyTest {
  private static EvaluationResult check(Class<?> type) {
    return classes()
        .should(new OwnResultsOnly())
        .evaluate(new ClassFileImporter().importClasses(type));
  }

  @Test
  @SuppressWarnings("JavaTimeDefaultTimeZone")
  void clockAndChance_areCaughtOneByOne() {
    List<String> caught = check(Offender.class).getFailureReport().getDetails();
    assertThat(caught).hasSize(Offender.OFFENCES);
    assertThat(caught).anyMatch(line -> line.contains("ThreadLocalRandom.current()"));
    assertThat(caught).anyMatch(line -> line.contains("Year.now("));
  }

  @Test
  void seedsAndHandedInClocks_areFree() {
    assertThat(check(Innocent.class).hasViolation()).isFalse();
  }

  /** Never run; the rule reads it. */
  @SuppressWarnings({"JavaTimeDefaultTimeZone", "JavaUtilDate", "UnusedVariable"})
  static final class Offender {
    static final int OFFENCES = 17;

    static List<Object> offend() {
      var list = new ArrayList<Object>();
      Supplier<Instant> reference = Instant::now;
      list.add(reference);
      list.add(LocalDate.now());
      list.add(Year.now(ZoneOffset.UTC));
      list.add(ZonedDateTime.now());
      list.add(Clock.systemUTC());
      list.add(Clock.systemDefaultZone());
      list.add(Clock.tickMillis(ZoneOffset.UTC));
      list.add(System.currentTimeMillis());
      list.add(System.nanoTime());
      list.add(Math.random());
      list.add(new Random());
      list.add(new SplittableRandom());
      list.add(ThreadLocalRandom.current());
      list.add(RandomGenerator.getDefault());
      list.add(UUID.randomUUID());
      list.add(new Date());
      Collections.shuffle(list);
      return list;
    }
  }

  /** Never run; the rule reads it. */
  @SuppressWarnings("JavaUtilDate")
  static final class Innocent {
    static List<Object> behave(Clock clock, long seed) {
      var list = new ArrayList<Object>();
      list.add(Instant.now(clock));
      list.add(LocalDate.now(clock));
      list.add(clock.instant());
      list.add(Clock.tick(clock, Duration.ofMillis(1)));
      list.add(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
      list.add(new Random(seed));
      list.add(new SplittableRandom(seed));
      list.add(new UUID(1, 2));
      Collections.shuffle(list, new Random(seed));
      return list;
    }
  }
}
