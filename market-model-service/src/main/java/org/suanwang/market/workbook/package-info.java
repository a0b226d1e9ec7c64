/** A model as an xlsx file with live formulas. */
@NullMarked
package org.suanwang.market.workbook;

import org.jspecify.annotations.NullMarked;
