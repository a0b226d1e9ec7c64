/** How a thing is known: the claim, its source, place, date, tier and basis. */
@NullMarked
package org.suanwang.catalog.provenance;

import org.jspecify.annotations.NullMarked;
