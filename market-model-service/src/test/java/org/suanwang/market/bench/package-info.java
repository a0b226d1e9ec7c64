/** Speed, measured by whole runs; started by hand, never a test. */
@NullMarked
package org.suanwang.market.bench;

import org.jspecify.annotations.NullMarked;
