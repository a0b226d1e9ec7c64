/** Rendered manifests as typed objects: what kubectl prints, parsed strictly. */
@NullMarked
package org.suanwang.kubernetes.manifest;

import org.jspecify.annotations.NullMarked;
