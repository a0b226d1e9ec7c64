/** Jobs that wait, in the order of a policy; queues of tenants and their quotas. */
@NullMarked
package org.suanwang.scheduling.queue;

import org.jspecify.annotations.NullMarked;
