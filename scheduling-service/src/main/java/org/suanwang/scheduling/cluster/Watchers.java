package org.suanwang.scheduling.cluster;

import java.util.Arrays;

/** Those who want to know which nodes changed; most runs have none. */
final class Watchers {
  private ChangedNodes[] all = {};

  /** One more, who is told from now on. */
  ChangedNodes add() {
    ChangedNodes watcher = new ChangedNodes();
    all = Arrays.copyOf(all, all.length + 1);
    all[all.length - 1] = watcher;
    return watcher;
  }

  void changed(int node) {
    for (ChangedNodes watcher : all) {
      watcher.add(node);
    }
  }
}
