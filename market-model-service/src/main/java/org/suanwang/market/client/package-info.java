/** The catalogue's REST, asked with patience and a limit. */
@NullMarked
package org.suanwang.market.client;

import org.jspecify.annotations.NullMarked;
