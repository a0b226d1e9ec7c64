package org.suanwang.scheduling.queue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.suanwang.scheduling.workload.Tenant;

/**
 * The queues of a simulation with numbers for names, each after its parent; number 0 is the root,
 * which has no name and no jobs.
 */
public final class QueueTree {
  public static final int ROOT = 0;

  /** The parent of the root. */
  public static final int NONE = -1;

  private final Map<String, Integer> numberOf = new LinkedHashMap<>();
  private final List<Node> nodes = new ArrayList<>();

  private static final class Node {
    private final String path;
    private final int parent;
    private final List<Integer> children = new ArrayList<>();
    private QueueSetting setting;
    private boolean isNamed;

    Node(String path, int parent) {
      this.path = path;
      this.parent = parent;
      setting = new QueueSetting(path, QueueSetting.WEIGHT_DEFAULT, List.of());
    }
  }

  /**
   * Makes the tree of a rule and of the tenants there are.
   *
   * @throws IllegalArgumentException when a queue is named twice
   */
  public QueueTree(QueueRule rule, List<String> tenants) {
    nodes.add(new Node("", NONE));
    for (QueueSetting setting : rule.queues()) {
      Node node = nodes.get(numberOf(setting.path()));
      if (node.isNamed) {
        throw new IllegalArgumentException("two queues are called " + setting.path());
      }
      node.setting = setting;
      node.isNamed = true;
    }
    tenants.forEach(this::numberOf);
  }

  /** The number of a queue, which is made with those above it when it is not there. */
  private int numberOf(String path) {
    Integer known = numberOf.get(path);
    if (known != null) {
      return known;
    }
    int end = path.lastIndexOf(Tenant.SEPARATOR);
    int parent = end < 0 ? ROOT : numberOf(path.substring(0, end));
    int number = nodes.size();
    nodes.add(new Node(path, parent));
    nodes.get(parent).children.add(number);
    numberOf.put(path, number);
    return number;
  }

  /** How many there are, the root among them. */
  public int size() {
    return nodes.size();
  }

  /** The number of a queue. */
  public Optional<Integer> find(String path) {
    return Optional.ofNullable(numberOf.get(path));
  }

  /**
   * The number of a queue that is there.
   *
   * @throws IllegalArgumentException when it is not
   */
  public int require(String path) {
    return find(path).orElseThrow(() -> new IllegalArgumentException("no queue " + path));
  }

  /** Empty for the root. */
  public String path(int queue) {
    return nodes.get(queue).path;
  }

  public int parent(int queue) {
    return nodes.get(queue).parent;
  }

  public List<Integer> children(int queue) {
    return List.copyOf(nodes.get(queue).children);
  }

  /** Whether no queue is below it. */
  public boolean isLeaf(int queue) {
    return nodes.get(queue).children.isEmpty();
  }

  /** Whether the rule says something of it. */
  public boolean isNamed(int queue) {
    return nodes.get(queue).isNamed;
  }

  public double weight(int queue) {
    return nodes.get(queue).setting.weight();
  }

  public List<QueueQuota> quotas(int queue) {
    return nodes.get(queue).setting.quotas();
  }

  /** Sum of the weights of the queues below a queue. */
  public double weightBelow(int queue) {
    return nodes.get(queue).children.stream().mapToDouble(this::weight).sum();
  }

  /**
   * The part of all that is due to each queue by the weights: that of its parent × its weight ÷ the
   * weights of all queues of its parent; 1 for the root. By number.
   */
  public double[] fairShares() {
    double[] shares = new double[size()];
    shares[ROOT] = 1;
    for (int queue = 0; queue < shares.length; queue++) {
      double below = weightBelow(queue);
      for (int child : nodes.get(queue).children) {
        shares[child] = shares[queue] * weight(child) / below;
      }
    }
    return shares;
  }

  /** The queue above this one, or itself, that lies directly below another one above it. */
  public int childToward(int above, int queue) {
    int at = queue;
    while (parent(at) != above) {
      at = parent(at);
    }
    return at;
  }

  /** The lowest queue that is above both, or one of them. */
  public int commonAbove(int one, int other) {
    int a = one;
    int b = other;
    while (a != b) {
      if (a > b) {
        a = parent(a);
      } else {
        b = parent(b);
      }
    }
    return a;
  }
}
