package org.suanwang.scheduling;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** The rule that nothing depends on when, or on what machine, it runs. */
final class ClockAndChance {
  private static final Map<String, Set<String>> FORBIDDEN =
      Map.of(
          "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
          "java.lang.Math", Set.of("random"),
          "java.lang.StrictMath", Set.of("random"),
          "java.util.UUID", Set.of("randomUUID"),
          "java.util.Calendar", Set.of("getInstance"),
          "java.util.concurrent.ThreadLocalRandom", Set.of("current"));

  private static final String CONSTRUCTOR = "<init>";

  private ClockAndChance() {}

  static ArchCondition<JavaClass> beLeftAlone() {
    return new ArchCondition<>("leave clock and unseeded chance alone") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        item.getCodeUnitAccessesFromSelf().stream()
            .filter(access -> isForbidden(access.getTarget()))
            .forEach(
                access ->
                    events.add(SimpleConditionEvent.violated(access, access.getDescription())));
      }
    };
  }

  private static boolean isForbidden(CodeUnitAccessTarget target) {
    String name = target.getName();
    return FORBIDDEN.getOrDefault(target.getOwner().getFullName(), Set.of()).contains(name)
        || isClock(target)
        || isUnseeded(target)
        || target.getFullName().equals("java.util.Date.<init>()")
        || target.getOwner().isAssignableTo(ThreadLocalRandom.class)
        || target.getOwner().isAssignableTo(SecureRandom.class);
  }

  /** Whatever java.time takes from the system: now() of anything, clocks, the zone. */
  private static boolean isClock(CodeUnitAccessTarget target) {
    boolean isStatic =
        target
            .resolveMember()
            .map(member -> member.getModifiers().contains(JavaModifier.STATIC))
            .orElse(true);
    String name = target.getName();
    return target.getOwner().getPackageName().startsWith("java.time")
        && isStatic
        && (name.equals("now")
            || name.startsWith("system")
            || name.startsWith("tick")
            || name.equals("offset"));
  }

  private static boolean isUnseeded(CodeUnitAccessTarget target) {
    if (target.getFullName().startsWith("java.util.Collections.shuffle(")) {
      return target.getRawParameterTypes().size() == 1;
    }
    boolean isRandom = target.getOwner().isAssignableTo(RandomGenerator.class);
    boolean isMade = target.getName().equals(CONSTRUCTOR);
    boolean isFactory =
        target.getOwner().isEquivalentTo(RandomGenerator.class)
            && (target.getName().equals("of") || target.getName().equals("getDefault"));
    return isRandom && (isFactory || (isMade && target.getRawParameterTypes().isEmpty()));
  }
}
