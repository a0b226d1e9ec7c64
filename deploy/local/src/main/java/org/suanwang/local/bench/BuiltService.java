package org.suanwang.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.suanwang.local.home.LocalHome;
import org.suanwang.local.postgres.LocalPostgres;
import org.suanwang.local.service.Checkout;
import org.suanwang.local.service.Endpoint;
import org.suanwang.local.service.Service;
import org.suanwang.local.service.ServiceProcess;
import org.suanwang.local.service.Stopping;

/** The built service as a process of its own, started as the launcher starts it. */
public final class BuiltService implements AutoCloseable {
  private static final String JSON = "application/json";

  private final ServiceProcess process;
  private final HttpClient http;
  private final Duration untilReady;

  private BuiltService(ServiceProcess process, HttpClient http, Duration untilReady) {
    this.process = process;
    this.http = http;
    this.untilReady = untilReady;
  }

  /**
   * Starts the service, and waits until it is ready.
   *
   * @param service which of the three
   * @param schema in which its tables are, or will be
   * @param more arguments of the JVM in place of the launcher's
   */
  public static BuiltService start(
      Service service, LocalHome home, LocalPostgres postgres, String schema, List<String> more)
      throws InterruptedException {
    List<String> command = new ArrayList<>(command(service, home, false));
    command.addAll(command.indexOf("-jar"), more);
    return start(service, home, postgres, schema, command, "");
  }

  /**
   * Starts the service's native executable, and waits until it is ready.
   *
   * @throws org.suanwang.local.LaunchException when none is built
   */
  public static BuiltService startNative(
      Service service, LocalHome home, LocalPostgres postgres, String schema)
      throws InterruptedException {
    return start(service, home, postgres, schema, command(service, home, true), "-native");
  }

  private static List<String> command(Service service, LocalHome home, boolean nativeMode) {
    var checkout = new Checkout(Path.of("").toAbsolutePath());
    return checkout.command(service, nativeMode, home.classArchive(service.name()));
  }

  private static BuiltService start(
      Service service,
      LocalHome home,
      LocalPostgres postgres,
      String schema,
      List<String> command,
      String logSuffix)
      throws InterruptedException {
    var endpoint = new Endpoint(service, freePort());
    HttpClient http = HttpClient.newHttpClient();
    ServiceProcess process =
        ServiceProcess.start(
            endpoint,
            command,
            Map.of(
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", Integer.toString(endpoint.port()),
                "QUARKUS_DATASOURCE_JDBC_URL", url(service, postgres, schema)),
            home.log(service.name() + logSuffix));
    try {
      return new BuiltService(process, http, process.awaitReady(http));
    } catch (RuntimeException | InterruptedException e) {
      Stopping.stop(List.of(process.handle()));
      throw e;
    }
  }

  /** The address of a schema in the service's database, which is made if it is not there. */
  public static String url(Service service, LocalPostgres postgres, String schema) {
    postgres.createDatabase(service.database());
    return postgres.jdbcUrl(service.database()) + "&currentSchema=" + schema;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From its start until its data was loaded and checked. */
  public Duration untilReady() {
    return untilReady;
  }

  /** Where it listens on loopback. */
  public int port() {
    return process.endpoint().port();
  }

  /** Its address. */
  public String url() {
    return process.endpoint().url();
  }

  /** CPU time that the process has taken of all cores. */
  public Duration cpu() {
    return process.handle().info().totalCpuDuration().orElseThrow();
  }

  /** Memory that the process takes of the machine now, in MB. */
  public long residentMegabytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.handle().pid()), "status");
    if (!Files.exists(status)) {
      return -1;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
        .findFirst()
        .orElse(-1);
  }

  /**
   * Reads a path.
   *
   * @throws IllegalStateException when the answer is not 2xx
   */
  public byte[] get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(url() + path)).build();
    return require(http.send(request, BodyHandlers.ofByteArray()), path);
  }

  /**
   * Posts JSON.
   *
   * @throws IllegalStateException when the answer is not 2xx
   */
  public void post(String path, String body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .header("Content-Type", JSON)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    require(http.send(request, BodyHandlers.ofByteArray()), path);
  }

  private static byte[] require(HttpResponse<byte[]> answer, String path) {
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          path + " is answered " + answer.statusCode() + ": " + new String(answer.body(), UTF_8));
    }
    return answer.body();
  }

  @Override
  public void close() {
    http.close();
    Stopping.stop(List.of(process.handle()));
  }
}
