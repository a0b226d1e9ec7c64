package org.suanwang.market.boot;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.suanwang.market.check.ConflictException;
import org.suanwang.market.check.InvalidInputException;
import org.suanwang.market.check.Violation;
import org.suanwang.market.load.ContentHash;
import org.suanwang.market.load.ForkedFiles;
import org.suanwang.market.load.ModelDocument;
import org.suanwang.market.load.ModelReader;
import org.suanwang.market.load.PackageFiles;
import org.suanwang.market.load.SourceFile;
import org.suanwang.market.scenario.ModelLibrary;
import org.suanwang.market.scenario.ModelVersion;
import org.suanwang.market.scenario.PublishedModel;
import org.suanwang.market.store.ModelStore;
import org.suanwang.market.store.StoredModel;

/**
 * The model library: this build's own packages from memory, users' models from PostgreSQL, read
 * ones kept in a small cache. A version never changes, so the cache never has to be told anything.
 */
@ApplicationScoped
public class StoredLibrary implements ModelLibrary {
  private static final Logger LOG = Logger.getLogger(StoredLibrary.class);
  private static final Pattern REFERENCE = Pattern.compile("[a-z][a-z0-9-]{1,63}(@[0-9a-f]{12})?");
  private static final int CACHED_MAX = 64;
  private static final String POSTED_FILE = "model.yaml";

  private final ModelStore store;
  private final Clock clock;
  private final List<String> packages;
  private final Map<String, PublishedModel> own = new LinkedHashMap<>();
  private final Map<String, PublishedModel> cache =
      Collections.synchronizedMap(
          new LinkedHashMap<>(CACHED_MAX, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, PublishedModel> eldest) {
              return size() > CACHED_MAX;
            }
          });

  StoredLibrary(
      ModelStore store,
      Clock clock,
      @ConfigProperty(name = "suanwang.market.packages") List<String> packages) {
    this.store = store;
    this.clock = clock;
    this.packages = packages;
  }

  /** Loads and checks this build's packages; a fault in one keeps the service from starting. */
  void load(@Observes StartupEvent event) {
    for (String name : packages) {
      List<SourceFile> files = PackageFiles.load(name);
      PublishedModel model = ModelReader.read(files, clock.instant());
      StoredModel stored = stored(model, files, StoredModel.Origin.PACKAGE);
      boolean created = store.keep(stored, null);
      own.put(name, created ? model : ModelReader.read(files, earlier(stored).publishedAt()));
      LOG.infof("model %s, version %s, is loaded and checked", name, model.version().version());
    }
  }

  /** This build's packages, loaded and checked. */
  public List<PublishedModel> own() {
    return List.copyOf(own.values());
  }

  @Override
  public List<PublishedModel> list() {
    var models = new ArrayList<>(own.values());
    for (String id : store.postedIds()) {
      if (!own.containsKey(id)) {
        listed(id).ifPresent(models::add);
      }
    }
    models.sort(java.util.Comparator.comparing(m -> m.version().id()));
    return models;
  }

  /** One that cannot be read any more must not hide the others. */
  private Optional<PublishedModel> listed(String id) {
    try {
      return find(id);
    } catch (ConflictException e) {
      LOG.debugf("left out of the list: %s", e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public Optional<PublishedModel> find(String reference) {
    PublishedModel packaged = own.get(reference);
    if (packaged != null) {
      return Optional.of(packaged);
    }
    if (!REFERENCE.matcher(reference).matches()) {
      return Optional.empty();
    }
    PublishedModel cached = cache.get(reference);
    return cached != null ? Optional.of(cached) : store.findModel(reference).map(this::cached);
  }

  private PublishedModel cached(StoredModel stored) {
    return cache.computeIfAbsent(stored.reference(), reference -> readAgain(stored));
  }

  /** Rules may have become stricter since a version was published; the version stays as it is. */
  private static PublishedModel readAgain(StoredModel stored) {
    try {
      return ModelReader.read(files(stored), stored.publishedAt());
    } catch (InvalidInputException e) {
      Violation first = e.violations().getFirst();
      throw new ConflictException(
          "the model "
              + stored.reference()
              + " was published under earlier rules and breaks one of today's: "
              + (first.field() + " " + first.rule() + "; publish it anew when it is mended"));
    }
  }

  private static List<SourceFile> files(StoredModel stored) {
    return stored.files().stream().map(f -> new SourceFile(f.path(), f.text())).toList();
  }

  @Override
  public Publication publish(String document, @Nullable String idempotencyKey) {
    List<SourceFile> files = List.of(new SourceFile(POSTED_FILE, document));
    PublishedModel model = ModelReader.read(files, clock.instant());
    requireNotOwn(model.version().id());
    StoredModel stored = stored(model, files, StoredModel.Origin.POSTED);
    boolean created = store.keep(stored, idempotencyKey);
    return new Publication(created ? model : cached(earlier(stored)), created);
  }

  private void requireNotOwn(String id) {
    if (own.containsKey(id)) {
      throw new ConflictException(
          "the id \"" + id + "\" belongs to this service's own model; choose another id");
    }
  }

  @Override
  public Document document(String reference) {
    ModelVersion version = require(reference).version();
    return store
        .findModel(version.id() + "@" + version.version())
        .map(stored -> ModelDocument.of(files(stored)))
        .orElseThrow();
  }

  @Override
  public List<ModelVersion> versions(String id) {
    return store.versions(id);
  }

  @Override
  public Publication add(String reference, ScenarioFork fork, @Nullable String idempotencyKey) {
    Optional<StoredModel> before =
        idempotencyKey == null ? Optional.empty() : store.findByKey(idempotencyKey);
    return before.isPresent() ? again(before.get(), fork) : addNew(reference, fork, idempotencyKey);
  }

  private Publication again(StoredModel before, ScenarioFork fork) {
    if (!before.files().contains(file(ForkedFiles.scenario(fork)))) {
      throw new ConflictException(
          "the Idempotency-Key came with another model or scenario before; use a new key");
    }
    return new Publication(cached(before), false);
  }

  private Publication addNew(String reference, ScenarioFork fork, @Nullable String idempotencyKey) {
    ModelVersion of = require(reference).version();
    String source = of.id() + "@" + of.version();
    boolean other = fork.id() != null && !fork.id().equals(of.id());
    requireNotOwn(other ? String.valueOf(fork.id()) : of.id());
    if (!other && fork.title() != null) {
      throw new InvalidInputException(
          "title", fork.title(), "is for a new model", "leave it out, or name a new id");
    }
    StoredModel from = store.findModel(source).orElseThrow();
    var addition =
        new ScenarioFork(other ? fork.id() : null, fork.title(), fork.name(), fork.document());
    List<SourceFile> files = ForkedFiles.of(files(from), source, addition);
    PublishedModel model = ModelReader.read(files, clock.instant());
    StoredModel stored = stored(model, files, StoredModel.Origin.POSTED);
    Optional<String> newest = other ? Optional.empty() : Optional.of(of.version());
    boolean created = store.keepNext(stored, newest, idempotencyKey);
    return new Publication(created ? model : cached(earlier(stored)), created);
  }

  /** The version as it was kept when it was published first. */
  private StoredModel earlier(StoredModel stored) {
    return store.findModel(stored.reference()).orElse(stored);
  }

  private static StoredModel stored(
      PublishedModel model, List<SourceFile> files, StoredModel.Origin origin) {
    return new StoredModel(
        model.version().id(),
        ContentHash.of(files),
        origin,
        model.version().publishedAt(),
        files.stream().map(StoredLibrary::file).toList());
  }

  private static StoredModel.File file(SourceFile file) {
    return new StoredModel.File(file.path(), file.text());
  }
}
