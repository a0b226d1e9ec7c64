package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.suanwang.scheduling.check.Findings;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.check.Violation;
import org.suanwang.scheduling.cluster.Fleet;

/** What the tests of all readers do. */
final class TraceCases {
  private TraceCases() {}

  static TraceFormat format(String id) {
    return TraceFormat.find(id).orElseThrow();
  }

  static TraceOptions options(String format, Map<String, String> given) {
    Findings findings = new Findings();
    TraceOptions options = TraceOptions.read(given, format(format).options(), format, findings);
    findings.throwIfAny();
    return options;
  }

  static RecordedWorkload load(String format, String text, Map<String, String> given) {
    return format(format).loadWorkload(bytes(text), options(format, given));
  }

  static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  static RecordedWorkload load(String format, String text) {
    return load(format, text, Map.of());
  }

  static Fleet fleet(String format, String text) {
    return format(format).loadFleet("f", bytes(text), TraceOptions.DEFAULT).fleet();
  }

  static List<Violation> refused(String format, String text) {
    var refused = catchThrowableOfType(InvalidInputException.class, () -> load(format, text));
    assertThat(refused).as("a trace that must be refused: %s", text).isNotNull();
    return refused.violations();
  }

  /** The first finding as one text, to look for words in. */
  static String firstFinding(String format, String text) {
    Violation first = refused(format, text).getFirst();
    return first.field() + " = " + first.value() + ": " + first.rule();
  }
}
