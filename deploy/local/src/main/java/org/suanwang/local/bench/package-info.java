/**
 * What benchmarks of the services share: a built service as a process, and load at a fixed rate.
 * Not part of any production artifact.
 */
@NullMarked
package org.suanwang.local.bench;

import org.jspecify.annotations.NullMarked;
