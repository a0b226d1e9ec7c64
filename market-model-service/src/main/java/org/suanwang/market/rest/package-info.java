/** The REST edge: parse, one call to the core, a response record. */
@NullMarked
package org.suanwang.market.rest;

import org.jspecify.annotations.NullMarked;
