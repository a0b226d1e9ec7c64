/** The immutable, indexed catalogue, its version, and which claim wins. */
@NullMarked
package org.suanwang.catalog.catalog;

import org.jspecify.annotations.NullMarked;
