/** What values of models cite in the accelerator catalogue, beside what it says now. */
@NullMarked
package org.suanwang.market.catalogue;

import org.jspecify.annotations.NullMarked;
