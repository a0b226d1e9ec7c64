package org.suanwang.market.client;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
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

  private final PatientCatalog catalog;
  private final EquivalenceReader reader;

  RestCatalogue(PatientCatalog catalog, EquivalenceReader reader) {
    this.catalog = catalog;
    this.reader = reader;
  }

  @Override
  public Equivalence ask(EquivalenceQuery query) {
    String answer;
    try {
      answer = catalog.ask(query);
    } catch (InvalidInputException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warnf("the catalogue did not answer: %s", e.toString());
      throw new UnavailableException("the accelerator catalogue cannot be reached");
    }
    return understood(answer);
  }

  private Equivalence understood(String answer) {
    try {
      return reader.read("(the catalogue's answer)", answer);
    } catch (InvalidInputException e) {
      LOG.errorf("the catalogue's answer is not understood: %s", e.getMessage());
      throw new UnavailableException("the accelerator catalogue's answer is not understood");
    }
  }
}
