package org.suanwang.scheduling.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.load.OpenbNodes;
import org.suanwang.scheduling.load.OpenbPods;
import org.suanwang.scheduling.load.SwfLog;
import org.suanwang.scheduling.load.Unpacked;
import org.suanwang.scheduling.workload.JobTable;

/** The folder of public traces, where it is at hand. */
record Traces(Path folder) {
  static final String MISSING =
      "skipped: no folder traces/%s under -Dsuanwang.shared, the environment's SUANWANG_SHARED,"
          + " or ../shared beside the checkout";

  /** The traces, if a sub-folder of that name is there. */
  static Optional<Traces> find(String name) {
    List<String> candidates = new ArrayList<>();
    candidates.add(System.getProperty("suanwang.shared", ""));
    candidates.add(Optional.ofNullable(System.getenv("SUANWANG_SHARED")).orElse(""));
    candidates.add("../shared");
    candidates.add("../../shared");
    return candidates.stream()
        .filter(c -> !c.isBlank())
        .map(c -> Path.of(c, "traces"))
        .filter(folder -> Files.isDirectory(folder.resolve(name)))
        .findFirst()
        .map(Traces::new);
  }

  Fleet openbNodes(String list) throws IOException {
    try (Reader in = open("openb-2023", "openb_node_list_" + list + ".csv")) {
      return OpenbNodes.load(list, in);
    }
  }

  JobTable openbPods(String list, @Nullable Long runSeconds) throws IOException {
    try (Reader in = open("openb-2023", "openb_pod_list_" + list + ".csv")) {
      return OpenbPods.load(in, runSeconds);
    }
  }

  /** Names of the files in a sub-folder that match a pattern, in order. */
  List<String> files(String name, String pattern) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.matches(pattern))
          .sorted()
          .toList();
    }
  }

  SwfLog swf(String file) throws IOException {
    try (InputStream in = Files.newInputStream(folder.resolve("swf").resolve(file))) {
      return SwfLog.load(new InputStreamReader(Unpacked.of(in), StandardCharsets.UTF_8));
    }
  }

  Reader open(String name, String file) throws IOException {
    return Files.newBufferedReader(folder.resolve(name).resolve(file));
  }
}
