package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.check.Checkpoint;
import org.suanwang.scheduling.workload.Background;
import org.suanwang.scheduling.workload.BackgroundGenerator;
import org.suanwang.scheduling.workload.DurationLaw;
import org.suanwang.scheduling.workload.FittedCluster;
import org.suanwang.scheduling.workload.JobEnding;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.Likeness;
import org.suanwang.scheduling.workload.SupplyMix;

/** Jobs like those of a published cluster have its statistics; docs/generators.md prints them. */
class FittedClusterTest {
  private static final int JOBS = 400_000;
  private static final int DAYS = 70;
  private static final FittedClusterFiles CLUSTERS = FittedClusterFiles.load();

  private static JobTable draw(String id, long seed, int jobs, SupplyMix.Portion portion) {
    FittedCluster cluster = CLUSTERS.find(id).orElseThrow();
    var background =
        new Background(
            seed,
            jobs,
            0,
            DAYS,
            "job",
            List.of(),
            0,
            new DurationLaw.GavelLogUniform(),
            new Likeness(cluster, 0));
    var table = new JobTable.Builder();
    new BackgroundGenerator(background, new SupplyMix(List.of(portion)), 0)
        .drawInto(table, Checkpoint.NONE);
    return table.build();
  }

  private static JobTable draw(String id, long seed) {
    return draw(id, seed, JOBS, new SupplyMix.Portion("h", "d", 80_000, 8));
  }

  private static double share(JobTable jobs, JobEnding ending) {
    int found = 0;
    for (int job = 0; job < jobs.size(); job++) {
      found += jobs.ending(job) == ending ? 1 : 0;
    }
    return found / (double) jobs.size();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  @ParameterizedTest
  @ValueSource(strings = {"philly", "helios", "acme-seren", "acme-kalos", "pai"})
  void largeSample_hasThePublishedStatistics(String id) {
    JsonNode published = FittedClusterFiles.read(id).required("published");
    JobTable jobs = draw(id, 1);
    double[] devices = new double[jobs.size()];
    double[] seconds = new double[jobs.size()];
    double deviceSeconds = 0;
    for (int job = 0; job < jobs.size(); job++) {
      devices[job] = jobs.milliDevices(job) / 1000.0;
      seconds[job] = jobs.workSeconds(job);
      deviceSeconds += devices[job] * seconds[job];
    }
    deviceSeconds /= jobs.size();

    assertClose(mean(devices), published, "devicesMean", 2);
    assertClose(median(devices), published, "devicesMedian", 0);
    assertThat(Arrays.stream(devices).max().orElseThrow())
        .isEqualTo(published.required("devicesMax").doubleValue());
    assertClose(mean(seconds), published, "runSecondsMean", 4);
    assertClose(median(seconds), published, "runSecondsMedian", 2);
    assertThat(Arrays.stream(seconds).max().orElseThrow())
        .isLessThanOrEqualTo(published.required("runSecondsMax").doubleValue());
    if (published.has("deviceSecondsMean")) {
      Moments expected = Moments.of(CLUSTERS.find(id).orElseThrow());
      assertClose(expected.mean(), published, "deviceSecondsMean", 0.1);
      // A few wide and long jobs make the most of it, so samples differ widely.
      double error = expected.deviation() / Math.sqrt(JOBS);
      assertThat(deviceSeconds).isCloseTo(expected.mean(), within(3 * error));
    }
    assertThat(share(jobs, JobEnding.FAILS))
        .isCloseTo(published.path("failedShare").doubleValue(), within(0.003));
    assertThat(share(jobs, JobEnding.STOPPED))
        .isCloseTo(published.path("cancelledShare").doubleValue(), within(0.003));
  }

  /**
   * What the laws of a cluster promise of devices × run time of one job, in closed form.
   *
   * @param mean of it
   * @param deviation its standard deviation
   */
  private record Moments(double mean, double deviation) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    static Moments of(FittedCluster cluster) {
      double first = 0;
      double second = 0;
      for (FittedCluster.Size size : cluster.sizes()) {
        double doublings = Math.max(0, Math.log(size.devices()) / Math.log(2));
        double mu =
            Math.log(cluster.medianSeconds()) + doublings * Math.log(cluster.growthPerDoubling());
        first += size.share() * size.devices() * cut(cluster, mu, 1);
        second += size.share() * Math.pow(size.devices(), 2) * cut(cluster, mu, 2);
      }
      return new Moments(first, Math.sqrt(second - first * first));
    }

    /** A moment of a lognormal time that is cut at the longest. */
    private static double cut(FittedCluster cluster, double mu, int power) {
      double sigma = cluster.sigma();
      double max = Math.log((double) cluster.secondsMax());
      double whole = Math.exp(power * mu + power * power * sigma * sigma / 2);
      double below = NORMAL.cumulativeProbability((max - mu - power * sigma * sigma) / sigma);
      double above = NORMAL.survivalProbability((max - mu) / sigma);
      return whole * below + Math.exp(power * max) * above;
    }
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static void assertClose(double found, JsonNode published, String name, double percent) {
    assertThat(found)
        .as(name)
        .isCloseTo(published.required(name).doubleValue(), Percentage.withPercentage(percent));
  }

  @ParameterizedTest
  @ValueSource(strings = {"philly", "acme-kalos", "pai"})
  void sameSeed_drawsTheSameJobs(String id) {
    var portion = new SupplyMix.Portion("h", "d", 800, 8);
    var first = draw(id, 5, 2_000, portion).toList();

    assertThat(draw(id, 5, 2_000, portion).toList()).isEqualTo(first);
    assertThat(draw(id, 6, 2_000, portion).toList()).isNotEqualTo(first);
  }

  @Test
  void arrivals_followTheHoursOfTheWeek() {
    JsonNode rhythm = FittedClusterFiles.read("rhythm-philly");
    JobTable jobs = draw("philly", 2);
    double[] byHour = new double[24];
    double[] byDay = new double[7];
    for (int job = 0; job < jobs.size(); job++) {
      long hour = jobs.submitSeconds(job) / 3600;
      byHour[(int) (hour % 24)]++;
      byDay[(int) (hour / 24 % 7)]++;
    }
    assertShares(byHour, rhythm.required("jobsByHour"));
    assertShares(byDay, rhythm.required("jobsByDay"));
    double lastDays = jobs.submitSeconds(jobs.size() - 1) / 86_400.0;
    assertThat(lastDays).isCloseTo(DAYS, within(0.5));
  }

  private static void assertShares(double[] found, JsonNode published) {
    double all = 0;
    for (JsonNode number : published) {
      all += number.doubleValue();
    }
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i] / JOBS)
          .as("share of %d", i)
          .isCloseTo(published.get(i).doubleValue() / all, within(0.004));
    }
  }

  @Test
  void wideJobs_becomeGangsThatTheHubCanHold() {
    // Eleven nodes of six: tasks of four, and no more than eight of them, a power of two.
    JobTable jobs = draw("acme-kalos", 3, 20_000, new SupplyMix.Portion("h", "d", 66, 6));
    long devicesMax = 0;
    for (int job = 0; job < jobs.size(); job++) {
      int perTask = jobs.request(job).devices();
      assertThat(perTask).isIn(1, 2, 4);
      assertThat(jobs.tasks(job)).isLessThanOrEqualTo(11);
      devicesMax = Math.max(devicesMax, perTask * (long) jobs.tasks(job));
    }
    assertThat(devicesMax).isEqualTo(32);
  }

  @Test
  void singleDevice_isEnoughForEveryCluster() {
    for (String id : CLUSTERS.ids()) {
      JobTable jobs = draw(id, 4, 1_000, new SupplyMix.Portion("h", "d", 1, 1));
      for (int job = 0; job < jobs.size(); job++) {
        assertThat(jobs.milliDevices(job)).as(id).isBetween(1L, 1000L);
      }
    }
  }

  @Test
  void clusterThatIsNotThere_isNotFound() {
    assertThat(CLUSTERS.find("borg")).isEmpty();
    assertThat(CLUSTERS.ids())
        .containsExactly("philly", "helios", "acme-seren", "acme-kalos", "pai");
  }

  @Test
  void secondOfTheWeek_movesTheRhythm() {
    FittedCluster cluster = CLUSTERS.find("philly").orElseThrow();
    double monday = firstArrival(cluster, 0);
    double sunday = firstArrival(cluster, 6 * 86_400L);

    assertThat(sunday).isGreaterThan(monday);
    assertThat(firstArrival(cluster, 7 * 86_400L)).isEqualTo(monday);
  }

  /** After the time in which a tenth of a mean day's jobs come. */
  private static double firstArrival(FittedCluster cluster, long epochSecond) {
    var background =
        new Background(
            1L,
            1,
            0,
            10,
            "job",
            List.of(),
            0,
            new DurationLaw.GavelLogUniform(),
            new Likeness(cluster, epochSecond));
    var table = new JobTable.Builder();
    new BackgroundGenerator(
            background, new SupplyMix(List.of(new SupplyMix.Portion("h", "d", 8, 8))), 0)
        .drawInto(table, Checkpoint.NONE);
    return table.build().submitSeconds(0);
  }
}
