package org.suanwang.scheduling.experiment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.suanwang.scheduling.check.Violation;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.cluster.TemplateSizes;
import org.suanwang.scheduling.workload.JobTable;
import org.suanwang.scheduling.workload.TaskRequest;

/** Checks that every share of a device has a size that the fleet's templates allow. */
final class TemplateCheck {
  private static final int VIOLATIONS_MAX = 20;

  private TemplateCheck() {}

  static void check(JobTable jobs, Fleet fleet, List<Violation> violations) {
    TemplateSizes sizes = new TemplateSizes(fleet);
    Map<Integer, TemplateSizes.Obstacle> obstacles = new HashMap<>();
    List<TaskRequest> requests = jobs.distinctRequests();
    for (int i = 0; i < requests.size(); i++) {
      TemplateSizes.Obstacle obstacle = sizes.findObstacle(requests.get(i));
      if (obstacle != null) {
        obstacles.put(i, obstacle);
      }
    }
    int told = 0;
    for (int job = 0; job < jobs.size() && told < VIOLATIONS_MAX && !obstacles.isEmpty(); job++) {
      TemplateSizes.Obstacle obstacle = obstacles.get(jobs.requestIndex(job));
      if (obstacle != null) {
        told++;
        violations.add(
            new Violation(
                "jobs[id=" + jobs.id(job) + "].template",
                obstacle.value(),
                obstacle.rule(),
                obstacle.remedy()));
      }
    }
  }
}
