package org.suanwang.market.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.hibernate.Session;
import org.suanwang.market.bridge.EfficiencyPair;
import org.suanwang.market.bridge.Equivalence;
import org.suanwang.market.bridge.EquivalenceQuery;
import org.suanwang.market.bridge.EquivalenceReader;
import org.suanwang.market.bridge.KnownEquivalences;

/** The catalogue's last answers in PostgreSQL. */
@ApplicationScoped
public class EquivalenceStore implements KnownEquivalences {
  private final EntityManager entities;
  private final EquivalenceReader reader;
  private final Clock clock;

  EquivalenceStore(EntityManager entities, EquivalenceReader reader, Clock clock) {
    this.entities = entities;
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Optional<Equivalence> find(EquivalenceQuery query) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            """
            select answer from known_equivalence
            where from_device = :from and from_count = :count
              and to_device = :to and precision_name = :precision
              and efficiency = :efficiency""",
            String.class)
        .setParameter("from", query.fromDevice())
        .setParameter("count", query.fromCount())
        .setParameter("to", query.toDevice())
        .setParameter("precision", query.precision())
        .setParameter("efficiency", efficiency(query))
        .getResultList()
        .stream()
        .findFirst()
        .map(answer -> reader.read("known_equivalence", answer));
  }

  @Override
  @Transactional
  public void keep(EquivalenceQuery query, Equivalence answer) {
    entities
        .createNativeQuery(
            """
            insert into known_equivalence
              (from_device, from_count, to_device, precision_name, efficiency, catalog_version,
               answer, received_at)
            values (:from, :count, :to, :precision, :efficiency, :version, :answer, :at)
            on conflict (from_device, from_count, to_device, precision_name, efficiency) do update
            set catalog_version = :version, answer = :answer, received_at = :at""")
        .setParameter("from", query.fromDevice())
        .setParameter("count", query.fromCount())
        .setParameter("to", query.toDevice())
        .setParameter("precision", query.precision())
        .setParameter("efficiency", efficiency(query))
        .setParameter("version", answer.catalogVersion())
        .setParameter("answer", answer.document())
        .setParameter("at", clock.instant())
        .executeUpdate();
  }

  /** Empty where peaks alone are compared. */
  private static String efficiency(EquivalenceQuery query) {
    EfficiencyPair pair = query.efficiency();
    return pair == null ? "" : pair.text();
  }
}
