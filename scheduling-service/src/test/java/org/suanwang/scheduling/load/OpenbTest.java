package org.suanwang.scheduling.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suanwang.scheduling.check.InvalidInputException;
import org.suanwang.scheduling.check.Violation;
import org.suanwang.scheduling.cluster.Fleet;
import org.suanwang.scheduling.workload.JobTable;

/** Lists as people have them, and lists that are broken. The lines are made up. */
class OpenbTest {
  private static final String NODES = "sn,cpu_milli,memory_mib,gpu,model\n";
  private static final String PODS =
      "name,cpu_milli,memory_mib,num_gpu,gpu_milli,gpu_spec,qos,pod_phase,"
          + "creation_time,deletion_time,scheduled_time\n";
  private static final String POD = "p,1000,1024,1,1000,,LS,Running,0,3600,10";

  private static JobTable pods(String text) {
    return OpenbPods.load(new StringReader(text), null);
  }

  private static List<Violation> violations(String text) {
    var refused = catchThrowableOfType(InvalidInputException.class, () -> pods(text));
    assertThat(refused).as("a list that must be refused").isNotNull();
    return refused.violations();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PODS + POD + "\n",
        PODS + POD,
        "\uFEFF" + PODS + POD,
        PODS + POD + "\n\n\n",
        "\n" + PODS + "\n" + POD,
        PODS + "\"p\",1000,1024,1,1000,\"\",\"LS\",Running,0,3600,10\n"
      })
  void listInAnUsualForm_isTheSameJob(String text) {
    for (String form : List.of(text, text.replace("\n", "\r\n"))) {
      JobTable jobs = pods(form);
      assertThat(jobs.size()).isEqualTo(1);
      assertThat(jobs.id(0)).isEqualTo("p");
      assertThat(jobs.workSeconds(0)).isEqualTo(3590);
    }
  }

  @Test
  void columnsInAnotherOrder_areFoundByTheirNames() {
    Fleet fleet =
        OpenbNodes.load(
            "f",
            new StringReader("model,gpu,sn,memory_mib,more,cpu_milli\nP100,2,n,1024,x,64000\n"));
    assertThat(fleet.hubs().getFirst().pools().getFirst().cpuMilliPerNode()).isEqualTo(64_000);
    assertThat(fleet.devices()).isEqualTo(2);
  }

  @Test
  void columnsOfOurOwn_areEstimateAndPriority() {
    String header = PODS.replace("\n", ",estimate_seconds,priority\n");
    JobTable jobs = pods(header + POD + ",7200,-2\n" + POD.replace("p,", "q,") + ",,\n");
    assertThat(jobs.job(0).terms().estimateSeconds()).isEqualTo(7200);
    assertThat(jobs.priority(0)).isEqualTo(-2);
    assertThat(jobs.job(1).terms().estimateSeconds()).isNull();
    assertThat(jobs.estimateSeconds(1)).isEqualTo(3590);
    assertThat(violations(header + POD + ",0,\n").getFirst().field())
        .isEqualTo("line 2, column estimate_seconds");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1000,1024,1,1000,,LS,Running,0,3600,1e400;scheduled_time",
        "1000,1024,1,1000,,LS,Running,-5,3600,10;creation_time",
        "1000,1024,1,1000,,LS,Running,0,99999999999999999999,10;deletion_time",
        "1000,1024,1,1000,,LS,Running,0,5,10;deletion_time",
        "1000,1024,1000000000,1000,,LS,Running,0,3600,10;num_gpu",
        "1000,1024,1,1001,,LS,Running,0,3600,10;gpu_milli",
        "0x10,1024,1,1000,,LS,Running,0,3600,10;cpu_milli",
        "1000,,1,1000,,LS,Running,0,3600,10;memory_mib"
      })
  void numberOutOfRange_isToldWithLineAndColumn(String rest, String column) {
    assertThat(violations(PODS + POD + "\nq," + rest))
        .extracting(Violation::field)
        .contains("line 3, column " + column);
  }

  @Test
  void namesThatCannotBeKept_areTold() {
    assertThat(violations(PODS + POD + "\n" + POD))
        .extracting(Violation::rule)
        .containsExactly("must be unique in the list");
    assertThat(violations(PODS + POD.replace("p,", "a\u0000b,")))
        .extracting(Violation::field)
        .containsExactly("line 2, column name");
    assertThat(violations(PODS + POD.replace("LS", "x".repeat(101))))
        .extracting(Violation::field)
        .containsExactly("line 2, column qos");
    assertThat(violations(PODS + POD.replace("1000,,LS", "1000,P100|\u0007,LS")))
        .extracting(Violation::field)
        .containsExactly("line 2, column gpu_spec");
  }

  @Test
  void nodeOfAMillionDevices_isToldWithItsLimit() {
    assertThatThrownBy(() -> OpenbNodes.load("f", new StringReader(NODES + "n,1,1,1000000,P100\n")))
        .hasMessageContaining(
            "line 2, column gpu = 1000000: must be a whole number from 0 to 1024");
    assertThatThrownBy(() -> OpenbNodes.load("f", new StringReader(NODES + ",1,1,1,P100\n")))
        .hasMessageContaining("line 2, column sn");
  }

  /** A cut anywhere but inside the last field leaves fewer fields. */
  @Test
  void lineThatWasCut_isRefusedUnlessOnlyItsLastFieldWas() {
    String whole = PODS + POD + "\n" + POD.replace("p,", "q,");
    int lastField = whole.lastIndexOf(',') + 1;
    for (int length = whole.lastIndexOf('\n') + 2; length < lastField; length++) {
      assertThat(violations(whole.substring(0, length)))
          .extracting(Violation::field)
          .contains("line 3");
    }
    assertThat(pods(whole.substring(0, whole.length() - 1)).size()).isEqualTo(2);
  }

  @Test
  void textThatIsNoTable_isToldInOurWords() {
    assertThat(violations(PODS + "x".repeat(1 << 20)).getFirst().rule())
        .contains("at most 65536 characters");
    assertThat(violations(PODS + POD + "\n\"q,1").getFirst())
        .satisfies(v -> assertThat(v.field()).isEqualTo("after line 2"))
        .satisfies(v -> assertThat(v.rule()).contains("Unclosed quoted field"));
    assertThat(violations(PODS.replace("qos", "name") + POD).getFirst().rule())
        .contains("name each column once");
    assertThat(violations("").getFirst().rule()).contains("must be a header");
    assertThat(violations(PODS).getFirst().rule()).contains("at least one pod");
    assertThat(violations(PODS.replace(",", ";") + POD).getFirst().rule())
        .contains("not between semicolons");
    assertThat(violations("name\n" + POD).getFirst().rule()).contains("must have the column");
  }

  @Test
  void bytesThatAreNoText_areRefused() {
    byte[] latin = (PODS + POD.replace("p,", "ü,")).getBytes(StandardCharsets.ISO_8859_1);
    Reader reader =
        new InputStreamReader(new ByteArrayInputStream(latin), StandardCharsets.UTF_8.newDecoder());
    assertThatThrownBy(() -> OpenbPods.load(reader, null))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must be text in UTF-8");
  }

  @Test
  void bodyThatBreaksOff_isRefusedThoughItsLinesAreRight() {
    Reader breaking =
        new Reader() {
          private boolean given;

          @Override
          public int read(char[] into, int offset, int length) throws IOException {
            if (given) {
              throw new IOException("connection reset");
            }
            given = true;
            String text = PODS + POD + "\n";
            text.getChars(0, text.length(), into, offset);
            return text.length();
          }

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> OpenbPods.load(breaking, null))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the body ended before it was whole");
  }
}
