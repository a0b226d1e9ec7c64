/** What differs between two versions of a model, or between two of its scenarios. */
@NullMarked
package org.suanwang.market.comparison;

import org.jspecify.annotations.NullMarked;
