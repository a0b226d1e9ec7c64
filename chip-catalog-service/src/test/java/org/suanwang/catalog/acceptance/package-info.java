/** Compares the catalogue with expectations that are kept outside this repository. */
@NullMarked
package org.suanwang.catalog.acceptance;

import org.jspecify.annotations.NullMarked;
