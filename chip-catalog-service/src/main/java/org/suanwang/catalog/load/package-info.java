/** Data packages: YAML files to claims, errors with file and line. */
@NullMarked
package org.suanwang.catalog.load;

import org.jspecify.annotations.NullMarked;
