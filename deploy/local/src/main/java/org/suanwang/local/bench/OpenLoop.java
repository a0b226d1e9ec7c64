package org.suanwang.local.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests at a fixed rate, whatever the answers do, on some connections in turn. The latency
 * of an answer counts from when its request was to be sent, so that a slow answer also counts
 * against those that had to wait behind it.
 */
public final class OpenLoop {
  private static final int CONNECTIONS = 16;
  private static final int BUFFER = 1 << 16;
  private static final Duration LEAD = Duration.ofMillis(100);
  private static final String LENGTH = "\r\ncontent-length: ";
  private static final String END = "\r\n\r\n";

  private final int port;
  private final byte[] request;
  private final long interval;

  private OpenLoop(int port, byte[] request, int perSecond) {
    this.port = port;
    this.request = request;
    this.interval = Duration.ofSeconds(1).toNanos() / perSecond;
  }

  /** How long the answers took. */
  public static final class Latencies {
    private final long[] sortedNanos;

    private Latencies(long[] sortedNanos) {
      this.sortedNanos = sortedNanos;
    }

    /** The latency in milliseconds that a share of the answers does not exceed. */
    public double millis(double share) {
      long place = Math.round(share * sortedNanos.length);
      return sortedNanos[(int) Math.min(sortedNanos.length - 1L, place)] / 1e6;
    }
  }

  /** Asks a server on loopback for one path at a rate. */
  public static Latencies get(int port, String path, int perSecond, Duration length)
      throws InterruptedException {
    String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    return run(port, request.getBytes(StandardCharsets.UTF_8), perSecond, length);
  }

  /** Posts the same JSON to a server on loopback at a rate. */
  public static Latencies post(int port, String path, String json, int perSecond, Duration length)
      throws InterruptedException {
    int bytes = json.getBytes(StandardCharsets.UTF_8).length;
    String request =
        "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n".formatted(path)
            + "Content-Length: %d\r\n\r\n%s".formatted(bytes, json);
    return run(port, request.getBytes(StandardCharsets.UTF_8), perSecond, length);
  }

  private static Latencies run(int port, byte[] request, int perSecond, Duration length)
      throws InterruptedException {
    var loop = new OpenLoop(port, request, perSecond);
    int each = (int) (length.toSeconds() * perSecond / CONNECTIONS);
    long start = System.nanoTime() + LEAD.toNanos();
    try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      List<Future<long[]>> connections = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        long first = start + i * loop.interval;
        connections.add(threads.submit(() -> loop.connection(first, each)));
      }
      List<long[]> all = new ArrayList<>();
      for (Future<long[]> connection : connections) {
        all.add(connection.get());
      }
      return new Latencies(all.stream().flatMapToLong(Arrays::stream).sorted().toArray());
    } catch (ExecutionException e) {
      throw new IllegalStateException("the server stopped to answer", e);
    }
  }

  private long[] connection(long first, int requests) {
    long[] nanos = new long[requests];
    byte[] buffer = new byte[BUFFER];
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      for (int i = 0; i < requests; i++) {
        long due = first + i * interval * CONNECTIONS;
        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
          LockSupport.parkNanos(wait);
        }
        socket.getOutputStream().write(request);
        readAnswer(socket.getInputStream(), buffer);
        nanos[i] = System.nanoTime() - due;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return nanos;
  }

  private static void readAnswer(InputStream in, byte[] buffer) throws IOException {
    int read = 0;
    int head = -1;
    String text = "";
    while (head < 0) {
      read += require(in.read(buffer, read, buffer.length - read));
      text = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
      head = text.indexOf(END);
    }
    String fields = text.substring(0, head + 2).toLowerCase(Locale.ROOT);
    int length = fields.indexOf(LENGTH);
    boolean isChunked = fields.contains("transfer-encoding: chunked");
    if (!fields.startsWith("http/1.1 200") || (length < 0 && !isChunked)) {
      throw new IOException("not the answer that is expected: " + fields);
    }
    if (isChunked) {
      readChunks(in, buffer, text);
      return;
    }
    int from = length + LENGTH.length();
    long left = Long.parseLong(fields.substring(from, fields.indexOf('\r', from)));
    left -= read - head - END.length();
    while (left > 0) {
      left -= require(in.read(buffer, 0, (int) Math.min(left, buffer.length)));
    }
  }

  /** Reads on until the chunk of no bytes, which ends the answer. */
  private static void readChunks(InputStream in, byte[] buffer, String begun) throws IOException {
    String tail = begun;
    while (!tail.endsWith("\r\n0\r\n\r\n")) {
      int read = require(in.read(buffer, 0, buffer.length));
      String more = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
      tail = tail.substring(Math.max(0, tail.length() - 16)) + more;
    }
  }

  private static int require(int read) throws IOException {
    if (read < 0) {
      throw new IOException("the server closed the connection");
    }
    return read;
  }
}
