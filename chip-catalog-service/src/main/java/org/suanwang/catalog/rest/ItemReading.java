package org.suanwang.catalog.rest;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.accelerator.Item;
import org.suanwang.catalog.accelerator.Subject;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.check.NotFoundException;
import org.suanwang.catalog.check.Suggestion;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.query.SubjectSearch;
import org.suanwang.catalog.query.Timeline;
import org.suanwang.catalog.rest.Views.VendorRef;
import org.suanwang.catalog.rest.Views.VersionView;

/** What the calls for systems, software stacks, AI models, interconnects and policies share. */
@Singleton
class ItemReading {
  private final CurrentCatalog current;
  private final CurrentRelations relations;

  ItemReading(CurrentCatalog current, CurrentRelations relations) {
    this.current = current;
    this.relations = relations;
  }

  @Schema(name = "ItemSummary")
  record Summary(
      String id,
      @Schema(examples = "SYSTEM") String kind,
      String name,
      List<String> aliases,
      @Nullable VendorRef vendor,
      int claims) {
    static Summary of(Catalog catalog, Item item) {
      return new Summary(
          item.id(),
          Timeline.type(item),
          item.name(),
          item.aliases(),
          SubjectView.vendor(catalog, item),
          catalog.findDossier(item.id()).orElseThrow().claims().size());
    }
  }

  @Schema(name = "ItemPage")
  record Page(
      VersionView catalogVersion, List<Summary> items, @Nullable String nextCursor, int total) {}

  @Schema(name = "SubjectAnswer")
  record Answer(VersionView catalogVersion, SubjectView subject) {}

  @Schema(name = "SubjectClaims")
  record Claims(
      VersionView catalogVersion,
      String subject,
      List<ClaimView> items,
      @Nullable String nextCursor,
      int total) {}

  /** What a list is asked for. */
  record ListQuestion(
      @Nullable String q,
      @Nullable String vendor,
      @Nullable String cursor,
      @Nullable String limit) {}

  Page list(Item.Kind kind, ListQuestion question) {
    PublishedCatalog published = current.require();
    Optional<String> vendor = Parameters.text("vendor", question.vendor());
    Optional<String> text = Parameters.text("q", question.q());
    List<Item> found = new SubjectSearch(published.catalog()).items(kind, vendor, text);
    Slice<Item> slice =
        Slice.of(
            found,
            Item::id,
            Parameters.limit(question.limit()),
            question.cursor(),
            kind + " " + vendor + text);
    return new Page(
        VersionView.of(published.version()),
        slice.items().stream().map(i -> Summary.of(published.catalog(), i)).toList(),
        slice.nextCursor(),
        found.size());
  }

  Answer read(Item.Kind kind, String id) {
    PublishedCatalog published = current.require();
    Catalog catalog = published.catalog();
    Dossier dossier = require(catalog, kind, id);
    return new Answer(
        VersionView.of(published.version()),
        SubjectView.of(catalog, relations.of(catalog), dossier));
  }

  Claims claims(Item.Kind kind, String id, @Nullable String cursor, @Nullable String limit) {
    PublishedCatalog published = current.require();
    return claims(published, require(published.catalog(), kind, id), cursor, limit);
  }

  static Claims claims(
      PublishedCatalog published,
      Dossier dossier,
      @Nullable String cursor,
      @Nullable String limit) {
    String id = dossier.subject().id();
    Slice<Claim<Fact>> slice =
        Slice.of(dossier.claims(), Claim::id, Parameters.limit(limit), cursor, "claims of " + id);
    return new Claims(
        VersionView.of(published.version()),
        id,
        ClaimView.of(published.catalog(), slice.items()),
        slice.nextCursor(),
        dossier.claims().size());
  }

  static Dossier require(Catalog catalog, Item.Kind kind, String id) {
    return catalog
        .findDossier(id)
        .filter(d -> d.subject() instanceof Item i && i.kind() == kind)
        .orElseThrow(() -> new NotFoundException(word(kind), id, remedy(catalog, kind, id)));
  }

  private static String remedy(Catalog catalog, Item.Kind kind, String id) {
    List<String> known = catalog.items(kind).stream().map(Subject::id).toList();
    return Suggestion.remedy(id, known, "GET /v1/" + path(kind) + " lists all");
  }

  private static String word(Item.Kind kind) {
    return switch (kind) {
      case SYSTEM -> "system";
      case SOFTWARE_STACK -> "software stack";
      case AI_MODEL -> "AI model";
      case INTERCONNECT -> "interconnect";
      case POLICY -> "policy";
    };
  }

  private static String path(Item.Kind kind) {
    return switch (kind) {
      case SYSTEM -> "systems";
      case SOFTWARE_STACK -> "software-stacks";
      case AI_MODEL -> "ai-models";
      case INTERCONNECT -> "interconnects";
      case POLICY -> "policies";
    };
  }
}
