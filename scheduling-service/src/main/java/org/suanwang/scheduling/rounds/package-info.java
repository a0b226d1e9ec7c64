/**
 * Policies that give each job a share of the time of each device type, carried out in rounds
 * (Narayanan et al., "Heterogeneity-Aware Cluster Scheduling Policies for Deep Learning Workloads",
 * OSDI 2020). Jobs take one device. The study of that paper runs on it; no call of the service
 * does.
 */
@NullMarked
package org.suanwang.scheduling.rounds;

import org.jspecify.annotations.NullMarked;
