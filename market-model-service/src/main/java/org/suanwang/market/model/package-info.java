/** The graph of parameters and variables, and every check that it must pass. */
@NullMarked
package org.suanwang.market.model;

import org.jspecify.annotations.NullMarked;
