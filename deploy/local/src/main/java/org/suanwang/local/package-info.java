/** The one-machine launcher: one PostgreSQL, three services, the reference job. */
@NullMarked
package org.suanwang.local;

import org.jspecify.annotations.NullMarked;
