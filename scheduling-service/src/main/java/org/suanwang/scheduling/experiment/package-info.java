/** One run from its specification to its result, and the ports through which runs are kept. */
@NullMarked
package org.suanwang.scheduling.experiment;

import org.jspecify.annotations.NullMarked;
