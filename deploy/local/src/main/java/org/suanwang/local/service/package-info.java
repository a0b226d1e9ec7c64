/** The three services as processes. */
@NullMarked
package org.suanwang.local.service;

import org.jspecify.annotations.NullMarked;
