package org.suanwang.catalog.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.check.ConflictException;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Source;

/** Writes and reads the content of the catalogue. Callers bring the transaction. */
@ApplicationScoped
class CatalogRows {
  private final SourceRepository sources;
  private final VendorRepository vendors;
  private final AcceleratorRepository accelerators;
  private final ClaimRepository claims;
  private final VerdictRepository verdicts;
  private final EntityManager entities;

  CatalogRows(
      SourceRepository sources,
      VendorRepository vendors,
      AcceleratorRepository accelerators,
      ClaimRepository claims,
      VerdictRepository verdicts,
      EntityManager entities) {
    this.sources = sources;
    this.vendors = vendors;
    this.accelerators = accelerators;
    this.claims = claims;
    this.verdicts = verdicts;
    this.entities = entities;
  }

  CatalogContent read() {
    return new CatalogContent(
        sources.streamAll().map(SourceEntity::toSource).toList(),
        vendors.streamAll().map(VendorEntity::toVendor).toList(),
        accelerators.streamAll().map(AcceleratorEntity::toAccelerator).toList(),
        claims.streamAll().map(ClaimRow::read).toList(),
        verdicts.streamAll().map(VerdictEntity::toVerdict).toList());
  }

  /** Adds what is new, replaces descriptions, and refuses changed sources and claims. */
  void write(CatalogContent content) {
    content.sources().forEach(this::append);
    content.vendors().forEach(v -> entities.merge(VendorEntity.of(v)));
    content.accelerators().forEach(a -> entities.merge(AcceleratorEntity.of(a)));
    entities.flush();
    content.claims().forEach(this::appendUnlessThere);
    entities.flush();
    content.verdicts().forEach(v -> entities.merge(VerdictEntity.of(v)));
    entities.flush();
  }

  void append(Source source) {
    Optional<Source> there = sources.findByIdOptional(source.id()).map(SourceEntity::toSource);
    if (there.isEmpty()) {
      sources.persist(SourceEntity.of(source));
    } else if (!there.get().equals(source)) {
      throw new ConflictException(
          "the source \""
              + source.id()
              + "\" is there with other particulars; sources are never"
              + " changed: use it as it stands, or give yours another id");
    }
  }

  void append(Claim<Fact> claim) {
    claims.persist(ClaimRow.write(claim));
  }

  private void appendUnlessThere(Claim<Fact> claim) {
    Optional<ClaimEntity> there = claims.findByIdOptional(claim.id());
    if (there.isEmpty()) {
      append(claim);
      return;
    }
    if (!CanonicalForm.statementHash(ClaimRow.read(there.get()))
        .equals(CanonicalForm.statementHash(claim))) {
      throw new ConflictException(
          "the claim \""
              + claim.id()
              + "\" was loaded before and says something else; claims are"
              + " never changed: add another that corrects it");
    }
  }

  boolean hasClaim(String id) {
    return claims.findByIdOptional(id).isPresent();
  }
}
