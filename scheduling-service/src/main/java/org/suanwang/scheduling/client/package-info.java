/** The other services' REST. */
@NullMarked
package org.suanwang.scheduling.client;

import org.jspecify.annotations.NullMarked;
