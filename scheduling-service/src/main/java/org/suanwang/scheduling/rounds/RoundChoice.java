package org.suanwang.scheduling.rounds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who runs in a round (Narayanan et al., OSDI 2020, section 5): type by type, those that have
 * received least of their shares, as long as devices are left; nobody twice.
 */
final class RoundChoice {
  private final int[] left;
  private final Set<Running> taken = new HashSet<>();
  private final List<Turn> turns = new ArrayList<>();

  /** That a combination runs on devices of a type. */
  record Turn(Combination combination, int deviceType) {}

  /** A combination that could run on a device type, and how much it is its turn. */
  private record Claim(Combination combination, double priority, double deficit, double share) {}

  private static final Comparator<Claim> MOST_DUE_FIRST =
      Comparator.comparingDouble(Claim::priority)
          .thenComparingDouble(Claim::deficit)
          .thenComparingDouble(Claim::share)
          .reversed();

  private RoundChoice(int[] devices) {
    this.left = devices.clone();
  }

  /**
   * The choice.
   *
   * @param combinations earlier before later among equals
   * @param devices how many of each type
   * @param typesInTurn which type is served first
   * @param leavesDevicesIdle whether those without a share must not run
   */
  static List<Turn> choose(
      List<Combination> combinations, int[] devices, int[] typesInTurn, boolean leavesDevicesIdle) {
    RoundChoice choice = new RoundChoice(devices);
    for (int type : typesInTurn) {
      choice.serve(combinations, type, leavesDevicesIdle);
    }
    return choice.turns;
  }

  private void serve(List<Combination> combinations, int type, boolean leavesDevicesIdle) {
    List<Claim> claims = new ArrayList<>();
    for (Combination c : combinations) {
      boolean isOpen = c.mayRun(type) && c.jobs().stream().noneMatch(taken::contains);
      boolean isPair = c.jobs().size() > 1;
      if (isOpen && (c.share(type) > 0 || !(leavesDevicesIdle || isPair))) {
        claims.add(new Claim(c, c.share(type) / c.received(type), c.deficit(type), c.share(type)));
      }
    }
    claims.sort(MOST_DUE_FIRST);
    claims.forEach(claim -> take(claim.combination(), type));
  }

  private void take(Combination combination, int type) {
    if (combination.width() <= left[type]
        && combination.jobs().stream().noneMatch(taken::contains)) {
      left[type] -= combination.width();
      taken.addAll(combination.jobs());
      turns.add(new Turn(combination, type));
    }
  }
}
