/** Tests of the service as a whole. */
@NullMarked
package org.suanwang.scheduling;

import org.jspecify.annotations.NullMarked;
