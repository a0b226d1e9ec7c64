/** Placing tasks one after another on a fleet that nothing leaves again: how much of it is used. */
@NullMarked
package org.suanwang.scheduling.packing;

import org.jspecify.annotations.NullMarked;
