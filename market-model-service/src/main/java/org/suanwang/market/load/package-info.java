/** Files and posted documents to models; every error names its file and line. */
@NullMarked
package org.suanwang.market.load;

import org.jspecify.annotations.NullMarked;
