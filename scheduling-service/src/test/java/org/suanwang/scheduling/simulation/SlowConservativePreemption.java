package org.suanwang.scheduling.simulation;

import java.util.Arrays;
import java.util.List;
import org.suanwang.scheduling.workload.Job;

/** The same of conservative backfilling, with reservations as seconds at which they begin. */
final class SlowConservativePreemption extends SlowPreemption {
  private final int[] reserved;

  SlowConservativePreemption(int processors, List<Job> jobs, long minRunSeconds) {
    super(processors, jobs, "conservative", minRunSeconds);
    reserved = new int[jobs.size()];
    Arrays.fill(reserved, NONE);
  }

  @Override
  void start(int j) {
    giveBack(j);
    super.start(j);
  }

  @Override
  void serve(boolean happened) {
    for (int j : running().toArray()) {
      if (until[j] <= now) {
        until[j] = (int) now + 1;
        take(j, (int) now, (int) now + 1, 1);
      }
    }
    boolean hasMadeRoom = false;
    if (!happened) {
      for (int j : queue()) {
        hasMadeRoom = hasMadeRoom || makesRoom(j);
      }
    }
    isBetter |= running().findAny().isEmpty();
    hasMadeRoom |= happened;
    mayMakeRoom |= !happened;
    if (hasMadeRoom) {
      walkThrough();
      if (running().findAny().isEmpty()) {
        isBetter = true;
        walkThrough();
      }
    }
    isBetter = false;
  }

  private void walkThrough() {
    for (boolean isOver = false; !isOver; ) {
      isOver = !walk();
      mayMakeRoom |= !isOver;
    }
  }

  private boolean walk() {
    boolean hasMadeRoom = false;
    for (Integer j = head(); j != null; j = after(j)) {
      if (isBetter || reserved[j] <= now) {
        reserve(j);
      }
      hasMadeRoom |= since[j] == NONE && makesRoom(j);
    }
    return hasMadeRoom;
  }

  private void reserve(int j) {
    giveBack(j);
    int at = (int) now;
    while (!isFree(j, at)) {
      at++;
    }
    if (at == now) {
      start(j);
    } else {
      reserved[j] = at;
      takeReserved(j, 1);
    }
  }

  private void giveBack(int j) {
    takeReserved(j, -1);
    reserved[j] = NONE;
  }

  private void takeReserved(int j, int sign) {
    if (reserved[j] != NONE) {
      take(j, Math.max(reserved[j], (int) now), reserved[j] + expected(j), sign);
    }
  }

  private boolean makesRoom(int j) {
    if (!mayMakeRoom && !newcomers.contains(j)) {
      return false;
    }
    List<Integer> later = queue();
    later.removeIf(one -> reserved[one] == NONE || (one != j && priority(one) >= priority(j)));
    later.forEach(one -> takeReserved(one, -1));
    boolean othersHave = later.stream().anyMatch(one -> one != j);
    boolean fits = othersHave && isFree(j, (int) now);
    List<Integer> victims = fits ? List.of() : victims(j, true);
    later.forEach(one -> takeReserved(one, 1));
    if (!fits && victims.isEmpty()) {
      return false;
    }
    later.forEach(this::giveBack);
    victims.forEach(this::stop);
    start(j);
    isBetter = true;
    return true;
  }
}
