package org.suanwang.market.bridge;

import java.util.Optional;
import org.suanwang.market.check.UnavailableException;

/** Asks the catalogue, and falls back on its last known answer, which is then marked as stale. */
public final class EquivalenceSource {
  private final Catalogue catalogue;
  private final KnownEquivalences known;
  private volatile Origin last = Origin.NONE;

  public EquivalenceSource(Catalogue catalogue, KnownEquivalences known) {
    this.catalogue = catalogue;
    this.known = known;
  }

  /** Where an answer came from. */
  public enum Origin {
    /** No answer has been needed yet. */
    NONE,
    CATALOGUE,
    /** The catalogue could not be reached; this is what it said last. */
    LAST_KNOWN,
    /** The request carried the answer. */
    REQUEST
  }

  /** An equivalence and where it came from. */
  public record Answer(Equivalence equivalence, Origin origin) {
    public boolean stale() {
      return origin == Origin.LAST_KNOWN;
    }
  }

  /**
   * The equivalence as fresh as it can be had.
   *
   * @throws UnavailableException when the catalogue cannot be reached and never answered this
   */
  public Answer find(EquivalenceQuery query) {
    try {
      Equivalence fresh = catalogue.ask(query);
      known.keep(query, fresh);
      return remember(new Answer(fresh, Origin.CATALOGUE));
    } catch (UnavailableException e) {
      Optional<Equivalence> earlier = known.find(query);
      return remember(new Answer(earlier.orElseThrow(() -> refusal(query, e)), Origin.LAST_KNOWN));
    }
  }

  /** Where the last answer came from. */
  public Origin last() {
    return last;
  }

  private Answer remember(Answer answer) {
    last = answer.origin();
    return answer;
  }

  private static UnavailableException refusal(EquivalenceQuery query, UnavailableException cause) {
    var refusal =
        new UnavailableException(
            cause.getMessage()
                + ", and it has never answered how many "
                + query.toDevice()
                + " equal "
                + query.fromCount()
                + " "
                + query.fromDevice()
                + "; start the catalogue, or send its answer as \"equivalence\" in the request");
    refusal.initCause(cause);
    return refusal;
  }
}
