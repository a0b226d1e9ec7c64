/** The REST edge: parse, one call to the core, a response record. */
@NullMarked
package org.suanwang.catalog.rest;

import org.jspecify.annotations.NullMarked;
