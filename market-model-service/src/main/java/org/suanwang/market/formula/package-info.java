/**
 * What is computed: variables, and the one expression tree behind value, unit check, trace and
 * text.
 */
@NullMarked
package org.suanwang.market.formula;

import org.jspecify.annotations.NullMarked;
