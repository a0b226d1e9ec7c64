/** Tests of the house rules. */
@NullMarked
package org.suanwang.catalog.architecture;

import org.jspecify.annotations.NullMarked;
