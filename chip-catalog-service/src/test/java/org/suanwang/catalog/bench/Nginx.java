package org.suanwang.catalog.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** nginx on loopback, serving some files out of a folder of its own. */
final class Nginx implements AutoCloseable {
  private static final int STOP_SECONDS = 10;

  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it.
   *
   * @param files what it serves, by name
   */
  static Nginx start(Path program, Path folder, Map<String, byte[]> files) throws IOException {
    Files.createDirectories(folder.resolve("files"));
    for (var file : files.entrySet()) {
      Files.write(folder.resolve("files").resolve(file.getKey()), file.getValue());
    }
    int port = Tools.freePort();
    // Workers of root's nginx are nobody's by default, who may not read the folder.
    String user = "root".equals(System.getProperty("user.name")) ? "user root;" : "";
    Path settings = folder.resolve("nginx.conf");
    Files.writeString(
        settings,
        """
        %s
        worker_processes 2;
        daemon off;
        pid nginx.pid;
        error_log error.log;
        events { worker_connections 256; }
        http {
          access_log off;
          sendfile on;
          keepalive_requests 1000000000;
          default_type application/json;
          client_body_temp_path temp;
          proxy_temp_path temp;
          fastcgi_temp_path temp;
          uwsgi_temp_path temp;
          scgi_temp_path temp;
          server { listen 127.0.0.1:%d; root files; }
        }
        """
            .formatted(user, port));
    Path log = folder.resolve("start.log");
    Process process =
        new ProcessBuilder(program.toString(), "-p", folder.toString(), "-c", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new Nginx(process, port);
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
  }
}
