/** Puts the service together at start: producers, load and check, health. */
@NullMarked
package org.suanwang.scheduling.boot;

import org.jspecify.annotations.NullMarked;
