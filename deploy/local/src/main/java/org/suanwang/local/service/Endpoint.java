package org.suanwang.local.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.suanwang.local.LaunchException;

/**
 * Where a service answers.
 *
 * @param service the service
 * @param port its TCP port on loopback
 */
public record Endpoint(Service service, int port) {
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Says so before anything is started, rather than after the service failed to bind. */
  public void requireFreePort() {
    try (ServerSocket socket = new ServerSocket()) {
      // A port in TIME_WAIT is free for a server; Java's default would call it taken.
      socket.setReuseAddress(true);
      socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new LaunchException(
          "port %d, which %s needs, is taken by another program; stop that program, or choose other ports with ./suanwang up --base-port N (N, N+1 and N+2 are used)"
              .formatted(port, service.name()),
          e);
    }
  }
}
