/** Units and quantities: a closed set, read exactly as printed. */
@NullMarked
package org.suanwang.catalog.measure;

import org.jspecify.annotations.NullMarked;
