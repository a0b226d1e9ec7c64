/** What breaks and what is maintained: rules, and the outages they lead to, in order of time. */
@NullMarked
package org.suanwang.scheduling.outage;

import org.jspecify.annotations.NullMarked;
