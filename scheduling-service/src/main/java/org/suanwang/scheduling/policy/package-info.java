/** Extension points of scheduling and the named policies composed from them. */
@NullMarked
package org.suanwang.scheduling.policy;

import org.jspecify.annotations.NullMarked;
