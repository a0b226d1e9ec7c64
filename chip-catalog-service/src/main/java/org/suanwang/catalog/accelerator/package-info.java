/** What is claimed: accelerators, their attributes, and the verdict on printed cells. */
@NullMarked
package org.suanwang.catalog.accelerator;

import org.jspecify.annotations.NullMarked;
