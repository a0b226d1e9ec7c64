/** The one PostgreSQL of the machine: started, adopted from a killed launcher, stopped. */
@NullMarked
package org.suanwang.local.postgres;

import org.jspecify.annotations.NullMarked;
