/** Dated export rules as data, and what they say of an accelerator; unknown is never guessed. */
@NullMarked
package org.suanwang.catalog.exportcontrol;

import org.jspecify.annotations.NullMarked;
