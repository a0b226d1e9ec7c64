/** The lines between hubs: how long a round trip takes, and how data shares them. */
@NullMarked
package org.suanwang.scheduling.network;

import org.jspecify.annotations.NullMarked;
