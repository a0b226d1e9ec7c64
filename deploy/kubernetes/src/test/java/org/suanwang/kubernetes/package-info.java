/** Renders the manifests and holds them against the rules of the house. */
@NullMarked
package org.suanwang.kubernetes;

import org.jspecify.annotations.NullMarked;
