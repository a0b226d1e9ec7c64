package org.suanwang.scheduling;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Calendar;
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

/** The rule catches what it is for: a rule that never fails guards nothing. */
class ClockAndChanceTest {
  private static EvaluationResult result(Class<?> of) {
    return classes()
        .should(ClockAndChance.beLeftAlone())
        .evaluate(new ClassFileImporter().importClasses(of));
  }

  @Test
  void everyForbiddenCall_isCaught() {
    assertThat(result(Forbidden.class).getFailureReport().getDetails())
        .hasSize(Forbidden.calls().size());
  }

  @Test
  void seedsAndGivenTimes_areLeftAlone() {
    assertThat(Allowed.calls()).isNotEmpty();
    assertThat(result(Allowed.class).hasViolation()).isFalse();
  }

  /** Breaks the rule once a line. */
  @SuppressWarnings({
    "TimeZone",
    "JavaUtilDate",
    "JavaTimeDefaultTimeZone",
    "UnnecessaryLambda",
    "unused"
  })
  private static final class Forbidden {
    static List<Object> calls() {
      List<Integer> drawn = new ArrayList<>(List.of(1, 2));
      Collections.shuffle(drawn);
      return List.of(
          drawn,
          System.currentTimeMillis(),
          System.nanoTime(),
          Instant.now(),
          LocalDate.now(),
          LocalDateTime.now(),
          OffsetDateTime.now(),
          ZonedDateTime.now(),
          Year.now(),
          YearMonth.now(),
          Clock.systemUTC(),
          Clock.systemDefaultZone(),
          Clock.tickSeconds(ZoneId.of("UTC")),
          ZoneId.systemDefault(),
          Math.random(),
          new Random(),
          new SplittableRandom(),
          ThreadLocalRandom.current(),
          new SecureRandom(),
          new SecureRandom(new byte[8]),
          RandomGenerator.getDefault(),
          RandomGenerator.of("L64X128MixRandom"),
          new Date(),
          Calendar.getInstance(),
          UUID.randomUUID(),
          (Supplier<Instant>) Instant::now);
    }
  }

  /** Keeps the rule. */
  private static final class Allowed {
    static List<Object> calls() {
      return List.of(
          new Random(1),
          new SplittableRandom(1),
          Instant.EPOCH.plus(Duration.ofDays(1)),
          LocalDate.of(2024, 3, 26),
          UUID.nameUUIDFromBytes(new byte[0]));
    }
  }
}
