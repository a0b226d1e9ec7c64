/** The commands of the launcher. */
@NullMarked
package org.suanwang.local.command;

import org.jspecify.annotations.NullMarked;
