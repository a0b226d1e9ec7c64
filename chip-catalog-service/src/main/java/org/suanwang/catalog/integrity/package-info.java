/** Rules over the whole catalogue: one rule a class, each with severity and message. */
@NullMarked
package org.suanwang.catalog.integrity;

import org.jspecify.annotations.NullMarked;
