/** Why a job of a run started where and when it did, or waited. */
@NullMarked
package org.suanwang.scheduling.explanation;

import org.jspecify.annotations.NullMarked;
