/**
 * Rules as pure functions: rendered manifests in, findings out, nothing thrown for a bad manifest.
 */
@NullMarked
package org.suanwang.kubernetes.rule;

import org.jspecify.annotations.NullMarked;
