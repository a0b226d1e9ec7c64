/** PostgreSQL: sources, append-only claims, versions, and the news of a new version. */
@NullMarked
package org.suanwang.catalog.store;

import org.jspecify.annotations.NullMarked;
