/** A PostgreSQL for the integration tests of the services. Not part of any production artifact. */
@NullMarked
package org.suanwang.local.testing;

import org.jspecify.annotations.NullMarked;
