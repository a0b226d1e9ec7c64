package org.suanwang.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.suanwang.catalog.accelerator.Attribute.Plain;
import org.suanwang.catalog.accelerator.Fact;
import org.suanwang.catalog.catalog.CanonicalForm;
import org.suanwang.catalog.catalog.Catalog;
import org.suanwang.catalog.catalog.CatalogContent;
import org.suanwang.catalog.catalog.Claims;
import org.suanwang.catalog.catalog.CurrentCatalog;
import org.suanwang.catalog.catalog.PublishedCatalog;
import org.suanwang.catalog.catalog.Submission;
import org.suanwang.catalog.catalog.VersionLog;
import org.suanwang.catalog.integrity.IntegrityRules;
import org.suanwang.catalog.provenance.Claim;
import org.suanwang.catalog.provenance.Source;
import org.suanwang.catalog.provenance.Tier;
import org.suanwang.local.testing.PostgresTestResource;

/** Several replicas on one database: many write at once, all serve the same soon after. */
@QuarkusTest
@WithTestResource(value = PostgresTestResource.class, scope = TestResourceScope.GLOBAL)
class ReplicasTest {
  private static final int REPLICAS = 3;
  private static final int WRITERS = 4;
  private static final int CLAIMS_OF_A_WRITER = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What one process holds; its listener runs until it is stopped. */
  private static final class Replica {
    private final Queue<PublishedCatalog> served = new ConcurrentLinkedQueue<>();
    private final CurrentCatalog current = new CurrentCatalog(served::add);
    private final PostgresClaimRegister register;
    private final VersionListener listener;
    private final Thread listening;

    Replica(OwnSchema schema) {
      CatalogStore store = schema.store();
      register = new PostgresClaimRegister(schema.database(), current, Clock.systemUTC());
      listener = new VersionListener(schema.pool(), store, current);
      current.publish(store.read(null));
      listening = Thread.ofVirtual().start(listener::run);
    }

    void add(Claim<Fact> claim, Source source) {
      var submission =
          new Submission(
              claim, Optional.of(source), Optional.empty(), Optional.empty(), claim.id());
      PublishedCatalog published = register.append(submission).published();
      assertThat(published.catalog().findClaim(claim.id())).contains(claim);
    }

    void stop() throws InterruptedException {
      listener.stop();
      listening.join();
    }
  }

  private static void await(BooleanSupplier reached) throws InterruptedException {
    Instant until = Instant.now().plus(PATIENCE);
    while (!reached.getAsBoolean() && Instant.now().isBefore(until)) {
      Thread.sleep(1);
    }
    assertThat(reached.getAsBoolean()).isTrue();
  }

  private static Source source(String id) {
    return Claims.source(id, "Title " + id, "Publisher", Tier.PRESS, null);
  }

  /** Each claim brings a source of its own, so that half a write would be seen. */
  private static Claim<Fact> claim(String subject, int writer, int number) {
    String id = subject + ".sheet-" + writer + "-" + number;
    Claim<Fact> c = Claims.claim(id, Plain.POWER, "30" + number, Tier.PRESS);
    return new Claim<>(
        id,
        subject,
        c.content(),
        null,
        null,
        "sheet-" + writer + "-" + number,
        c.locator(),
        c.asOf(),
        c.tier(),
        c.basis(),
        c.recorded());
  }

  private static CatalogContent ground() {
    CatalogContent content = Claims.content();
    return new CatalogContent(List.of(), content.subjects(), List.of(), List.of());
  }

  @Test
  void manyWritersOnManyReplicas_loseNothingAndSeeNothingHalf() throws Exception {
    try (OwnSchema schema = OwnSchema.migrated("replicas")) {
      CatalogStore store = schema.store();
      store.take(List.of(Packages.of("ground", ground())));
      List<Replica> replicas = new ArrayList<>();
      for (int i = 0; i < REPLICAS; i++) {
        replicas.add(new Replica(schema));
      }
      List<Claim<Fact>> written = writeAtOnce(replicas);
      PublishedCatalog last = store.read(null);
      for (Replica replica : replicas) {
        await(() -> replica.current.require().version().equals(last.version()));
        replica.stop();
        assertThat(replica.current.require().catalog().content())
            .isEqualTo(last.catalog().content());
        assertThat(replica.served).allSatisfy(ReplicasTest::assertWhole);
        assertThat(replica.served)
            .extracting(p -> p.version().publishedAt())
            .as("what is served never goes back")
            .isSorted();
      }
      assertThat(last.catalog().claims()).containsExactlyInAnyOrderElementsOf(written);
      assertStrictlyOrdered(store, written.size() + 1);
    }
  }

  private static List<Claim<Fact>> writeAtOnce(List<Replica> replicas) throws Exception {
    List<Claim<Fact>> written = new ArrayList<>();
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> working = new ArrayList<>();
      for (int w = 0; w < REPLICAS * WRITERS; w++) {
        Replica replica = replicas.get(w % REPLICAS);
        List<Claim<Fact>> own = new ArrayList<>();
        for (int i = 0; i < CLAIMS_OF_A_WRITER; i++) {
          own.add(claim(w % 2 == 0 ? "chip" : "other", w, i));
        }
        written.addAll(own);
        working.add(writers.submit(() -> own.forEach(c -> replica.add(c, source(c.sourceId())))));
      }
      for (Future<?> writer : working) {
        writer.get();
      }
    }
    return written;
  }

  private static void assertWhole(PublishedCatalog served) {
    Catalog catalog = served.catalog();
    assertThat(CanonicalForm.hash(catalog)).isEqualTo(served.version().contentHash());
    assertThat(catalog.claims()).allMatch(c -> catalog.findSource(c.sourceId()).isPresent());
    assertThat(catalog.sources()).hasSize(catalog.claimCount());
    assertThat(served.found().all()).isEqualTo(IntegrityRules.check(catalog).all());
  }

  private static void assertStrictlyOrdered(CatalogStore store, int versions) {
    List<VersionLog.Entry> listed = store.latest(1000, Optional.empty()).reversed();
    assertThat(listed).hasSize(versions);
    for (int i = 1; i < versions; i++) {
      VersionLog.Entry before = listed.get(i - 1);
      VersionLog.Entry next = listed.get(i);
      assertThat(next.sequence()).isGreaterThan(before.sequence());
      assertThat(next.version().publishedAt()).isAfter(before.version().publishedAt());
      assertThat(next.claims()).as("each version has one claim more").isEqualTo(i);
      Catalog read = store.findCatalog(next.version().id()).orElseThrow();
      assertThat(CanonicalForm.hash(read)).isEqualTo(next.version().contentHash());
    }
  }

  /**
   * By looking every two seconds alone, a replica would learn after a second at the median; nine of
   * ten within that second show that it is told.
   */
  @Test
  void replica_learnsOfAWriteWithinASecond() throws Exception {
    try (OwnSchema schema = OwnSchema.migrated("replica_learns")) {
      schema.store().take(List.of(Packages.of("ground", ground())));
      List<Duration> delays = new ArrayList<>();
      Replica writer = new Replica(schema);
      Replica reader = new Replica(schema);
      for (int i = 0; i < 20; i++) {
        Claim<Fact> claim = claim("chip", 0, i);
        writer.add(claim, source(claim.sourceId()));
        Instant written = Instant.now();
        await(() -> reader.current.require().catalog().findClaim(claim.id()).isPresent());
        delays.add(Duration.between(written, Instant.now()));
      }
      writer.stop();
      reader.stop();
      delays.sort(null);
      assertThat(delays.get(17)).as("of %s", delays).isLessThan(Duration.ofSeconds(1));
    }
  }
}
