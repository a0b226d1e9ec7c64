package org.suanwang.market.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.suanwang.market.bridge.Accelerator;
import org.suanwang.market.bridge.AcceleratorReader;
import org.suanwang.market.bridge.Catalogue;
import org.suanwang.market.bridge.Equivalence;
import org.suanwang.market.bridge.EquivalenceQuery;
import org.suanwang.market.bridge.EquivalenceReader;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.UnavailableException;

/** The catalogue over REST. Whatever keeps it from answering is told as one exception. */
@ApplicationScoped
public class RestCatalogue implements Catalogue {
  private static final Logger LOG = Logger.getLogger(RestCatalogue.class);
  private static final String ANSWER = "(the catalogue's answer)";

  private final PatientCatalog catalog;
  private final EquivalenceReader equivalences;
  private final AcceleratorReader accelerators;

  RestCatalogue(
      PatientCatalog catalog, EquivalenceReader equivalences, AcceleratorReader accelerators) {
    this.catalog = catalog;
    this.equivalences = equivalences;
    this.accelerators = accelerators;
  }

  @Override
  public Equivalence ask(EquivalenceQuery query) {
    return answer(
        new CatalogQuestion.OfEquivalence(query), text -> equivalences.read(ANSWER, text));
  }

  @Override
  public Accelerator accelerator(String id) {
    Accelerator told =
        answer(new CatalogQuestion.OfAccelerator(id), text -> accelerators.read(ANSWER, text));
    if (!told.id().equals(id)) {
      LOG.errorf("the catalogue answers about another accelerator: %s", told.id());
      throw new UnavailableException("the accelerator catalogue's answer is not understood");
    }
    return told;
  }

  private <T> T answer(CatalogQuestion question, Function<String, T> reader) {
    String answer;
    try {
      answer = catalog.ask(question);
    } catch (InvalidInputException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warnf("the catalogue did not answer: %s", e.toString());
      throw new UnavailableException("the accelerator catalogue cannot be reached");
    }
    try {
      return reader.apply(answer);
    } catch (InvalidInputException e) {
      LOG.errorf("the catalogue's answer is not understood: %s", e.getMessage());
      throw new UnavailableException("the accelerator catalogue's answer is not understood");
    }
  }
}
