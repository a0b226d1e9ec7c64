/** What is wrong with an input, said so that it can be mended. */
@NullMarked
package org.suanwang.scheduling.check;

import org.jspecify.annotations.NullMarked;
