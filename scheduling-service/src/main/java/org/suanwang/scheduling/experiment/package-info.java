/**
 * Runs from their specification to their result, comparison of many, and the ports to keep them.
 */
@NullMarked
package org.suanwang.scheduling.experiment;

import org.jspecify.annotations.NullMarked;
