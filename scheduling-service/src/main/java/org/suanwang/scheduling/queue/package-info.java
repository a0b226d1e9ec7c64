/** Jobs that wait, in the order of a policy. */
@NullMarked
package org.suanwang.scheduling.queue;

import org.jspecify.annotations.NullMarked;
