/** Questions to the catalogue: list, comparison, equivalence. */
@NullMarked
package org.suanwang.catalog.query;

import org.jspecify.annotations.NullMarked;
