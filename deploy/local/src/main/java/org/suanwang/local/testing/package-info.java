/**
 * What tests and benchmarks of the services share: a PostgreSQL, a built service as a process, and
 * load at a fixed rate. Not part of any production artifact.
 */
@NullMarked
package org.suanwang.local.testing;

import org.jspecify.annotations.NullMarked;
