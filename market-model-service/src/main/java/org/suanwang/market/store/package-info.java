/** Published models and known catalogue answers in PostgreSQL. */
@NullMarked
package org.suanwang.market.store;

import org.jspecify.annotations.NullMarked;
