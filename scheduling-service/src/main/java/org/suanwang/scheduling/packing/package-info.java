/**
 * Placing tasks one after another on a fleet that nothing leaves again: how much of it is used. The
 * placement study runs on it; no call of the service does.
 */
@NullMarked
package org.suanwang.scheduling.packing;

import org.jspecify.annotations.NullMarked;
