/** PostgreSQL: fleets, workloads, simulations, experiments and the queue of runs. */
@NullMarked
package org.suanwang.scheduling.store;

import org.jspecify.annotations.NullMarked;
