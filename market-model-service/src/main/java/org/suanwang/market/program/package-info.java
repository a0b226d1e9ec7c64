/**
 * A model under given assumptions as a flat list of steps over blocks of doubles: what is computed
 * a million times is looked up once.
 */
@NullMarked
package org.suanwang.market.program;

import org.jspecify.annotations.NullMarked;
