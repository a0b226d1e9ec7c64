package org.suanwang.kubernetes;

import java.util.function.UnaryOperator;
import org.suanwang.kubernetes.manifest.Manifests;

/**
 * One way to spoil a good rendering.
 *
 * @param rule the rule that must see it, as named in HouseRules
 * @param what what was spoilt
 * @param finding a part of the finding the rule must report
 * @param spoil makes the bad rendering from a good one
 */
record Mutation(String rule, String what, String finding, UnaryOperator<Manifests> spoil) {

  @Override
  public String toString() {
    return rule + ", spoilt: " + what;
  }
}
