/** Files to core: recorded traces, read as streams with line-numbered errors. */
@NullMarked
package org.suanwang.scheduling.load;

import org.jspecify.annotations.NullMarked;
