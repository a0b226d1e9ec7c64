/** Tables in the streaming format of Apache Arrow, one batch of rows in memory. */
@NullMarked
package org.suanwang.scheduling.rest.arrow;

import org.jspecify.annotations.NullMarked;
