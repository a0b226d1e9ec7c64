package org.suanwang.scheduling.store;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
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
public class PolicyRepository implements KeptPolicies, PanacheRepository<PolicyEntity> {
  private static final String SCOPE = "policy";

  private final Documents documents;
  private final RequestKeys keys;

  PolicyRepository(Documents documents, RequestKeys keys) {
    this.documents = documents;
    this.keys = keys;
  }

  @Override
  @Transactional
  public Stored<KeptPolicy> add(KeptPolicy policy, @Nullable RequestKey key) {
    String made = keys.findMade(SCOPE, key).orElse(null);
    if (made != null) {
      return stored(find("id", made).firstResult());
    }
    if (count("name", policy.name()) > 0) {
      throw taken(policy.name());
    }
    PolicyEntity row = new PolicyEntity();
    row.id = EdgeClock.freshId(SCOPE);
    row.name = policy.name();
    row.document = documents.render(policy.variant());
    row.createdAt = EdgeClock.now();
    try {
      persistAndFlush(row);
    } catch (ConstraintViolationException e) {
      throw taken(policy.name());
    }
    keys.remember(SCOPE, key, row.id);
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
    List<PolicyEntity> rows =
        find("number < ?1 order by number desc", cursor == null ? Long.MAX_VALUE : cursor)
            .range(0, limit - 1)
            .list();
    return new Page<>(
        rows.stream().map(this::stored).toList(),
        rows.size() < limit ? null : rows.getLast().number);
  }

  private Stored<KeptPolicy> stored(PolicyEntity row) {
    PolicyVariant variant = documents.load(row.document, PolicyVariant.class);
    return new Stored<>(row.id, row.createdAt, new KeptPolicy(row.name, variant));
  }
}
