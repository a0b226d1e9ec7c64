/** What if: overrides with a rationale, inherited from scenario to scenario. */
@NullMarked
package org.suanwang.market.scenario;

import org.jspecify.annotations.NullMarked;
