/** What no policy can beat, printed beside every result. */
@NullMarked
package org.suanwang.scheduling.bound;

import org.jspecify.annotations.NullMarked;
