package org.suanwang.scheduling.metrics;

import org.suanwang.scheduling.cycle.WaitReason;

/**
 * How much waiting one reason caused. A job's wait before its turn counts for the jobs before it;
 * the wait at the head of the queue counts for the reason found when its turn came.
 *
 * @param reason why
 * @param jobs how many jobs waited for it; for rejected jobs, how many there are
 * @param seconds sum of their waits
 * @param jobsAtEnd how many still wait for it at the end of the run
 */
public record WaitByReason(WaitReason reason, int jobs, long seconds, int jobsAtEnd) {}
