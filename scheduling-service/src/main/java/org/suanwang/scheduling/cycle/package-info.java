/** One decision: which nodes a job gets now, or why it waits. */
@NullMarked
package org.suanwang.scheduling.cycle;

import org.jspecify.annotations.NullMarked;
