/** Linear programmes, for shares of time and for bounds. */
@NullMarked
package org.suanwang.scheduling.linear;

import org.jspecify.annotations.NullMarked;
