package org.suanwang.scheduling.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Traces that are JSON are sent as JSON by those who do not know that this is the service's own
 * form: where the query names a format of traces, a body of JSON is the text of one.
 */
final class JsonTraces {
  private static final Set<String> PATHS = Set.of("v1/workloads", "v1/fleets");

  /** Lets the method for traces take it. */
  @ServerRequestFilter(preMatching = true)
  void takeAsText(ContainerRequestContext request) {
    String type = String.valueOf(request.getHeaderString(HttpHeaders.CONTENT_TYPE));
    String plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    boolean isTrace =
        request.getMethod().equals(HttpMethod.POST)
            && plain.equals(MediaType.APPLICATION_JSON)
            && PATHS.contains(path(request))
            && request.getUriInfo().getQueryParameters().containsKey("format");
    if (isTrace) {
      request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.TEXT_PLAIN);
    }
  }

  private static String path(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    return path.startsWith("/") ? path.substring(1) : path;
  }
}
