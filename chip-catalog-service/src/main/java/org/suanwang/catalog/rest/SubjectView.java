package org.suanwang.catalog.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Link;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.accelerator.Vendor;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.query.Relations;
import org.suanwang.catalog.query.Relations.Relation;
import org.suanwang.catalog.query.Timeline;
import org.suanwang.catalog.rest.Views.ResolvedView;
import org.suanwang.catalog.rest.Views.ThroughputView;
import org.suanwang.catalog.rest.Views.VendorRef;

/** All that the claims about a subject come to, and how it stands to others. */
@Schema(
    name = "Subject",
    description =
        "All that the claims about a system, a software stack, an AI model … come to; what is"
            + " absent is unknown, never zero")
record SubjectView(
    String id,
    @Schema(examples = "SYSTEM") String kind,
    String name,
    List<String> aliases,
    @Nullable VendorRef vendor,
    List<ThroughputView> throughputs,
    List<NumberView> numbers,
    List<TextView> texts,
    @Schema(description = "What is claimed of how it stands to others")
        List<RelationView> relations,
    @Schema(description = "What is claimed of how others stand to it")
        List<RelationView> relatedFrom,
    @Schema(description = "How many claims there are; /claims lists them") int claims) {

  static SubjectView of(Catalog catalog, Relations relations, Dossier dossier) {
    Subject subject = dossier.subject();
    Specification s = dossier.specification();
    return new SubjectView(
        subject.id(),
        Timeline.type(subject),
        subject.name(),
        subject.aliases(),
        vendor(catalog, subject),
        s.throughputs().stream().map(ThroughputView::of).toList(),
        numbers(s),
        texts(dossier),
        relations.from(subject.id()).stream()
            .map(r -> RelationView.of(catalog, r, r.target()))
            .toList(),
        relations.to(subject.id()).stream()
            .map(r -> RelationView.of(catalog, r, r.subject()))
            .toList(),
        dossier.claims().size());
  }

  /** Whose it is; a vendor is its own. */
  static @Nullable VendorRef vendor(Catalog catalog, Subject subject) {
    return subject instanceof Vendor
        ? null
        : Optional.ofNullable(Timeline.vendorId(subject))
            .flatMap(catalog::findVendor)
            .map(VendorRef::of)
            .orElse(null);
  }

  private static List<NumberView> numbers(Specification s) {
    return s.numbers().entrySet().stream()
        .filter(e -> !(e.getKey() instanceof Link))
        .map(e -> new NumberView(e.getKey().key(), ResolvedView.required(e.getValue())))
        .toList();
  }

  private static List<TextView> texts(Dossier dossier) {
    return dossier.specification().texts().entrySet().stream()
        .filter(e -> !(e.getKey() instanceof Link))
        .map(
            e ->
                new TextView(
                    e.getKey().key(), e.getValue(), Relations.claimIds(dossier, e.getKey())))
        .toList();
  }

  @Schema(name = "SubjectNumber")
  record NumberView(@Schema(examples = "revenue 2022") String attribute, ResolvedView resolved) {}

  @Schema(name = "SubjectText")
  record TextView(
      @Schema(examples = "licence") String attribute, String text, List<String> claimIds) {}

  @Schema(name = "SubjectRef")
  record Ref(String id, String name, @Schema(examples = "ACCELERATOR") String kind) {
    static Ref of(Subject subject) {
      return new Ref(subject.id(), subject.name(), Timeline.type(subject));
    }
  }

  @Schema(
      name = "Relation",
      description =
          "Read it as a sentence: the subject, the relation, the other; turned round where others"
              + " say it of this one")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RelationView(
      @Schema(examples = "contains") String relation,
      Ref other,
      @Nullable ResolvedView resolved,
      @Nullable String text,
      List<String> claimIds) {
    static RelationView of(Catalog catalog, Relation r, String other) {
      return new RelationView(
          r.kind().kind(),
          Ref.of(catalog.findDossier(other).orElseThrow().subject()),
          ResolvedView.of(r.number()),
          r.text(),
          r.claimIds());
    }
  }
}
