/** What there is to give: device types, pools of nodes, hubs, and the state of every device. */
@NullMarked
package org.suanwang.scheduling.cluster;

import org.jspecify.annotations.NullMarked;
