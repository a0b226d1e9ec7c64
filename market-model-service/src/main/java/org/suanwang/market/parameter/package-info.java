/** What is given: parameters with their dated values, sources and uncertainty. */
@NullMarked
package org.suanwang.market.parameter;

import org.jspecify.annotations.NullMarked;
