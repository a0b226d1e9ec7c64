package org.suanwang.local.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suanwang.local.LaunchException;

class EndpointTest {
  @TempDir Path folder;

  @Test
  void takenPort_namesPortServiceAndRemedy() throws IOException {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var endpoint = new Endpoint(Service.MARKET, other.getLocalPort());

      assertThatThrownBy(endpoint::requireFreePort)
          .isInstanceOf(LaunchException.class)
          .hasMessageContaining("port " + other.getLocalPort())
          .hasMessageContaining("market-model-service")
          .hasMessageContaining("--base-port");
    }
  }

  @Test
  void services_haveTheirOwnPortsAndDatabases() {
    assertThat(Service.ALL).extracting(Service::portOffset).doesNotHaveDuplicates();
    assertThat(Service.ALL).extracting(Service::database).doesNotHaveDuplicates();
    assertThat(new Endpoint(Service.CATALOG, 8081).url()).isEqualTo("http://127.0.0.1:8081");
  }

  @Test
  void nothingBuilt_namesTheCommandThatBuilds() {
    var checkout = new Checkout(folder);

    assertThatThrownBy(() -> checkout.command(Service.CATALOG, false, folder))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("./suanwang up");
    assertThatThrownBy(() -> checkout.command(Service.CATALOG, true, folder))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("./suanwang native chip-catalog-service");
  }
}
