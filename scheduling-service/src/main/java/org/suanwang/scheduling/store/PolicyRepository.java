package org.suanwang.scheduling.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.check.ConflictException;
import org.suanwang.scheduling.check.RequestKey;
import org.suanwang.scheduling.experiment.KeptPolicies;
import org.suanwang.scheduling.experiment.KeptPolicy;
import org.suanwang.scheduling.experiment.Page;
import org.suanwang.scheduling.experiment.PolicyVariant;
import org.suanwang.scheduling.experiment.Stored;

/** Composed policies in PostgreSQL. */
@ApplicationScoped
public class PolicyRepository implements KeptPolicies, KeptRows<PolicyEntity> {
  private final Documents documents;
  private final RequestKeys keys;

  PolicyRepository(Documents documents, RequestKeys keys) {
    this.documents = documents;
    this.keys = keys;
  }

  @Override
  public String kind() {
    return "policy";
  }

  @Override
  public String listedAt() {
    return "/v1/policies";
  }

  @Override
  @Transactional
  public Stored<KeptPolicy> add(KeptPolicy policy, @Nullable RequestKey key) {
    PolicyEntity made = findMade(keys, key).orElse(null);
    if (made != null) {
      return stored(made);
    }
    if (count("name", policy.name()) > 0) {
      throw taken(policy.name());
    }
    PolicyEntity row = named(new PolicyEntity());
    row.name = policy.name();
    row.document = documents.render(policy.variant());
    try {
      persistAndFlush(row);
    } catch (ConstraintViolationException e) {
      throw taken(policy.name());
    }
    keys.remember(kind(), key, row.id);
    return stored(row);
  }

  private static ConflictException taken(String name) {
    return new ConflictException(
        "a policy is called \""
            + name
            + "\" already, and kept policies do not change; use another name");
  }

  /** No name looks like an id: such names are refused. */
  @Override
  @Transactional
  public Optional<Stored<KeptPolicy>> find(String idOrName) {
    return find("id = ?1 or name = ?1", idOrName).firstResultOptional().map(this::stored);
  }

  @Override
  @Transactional
  public Page<Stored<KeptPolicy>> page(@Nullable Long cursor, int limit) {
    return page(cursor, limit, this::stored);
  }

  /** Nobody needs it any more: runs keep its parts. */
  @Override
  @Transactional
  public void remove(String idOrName) {
    if (delete("id = ?1 or name = ?1", idOrName) == 0) {
      throw missing(idOrName);
    }
  }

  private Stored<KeptPolicy> stored(PolicyEntity row) {
    PolicyVariant variant = documents.load(row.document, PolicyVariant.class);
    return new Stored<>(row.id, row.createdAt, new KeptPolicy(row.name, variant));
  }
}
