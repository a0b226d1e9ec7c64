package org.suanwang.market.catalogue;

import java.util.Optional;
import org.suanwang.market.check.UnavailableException;

/** Asks the catalogue, and falls back on what it said last, which is then marked as stale. */
public final class SpecificationSource {
  private final Specifications catalogue;
  private final KnownSpecifications known;

  public SpecificationSource(Specifications catalogue, KnownSpecifications known) {
    this.catalogue = catalogue;
    this.known = known;
  }

  /**
   * What is known of an accelerator.
   *
   * @param specification empty when the catalogue has none of this id
   * @param stale the catalogue could not be reached; this is what it said last
   */
  public record Answer(Optional<Specification> specification, boolean stale) {}

  /**
   * The specification as fresh as it can be had.
   *
   * @throws UnavailableException when the catalogue cannot be reached and never told of it
   */
  public Answer find(String accelerator) {
    try {
      Optional<Specification> fresh = catalogue.ask(accelerator);
      fresh.ifPresent(known::keep);
      return new Answer(fresh, false);
    } catch (UnavailableException e) {
      Optional<Specification> earlier = known.find(accelerator);
      if (earlier.isPresent()) {
        return new Answer(earlier, true);
      }
      var refusal =
          new UnavailableException(
              e.getMessage() + ", and it has never told of " + accelerator + "; start it");
      refusal.initCause(e);
      throw refusal;
    }
  }
}
