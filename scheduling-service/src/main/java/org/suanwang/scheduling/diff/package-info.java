/** Which jobs moved between two runs of the same jobs, and why. */
@NullMarked
package org.suanwang.scheduling.diff;

import org.jspecify.annotations.NullMarked;
