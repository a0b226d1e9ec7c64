/**
 * Inference as classes of requests: their tokens and objectives, how fast a replica serves them,
 * how many replicas are wanted, and what becomes of the requests, as a fluid or one by one.
 */
@NullMarked
package org.suanwang.scheduling.inference;

import org.jspecify.annotations.NullMarked;
