package org.suanwang.market.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.suanwang.market.catalogue.Specification;
import org.suanwang.market.catalogue.SpecificationReader;
import org.suanwang.market.catalogue.Specifications;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.UnavailableException;

/** Accelerators of the catalogue over REST; nothing of an id that it does not know. */
@ApplicationScoped
public class RestSpecifications implements Specifications {
  private static final Logger LOG = Logger.getLogger(RestSpecifications.class);

  private final PatientCatalog catalog;
  private final SpecificationReader reader;

  RestSpecifications(PatientCatalog catalog, SpecificationReader reader) {
    this.catalog = catalog;
    this.reader = reader;
  }

  @Override
  public Optional<Specification> ask(String accelerator) {
    String answer;
    try {
      answer = catalog.ask(new CatalogQuestion.OfAccelerator(accelerator));
    } catch (InvalidInputException e) {
      return Optional.empty();
    } catch (RuntimeException e) {
      LOG.warnf("the catalogue did not answer: %s", e.toString());
      throw new UnavailableException("the accelerator catalogue cannot be reached");
    }
    return Optional.of(understood(accelerator, answer));
  }

  private Specification understood(String accelerator, String answer) {
    try {
      Specification read = reader.read(answer);
      if (read.accelerator().equals(accelerator)) {
        return read;
      }
      LOG.errorf("the catalogue answers about another accelerator: %s", read.accelerator());
    } catch (InvalidInputException e) {
      LOG.errorf("the catalogue's answer is not understood: %s", e.getMessage());
    }
    throw new UnavailableException("the accelerator catalogue's answer is not understood");
  }
}
