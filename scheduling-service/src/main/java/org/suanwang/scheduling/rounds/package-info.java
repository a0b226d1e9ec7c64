/**
 * Policies that give each job a share of the time of each device type, carried out in rounds
 * (Narayanan et al., "Heterogeneity-Aware Cluster Scheduling Policies for Deep Learning Workloads",
 * OSDI 2020), with the ones they are compared with. Two jobs may share devices; a job may take
 * several. The study of that paper runs on it; no call of the service does.
 */
@NullMarked
package org.suanwang.scheduling.rounds;

import org.jspecify.annotations.NullMarked;
