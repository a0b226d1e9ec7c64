/**
 * The reference job: one question asked through all three services over REST, as any client would.
 */
@NullMarked
package org.suanwang.local.job;

import org.jspecify.annotations.NullMarked;
