/** What the tests share: small fleets, jobs, and a runner. */
@NullMarked
package org.suanwang.scheduling.testing;

import org.jspecify.annotations.NullMarked;
