/** What is planned for nodes: maintenance, and times for which they are kept for a tenant. */
@NullMarked
package org.suanwang.scheduling.calendar;

import org.jspecify.annotations.NullMarked;
