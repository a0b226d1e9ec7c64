package org.suanwang.market;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/**
 * A class asks neither the clock nor chance, so that the same input gives the same bytes. A seeded
 * generator and a clock that is handed in are no chance and no clock; calls and method references
 * are seen alike.
 */
final class OwnResultsOnly extends ArchCondition<JavaClass> {
  private static final Set<String> ALWAYS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.Math.random",
          "java.lang.StrictMath.random",
          "java.util.UUID.randomUUID",
          "java.util.Calendar.getInstance",
          "java.util.random.RandomGenerator.getDefault",
          "java.util.random.RandomGenerator.of");

  /** With arguments they are given a time or seed. */
  private static final Set<String> WITHOUT_ARGUMENTS =
      Set.of(
          "java.util.Random.<init>",
          "java.util.SplittableRandom.<init>",
          "java.util.Date.<init>",
          "java.util.random.RandomGeneratorFactory.create");

  OwnResultsOnly() {
    super("ask neither the clock nor chance");
  }

  @Override
  public void check(JavaClass item, ConditionEvents events) {
    for (JavaAccess<?> access : item.getAccessesFromSelf()) {
      if (access.getTarget() instanceof CodeUnitAccessTarget target && isClockOrChance(target)) {
        events.add(SimpleConditionEvent.violated(access, access.getDescription()));
      }
    }
  }

  private static boolean isClockOrChance(CodeUnitAccessTarget target) {
    String owner = target.getOwner().getFullName();
    String name = owner + "." + target.getName();
    int arguments = target.getRawParameterTypes().size();
    return ALWAYS.contains(name)
        || isClock(owner, target)
        || owner.equals("java.util.concurrent.ThreadLocalRandom")
        || owner.equals("java.security.SecureRandom")
        || (name.equals("java.util.Collections.shuffle") && arguments == 1)
        || (WITHOUT_ARGUMENTS.contains(name) && arguments == 0);
  }

  /** {@code now(clock)} asks a clock that was handed in; all others ask the machine's. */
  private static boolean isClock(String owner, CodeUnitAccessTarget target) {
    boolean now = owner.startsWith("java.time.") && target.getName().equals("now");
    boolean handedIn =
        target.getRawParameterTypes().stream()
            .anyMatch(type -> type.getFullName().equals("java.time.Clock"));
    boolean machine =
        owner.equals("java.time.Clock") && target.getName().matches("system.*|tick(Millis|.*s)");
    return (now && !handedIn) || machine;
  }
}
