/** Measurements, run by {@code ./suanwang bench}; no test depends on a figure. */
@NullMarked
package org.suanwang.catalog.bench;

import org.jspecify.annotations.NullMarked;
