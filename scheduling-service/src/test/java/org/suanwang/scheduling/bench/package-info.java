/** Speed, measured by whole runs; started by hand, never a test. */
@NullMarked
package org.suanwang.scheduling.bench;

import org.jspecify.annotations.NullMarked;
