/** The one folder that the launcher keeps between runs, and what it notes there. */
@NullMarked
package org.suanwang.local.home;

import org.jspecify.annotations.NullMarked;
