package org.suanwang.scheduling.simulation;

import java.util.List;
import org.suanwang.scheduling.cycle.Allowance;

/**
 * What must be given up so that a job can start, and where it may then start.
 *
 * @param place the group, or union of groups, in which it finds room
 * @param allowance with how many tasks it may start: no more than what others give up for it
 *     entitles it to
 */
record MadeRoom(List<Concession> concessions, int place, Allowance allowance) {}
