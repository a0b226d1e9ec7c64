package org.suanwang.local.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.suanwang.local.LaunchException;
import org.suanwang.local.service.Endpoint;

/** Calls one service with JSON and refuses to go on with an answer that is an error. */
final class Api {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final Endpoint endpoint;

  Api(HttpClient http, Endpoint endpoint) {
    this.http = http;
    this.endpoint = endpoint;
  }

  JsonNode get(String path) throws InterruptedException {
    return send(request(path).GET().build());
  }

  JsonNode post(String path, JsonNode body) throws InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(endpoint.url() + path))
        .timeout(TIMEOUT)
        .header("Accept", "application/json, application/problem+json");
  }

  private JsonNode send(HttpRequest request) throws InterruptedException {
    String what = request.method() + " " + request.uri();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new LaunchException(what + " answered " + answer.statusCode() + ": " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (ConnectException e) {
      throw new LaunchException(what + ": nothing answers there; see ./suanwang status", e);
    } catch (IOException e) {
      throw new LaunchException(what + " failed: " + e, e);
    }
  }
}
