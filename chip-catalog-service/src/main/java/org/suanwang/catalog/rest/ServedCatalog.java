package org.suanwang.catalog.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.accelerator.Accelerator;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.Dossier;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.catalog.Specification;
import org.suanwang.catalog.query.CellReview;
import org.suanwang.catalog.query.Hits;
import org.suanwang.catalog.query.SearchIndex;
import org.suanwang.catalog.rest.AcceleratorViews.Detail;
import org.suanwang.catalog.rest.Views.AcceleratorItem;
import org.suanwang.catalog.rest.Views.VersionView;

/**
 * One catalogue version as it is sent: accelerators as bytes of JSON, made when first asked for and
 * kept until the next version, of which lists are put together.
 */
@RegisterForReflection(
    classNames = { // What the library makes of a cache with weights; it finds them by their names.
      "com.github.benmanes.caffeine.cache.SSMW",
      "com.github.benmanes.caffeine.cache.PSMW"
    })
final class ServedCatalog {
  private static final long BODY_BYTES_MAX = 6L << 20;
  private static final int WORDS_LENGTH_MAX = 500;
  private static final int QUESTION_DIGITS = 8;
  private static final int PAGE_BYTES_USUAL = 1 << 16;

  private final PublishedCatalog published;
  private final SearchIndex index;
  private final ObjectMapper json;
  private final String tag;
  private final byte[] head;
  private final AtomicReferenceArray<byte @Nullable []> items;
  private final Cache<Integer, Body> details = bodies();
  private final Cache<String, Body> pages = bodies();

  ServedCatalog(PublishedCatalog published, ObjectMapper json) {
    this.published = published;
    this.index = SearchIndex.of(published.catalog());
    this.json = json;
    this.tag = CatalogReadFilter.tag(published.version().id());
    String version = new String(bytes(VersionView.of(published.version())), UTF_8);
    this.head = utf8("{\"catalogVersion\":" + version + ",\"items\":[");
    this.items = new AtomicReferenceArray<>(index.accelerators().size());
  }

  /** Who asks for everything once does not drive out what is asked for often. */
  private static <K> Cache<K, Body> bodies() {
    return Caffeine.newBuilder()
        .maximumWeight(BODY_BYTES_MAX)
        .weigher((K _, Body body) -> body.length())
        .executor(Runnable::run)
        .build();
  }

  PublishedCatalog published() {
    return published;
  }

  SearchIndex index() {
    return index;
  }

  /** The ETag of all answers. */
  String tag() {
    return tag;
  }

  private byte[] bytes(Object view) {
    try {
      return json.writeValueAsBytes(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written", e);
    }
  }

  /** One accelerator; nothing when there is none with this id. */
  @Nullable Body find(String id) {
    int place = index.find(id);
    if (place < 0) {
      return null;
    }
    return details.get(place, this::render);
  }

  /**
   * One accelerator as it was believed to be, see {@link Dossier#believed}; made anew each time.
   */
  byte @Nullable [] find(String id, Viewpoint viewpoint) {
    int place = index.find(id);
    if (place < 0) {
      return null;
    }
    Dossier now = published.catalog().findDossier(id).orElseThrow();
    Catalog then = published.catalog().replacing(now.believed(viewpoint.said(), viewpoint.known()));
    return detail(then, index.accelerators().get(place));
  }

  private byte[] detail(Catalog catalog, Accelerator accelerator) {
    AcceleratorItem item = AcceleratorItem.of(catalog, accelerator);
    List<CellView> cells =
        CellReview.of(catalog, accelerator.id()).stream()
            .map(review -> CellView.of(catalog, review))
            .toList();
    Specification specification = catalog.findSpecification(accelerator.id()).orElseThrow();
    return bytes(Detail.of(published, accelerator, item, specification, cells));
  }

  private Body render(int place) {
    return Body.of(detail(published.catalog(), index.accelerators().get(place)));
  }

  /**
   * A page that was asked for in the same words before, or is read out of the parameters now.
   *
   * @param words the query as it was sent
   */
  Body page(String words, Supplier<SearchRequest> parameters) {
    Body there = pages.getIfPresent(words);
    if (there != null) {
      return there;
    }
    Body made = Body.of(page(parameters.get()));
    if (words.length() <= WORDS_LENGTH_MAX) {
      pages.put(words, made);
    }
    return made;
  }

  /** A page of what is asked for, put together of items that are JSON already. */
  byte[] page(SearchRequest request) {
    Hits hits = index.run(request.query(), after(request), request.limit());
    var page = new ByteArrayOutputStream(PAGE_BYTES_USUAL);
    page.writeBytes(head);
    for (int i = 0; i < hits.places().length; i++) {
      if (i > 0) {
        page.write(',');
      }
      page.writeBytes(item(hits.places()[i]));
    }
    String numbers = ",\"total\":" + hits.total() + ",\"unknown\":" + hits.unknown();
    page.writeBytes(utf8("],\"nextCursor\":" + nextCursor(request, hits) + numbers));
    if (!request.facets().isEmpty()) {
      page.writeBytes(utf8(",\"facets\":"));
      page.writeBytes(bytes(facets(request)));
    }
    page.write('}');
    return page.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private byte[] item(int place) {
    byte[] there = items.get(place);
    if (there != null) {
      return there;
    }
    Accelerator accelerator = index.accelerators().get(place);
    byte[] made = bytes(AcceleratorItem.of(published.catalog(), accelerator));
    items.set(place, made);
    return made;
  }

  private List<FacetView> facets(SearchRequest request) {
    List<FacetView> facets = new ArrayList<>();
    request.facets().forEach(f -> facets.add(FacetView.of(index.facet(request.query(), f))));
    return facets;
  }

  private int after(SearchRequest request) {
    String cursor = request.cursor();
    if (cursor == null) {
      return -1;
    }
    String decoded = Slice.decode(cursor);
    String question = question(request);
    int place =
        decoded.startsWith(question) ? index.find(decoded.substring(question.length())) : -1;
    if (place < 0) {
      throw Slice.refuse(cursor);
    }
    return place;
  }

  private String nextCursor(SearchRequest request, Hits hits) {
    if (!hits.hasMore()) {
      return "null";
    }
    String last = index.accelerators().get(hits.places()[hits.places().length - 1]).id();
    return '"' + Slice.encode(question(request) + last) + '"';
  }

  private static String question(SearchRequest request) {
    return CanonicalForm.sha256(request.query().toString()).substring(0, QUESTION_DIGITS);
  }
}
