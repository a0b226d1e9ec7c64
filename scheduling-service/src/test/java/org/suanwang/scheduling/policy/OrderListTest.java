package org.suanwang.scheduling.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.simulation.RandomInput;
import org.suanwang.scheduling.testing.Jobs;
import org.suanwang.scheduling.workload.JobTable;

/** Ranks of lists of orders, by hand and beside a comparator; which lists there are. */
class OrderListTest {
  private static final List<String> ALONE =
      Policies.orders().stream().filter(o -> !o.sharesTime()).map(QueueOrder::name).toList();

  private static QueueOrder order(String name) {
    return Policies.order(name).orElseThrow();
  }

  private static List<QueueOrder> orders(String... names) {
    return Arrays.stream(names).map(OrderListTest::order).toList();
  }

  /** Urgent before not; of the urgent the shorter; of equals whoever came first has no less. */
  @Test
  void ranks_goByTheFirstAndThenByTheNext() {
    JobTable jobs =
        Jobs.table(
            Jobs.gang("low-short", 1, 0, 5),
            Jobs.gang("high-long", 1, 1, 50).withPriority(1),
            Jobs.gang("high-short", 1, 2, 5).withPriority(1),
            Jobs.gang("high-short-too", 1, 3, 5).withPriority(1),
            Jobs.gang("low-long", 1, 4, 50));
    QueueOrder list = OrderList.of(orders("priority", "sjf")).forJobs(jobs);
    assertThat(list.ranks(jobs)).containsExactly(2, 1, 0, 0, 3);
  }

  /** Digits: the priority of two, then up to 100 s left, then levels 0 and 1 of an hour. */
  @Test
  void movingTurns_areDigitsBetweenThoseThatStay() {
    JobTable jobs =
        Jobs.table(Jobs.gang("low", 1, 0, 100), Jobs.gang("high", 2, 0, 40).withPriority(7));
    QueueOrder list =
        OrderList.of(orders("priority", "srtf", "las")).withLevels(List.of(60L)).forJobs(jobs);
    assertThat(list.rank(jobs, 0, 10, 10)).isEqualTo((101 + 90) * 2);
    assertThat(list.rank(jobs, 0, 60, 10)).isEqualTo((101 + 90) * 2 + 1);
    assertThat(list.rank(jobs, 1, 29, 0)).isEqualTo(40 * 2);
    assertThat(list.rank(jobs, 1, 30, 25)).isEqualTo(15 * 2 + 1);
    assertThat(list.secondsToLaterTurn(jobs, 0, 10)).isEqualTo(50);
    assertThat(list.secondsToLaterTurn(jobs, 1, 10)).isEqualTo(20);
    assertThat(list.secondsToLaterTurn(jobs, 1, 30)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void oneOrder_orArrivalAtTheEnd_isNoList() {
    assertThat(OrderList.of(orders("sjf"))).isSameAs(order("sjf"));
    assertThat(OrderList.of(orders("sjf", "fifo"))).isSameAs(order("sjf"));
    assertThat(OrderList.of(orders("priority", "sjf", "fifo")).name()).isEqualTo("priority+sjf");
  }

  @Test
  void ranksOfOtherJobs_areNotTold() {
    JobTable jobs = Jobs.table(Jobs.gang("a", 1, 0, 5));
    JobTable others = Jobs.table(Jobs.gang("a", 1, 0, 5));
    QueueOrder list = OrderList.of(orders("priority", "sjf")).forJobs(jobs);
    assertThat(list.forJobs(jobs)).isSameAs(list);
    assertThatThrownBy(() -> list.rank(others, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThat(list.forJobs(others).rank(others, 0)).isZero();
  }

  /** Two rows of a million places and times of 68 years are more than a number holds. */
  @Test
  void tooManyTurns_areRefused() {
    JobTable.Builder jobs = new JobTable.Builder();
    for (int i = 0; i < 3_000; i++) {
      jobs.add(Jobs.gang("j" + i, 1 + i, i, 2_000_000_000L - i).withPriority(i));
    }
    JobTable table = jobs.build();
    OrderList few = (OrderList) OrderList.of(orders("priority", "srtf", "smallest-first"));
    OrderList many =
        (OrderList) OrderList.of(orders("srtf", "smallest-first", "srtf-oracle", "priority"));
    assertThat(few.fits(table)).isTrue();
    assertThat(many.fits(table)).isFalse();
    assertThatThrownBy(() -> many.forJobs(table)).hasMessageContaining("too many turns");
  }

  static Stream<List<String>> lists() {
    SplittableRandom random = new SplittableRandom(7);
    return IntStream.range(0, 300).mapToObj(i -> drawList(random)).filter(OrderListTest::isFree);
  }

  private static List<String> drawList(SplittableRandom random) {
    List<String> left = new ArrayList<>(ALONE);
    List<String> drawn = new ArrayList<>();
    for (int i = 0; i < 2 + random.nextInt(3); i++) {
      drawn.add(left.remove(random.nextInt(left.size())));
    }
    return drawn;
  }

  private static boolean isFree(List<String> names) {
    boolean endsInFifo = names.getLast().equals("fifo");
    return !endsInFifo && OrderListFault.find(orders(names.toArray(String[]::new)), true).isEmpty();
  }

  /** A job as it stands, told without ranks. */
  private record Standing(JobTable jobs, int job, long held, long done) {}

  private static final long HOUR = 3_600;

  private static ToLongFunction<Standing> measure(String order) {
    return switch (order) {
      case "fifo" -> s -> s.jobs.job(s.job).submitSeconds();
      case "sjf" -> OrderListTest::estimate;
      case "sjf-oracle" -> s -> s.jobs.job(s.job).work();
      case "largest-first" -> s -> -devices(s);
      case "smallest-first" -> OrderListTest::devices;
      case "priority" -> s -> -s.jobs.job(s.job).terms().priority();
      case "srtf" -> s -> Math.max(1, estimate(s) - s.done);
      case "srtf-oracle" -> s -> s.jobs.job(s.job).work() - s.done;
      case "las" -> OrderListTest::level;
      case "edf" -> s -> s.jobs.deadlineSeconds(s.job);
      default -> throw new IllegalArgumentException(order);
    };
  }

  private static long estimate(Standing s) {
    Long told = s.jobs.job(s.job).terms().estimateSeconds();
    return told == null ? s.jobs.job(s.job).work() : told;
  }

  private static long devices(Standing s) {
    return s.jobs.job(s.job).tasks() * s.jobs.request(s.job).milliDevices();
  }

  private static long level(Standing s) {
    double width = devices(s) == 0 ? 1 : devices(s) / 1000.0;
    long level = 0;
    for (double end = HOUR; level < 9 && width * s.held >= end; end *= 10) {
      level++;
    }
    return level;
  }

  /** Any two jobs, however far they have come, stand as the orders one after the other say. */
  @ParameterizedTest
  @MethodSource("lists")
  void anyTwoJobs_standAsAComparatorSays(List<String> names) {
    SplittableRandom random = new SplittableRandom(names.hashCode());
    RandomInput draw = new RandomInput(names.hashCode());
    JobTable jobs = draw.drawLeaving(draw.drawPlans(draw.drawJobs(60)));
    Comparator<Standing> comparator =
        names.stream()
            .map(name -> Comparator.comparingLong(measure(name)))
            .reduce(Comparator::thenComparing)
            .orElseThrow();
    QueueOrder list = OrderList.of(orders(names.toArray(String[]::new))).forJobs(jobs);
    List<Standing> all = new ArrayList<>();
    for (int job = 0; job < jobs.size(); job++) {
      long done = random.nextInt(4) == 0 ? 0 : random.nextLong(jobs.workSeconds(job) + 1);
      all.add(new Standing(jobs, job, done * random.nextInt(1, 500), done));
    }
    for (Standing a : all) {
      for (Standing b : all) {
        long one = list.rank(jobs, a.job, a.held, a.done);
        long other = list.rank(jobs, b.job, b.held, b.done);
        assertThat(one).isNotNegative();
        assertThat(Integer.signum(Long.compare(one, other)))
            .as("%s: %s and %s", names, a, b)
            .isEqualTo(Integer.signum(comparator.compare(a, b)));
      }
    }
  }

  /** No turn falls back sooner than is said. */
  @ParameterizedTest
  @MethodSource("lists")
  void turns_fallBackNoSoonerThanIsSaid(List<String> names) {
    JobTable jobs = new RandomInput(names.hashCode()).drawJobs(8);
    QueueOrder list = OrderList.of(orders(names.toArray(String[]::new)));
    QueueOrder ranked =
        (names.contains("las") ? list.withLevels(List.of(10L, 40L)) : list).forJobs(jobs);
    for (int job = 0; job < jobs.size(); job++) {
      long before = ranked.rank(jobs, job, 0, 0);
      long expected = ranked.secondsToLaterTurn(jobs, job, 0);
      for (long held = 1; held <= 60; held++) {
        long now = ranked.rank(jobs, job, held, 0);
        assertThat(now <= before || held >= expected).as("%s at %d", names, held).isTrue();
        before = now;
        expected = held >= expected ? held + ranked.secondsToLaterTurn(jobs, job, held) : expected;
      }
    }
  }

  @Test
  void everyListedName_hasOneReading() {
    for (QueueFairness fairness : Policies.fairness()) {
      for (QueueDiscipline discipline : QueueDiscipline.values()) {
        for (Preemption preemption : Preemption.values()) {
          for (String first : ALONE) {
            for (String second : ALONE) {
              for (String score : List.of("first-fit", "best-fit", "random")) {
                Policies.compose(fairness, first + "+" + second, discipline, preemption, score)
                    .ifPresent(OrderListTest::assertReading);
              }
            }
          }
        }
      }
    }
  }

  private static void assertReading(SchedulingPolicy policy) {
    if (policy.order() instanceof OrderList) {
      assertThat(ListingNames.readings(policy.name())).as(policy.name()).hasSize(1);
    }
    SchedulingPolicy found = Policies.find(policy.name()).orElseThrow();
    assertThat(found.name()).isEqualTo(policy.name());
    assertThat(found.order().name()).isEqualTo(policy.order().name());
    assertThat(found.discipline()).isEqualTo(policy.discipline());
    assertThat(found.fairness()).isSameAs(policy.fairness());
    assertThat(found.preemption()).isEqualTo(policy.preemption());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "priority+fifo-first-fit",
        "fifo+sjf-first-fit",
        "sjf+sjf-first-fit",
        "priority+-first-fit",
        "+priority-first-fit",
        "priority+las-first-fit",
        "priority+gavel-las-rounds-first-fit",
        "priority+sjf-first-fit-",
        "priority+sjf",
        "+",
        "priority+sjf+edf+smallest-first+srtf-preempt-first-fit"
      })
  void otherNames_areOfNoPolicy(String name) {
    assertThat(Policies.find(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "priority,sjf,,false,-1",
    "priority,fifo,,false,-1",
    "fifo,sjf,,false,1",
    "priority,fifo,sjf,false,2",
    "sjf,priority,sjf,false,2",
    "sjf,srtf,,false,1",
    "sjf,srtf,,true,-1",
    "srtf,priority,sjf,true,-1",
    "srtf-oracle,priority,sjf-oracle,false,2",
    "sjf,sjf-oracle,,false,-1",
    "smallest-first,edf,largest-first,true,2",
    "las,sjf,,false,0",
    "priority,las,,true,-1",
    "priority,allox,,false,1"
  })
  void lists_thatMakeNoSense_areTold(
      String one, String two, String three, boolean preempts, int at) {
    String[] names = Stream.of(one, two, three).filter(n -> n != null).toArray(String[]::new);
    int found = OrderListFault.find(orders(names), preempts).map(OrderListFault::at).orElse(-1);
    assertThat(found).isEqualTo(at);
  }
}
