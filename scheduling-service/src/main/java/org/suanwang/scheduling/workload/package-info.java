/** What is asked for: jobs, gangs of tasks, their requests, and seeded generators of them. */
@NullMarked
package org.suanwang.scheduling.workload;

import org.jspecify.annotations.NullMarked;
