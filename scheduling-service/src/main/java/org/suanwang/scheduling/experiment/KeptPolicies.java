package org.suanwang.scheduling.experiment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.RequestKey;

/**
 * Where composed policies with names of their own are kept. A kept policy never changes; it may be
 * deleted, and then another may have its name.
 */
public interface KeptPolicies {
  /**
   * Keeps a policy; with a key that was used before, finds what was kept then.
   *
   * @throws org.suanwang.scheduling.check.ConflictException when there is a policy of this name
   */
  Stored<KeptPolicy> add(KeptPolicy policy, @Nullable RequestKey key);

  /** One by its id or its name. */
  Optional<Stored<KeptPolicy>> find(String idOrName);

  /** Newest first, from the cursor on. */
  Page<Stored<KeptPolicy>> page(@Nullable Long cursor, int limit);

  /**
   * Deletes one. Runs that were asked for by it keep its parts.
   *
   * @throws org.suanwang.scheduling.check.NotFoundException when there is none
   */
  void remove(String idOrName);

  /**
   * What a kept policy is made of, where one is named and no policy is called so by its parts; else
   * the same. So a run keeps the parts, whatever becomes of the name.
   */
  default PolicyVariant resolve(PolicyVariant asked) {
    return asked.policy().isPresent()
        ? asked
        : find(asked.name()).map(kept -> kept.value().variant()).orElse(asked);
  }
}
