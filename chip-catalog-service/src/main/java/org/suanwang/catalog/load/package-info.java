/** Files to claims, mistakes told with file and line; and catalogues to files. */
@NullMarked
package org.suanwang.catalog.load;

import org.jspecify.annotations.NullMarked;
