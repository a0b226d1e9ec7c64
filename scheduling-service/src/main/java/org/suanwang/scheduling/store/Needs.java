package org.suanwang.scheduling.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Collectors;
import org.suanwang.scheduling.check.ConflictException;
import org.suanwang.scheduling.experiment.RunState;

/**
 * Who needs a fleet or a workload: every simulation of it, since one that waits or runs reads it,
 * and one that has ended is run once more for its details.
 */
@ApplicationScoped
class Needs {
  private static final int NAMED_MAX = 3;

  private final EntityManager entities;

  Needs(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Requires that no simulation needs it.
   *
   * @param kind fleet or workload, whose row the caller has locked: so none is added meanwhile
   * @throws ConflictException with some of the simulations when there are any
   */
  void requireNone(String kind, String id) {
    String condition = " from SimulationEntity s where s." + kind + " = :id";
    long count =
        entities
            .createQuery("select count(s)" + condition, Long.class)
            .setParameter("id", id)
            .getSingleResult();
    if (count == 0) {
      return;
    }
    List<Object[]> newest =
        entities
            .createQuery(
                "select s.id, s.state, s.experiment" + condition + " order by s.number desc",
                Object[].class)
            .setParameter("id", id)
            .setMaxResults(NAMED_MAX)
            .getResultList();
    String named = newest.stream().map(Needs::shown).collect(Collectors.joining(", "));
    throw new ConflictException(
        kind
            + " "
            + id
            + " is needed by "
            + (count == 1 ? "1 simulation: " : count + " simulations: ")
            + named
            + (count > newest.size() ? " and others" : "")
            + "; DELETE them first, runs of an experiment with it, after cancelling what has not"
            + " ended");
  }

  private static String shown(Object[] row) {
    String run = row[0] + " (" + (RunState) row[1];
    return run + (row[2] == null ? ")" : ", of " + row[2] + ")");
  }
}
