package org.suanwang.scheduling.explanation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.policy.ScorePart;

/**
 * A node that could take a task of a job.
 *
 * @param rank 1 for the one that the policy likes best, among those of its hub and device type
 * @param node its number in the fleet's counting
 * @param name what it is called; null where nobody named it
 * @param hub where it is
 * @param deviceType what it has; null when it has no devices
 * @param score the higher, the better, among nodes that the policy looks at together
 * @param parts what the score is made of; empty where it is made of nothing else
 * @param freeDevices devices of which nobody uses any part
 * @param freeMilli all that is free on its devices, in thousandths
 * @param tasksThatFit how many tasks of the job it takes
 */
public record RankedNode(
    int rank,
    int node,
    @Nullable String name,
    String hub,
    @Nullable String deviceType,
    int score,
    List<ScorePart> parts,
    int freeDevices,
    int freeMilli,
    int tasksThatFit) {}
