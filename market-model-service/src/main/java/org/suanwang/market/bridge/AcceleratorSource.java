package org.suanwang.market.bridge;

import java.util.Optional;
import org.suanwang.market.bridge.EquivalenceSource.Origin;
import org.suanwang.market.check.UnavailableException;

/** Asks the catalogue for an accelerator, and falls back on what it last said of it. */
public final class AcceleratorSource {
  private final Catalogue catalogue;
  private final KnownAccelerators known;

  public AcceleratorSource(Catalogue catalogue, KnownAccelerators known) {
    this.catalogue = catalogue;
    this.known = known;
  }

  /** An accelerator and where it came from. */
  public record Answer(Accelerator accelerator, Origin origin) {}

  /**
   * The accelerator as fresh as it can be had.
   *
   * @throws UnavailableException when the catalogue cannot be reached and never told of it
   */
  public Answer find(String id) {
    try {
      Accelerator fresh = catalogue.accelerator(id);
      known.keep(fresh);
      return new Answer(fresh, Origin.CATALOGUE);
    } catch (UnavailableException e) {
      Optional<Accelerator> earlier = known.find(id);
      return new Answer(earlier.orElseThrow(() -> refusal(id, e)), Origin.LAST_KNOWN);
    }
  }

  private static UnavailableException refusal(String id, UnavailableException cause) {
    var refusal =
        new UnavailableException(
            cause.getMessage()
                + ", and it has never told whose accelerator "
                + id
                + " is, on which the model's efficiency depends; start the catalogue, or send its"
                + " answer to GET /v1/accelerators/"
                + id
                + " as \"accelerator\" in the request");
    refusal.initCause(cause);
    return refusal;
  }
}
