package org.suanwang.catalog.rest;

import io.quarkus.security.spi.runtime.AuthorizationController;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.suanwang.catalog.check.InvalidInputException;

/**
 * Answers the two calls that are made most, {@code GET /v1/accelerators} and {@code GET
 * /v1/accelerators/{id}}, before anything else looks at them, because that takes longer than the
 * answer. Only what ends with 200 or 304 is answered here: the rest goes on to {@link
 * AcceleratorResource}, which gives the same answers. Closed once roles are on, or the HTTP server
 * is told to do more than serve. Why: docs/adr/0004.
 */
@Singleton
final class AcceleratorLane {
  private static final Logger LOG = Logger.getLogger(AcceleratorLane.class);

  /** Before the filters of Quarkus, whose priorities have three digits. */
  private static final int FIRST = 10_000;

  /** Settings whose work is done by filters that the lane passes by. */
  private static final List<String> FILTERS =
      List.of("quarkus.http.auth.permission.", "quarkus.http.header.", "quarkus.http.filter.");

  private static final String CORS = "quarkus.http.cors.enabled";
  private static final String LIST = "/v1/accelerators";
  private static final String ONE = LIST + "/";
  private static final String MEDIA_TYPE = "application/json";
  private static final CharSequence JSON_UTF_8 =
      HttpHeaders.createOptimized(MEDIA_TYPE + ";charset=UTF-8");
  private static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");
  private static final String ANYTHING = "*/*";
  private static final int NOT_MODIFIED = 304;

  private final ServedCatalogs served;
  private final boolean isOpen;

  AcceleratorLane(ServedCatalogs served, AuthorizationController roles, Config config) {
    this.served = served;
    List<String> filters =
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
            .filter(name -> FILTERS.stream().anyMatch(name::startsWith))
            .toList();
    if (!filters.isEmpty()) {
      LOG.infof("lists and single accelerators go the long way because of %s", filters);
    }
    boolean isForeign = config.getOptionalValue(CORS, Boolean.class).orElse(false);
    this.isOpen = !roles.isAuthorizationEnabled() && !isForeign && filters.isEmpty();
  }

  void open(@Observes Filters filters) {
    if (isOpen) {
      filters.register(this::handle, FIRST);
    }
  }

  private void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    String path = request.path();
    ServedCatalog catalog = path.startsWith(LIST) && isPlainRead(request) ? served.find() : null;
    Body body = catalog == null ? null : body(context, path, catalog);
    if (catalog == null || body == null) {
      context.next();
    } else {
      answer(request, catalog, body);
    }
  }

  private static boolean isPlainRead(HttpServerRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return request.method().equals(HttpMethod.GET)
        && (accept == null || accept.equals(ANYTHING) || accept.equals(MEDIA_TYPE));
  }

  private static @Nullable Body body(RoutingContext context, String path, ServedCatalog catalog) {
    String query = context.request().query();
    if (path.length() > ONE.length() && path.startsWith(ONE)) {
      return query == null ? catalog.find(path.substring(ONE.length())) : null;
    }
    try {
      return path.length() == LIST.length()
          ? catalog.page(
              query == null ? "" : query,
              () -> SearchParameters.read(catalog.index(), parameters(context)))
          : null;
    } catch (InvalidInputException e) {
      return null;
    }
  }

  private static Map<String, List<String>> parameters(RoutingContext context) {
    if (context.request().query() == null) {
      return Map.of();
    }
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    var given = context.queryParams();
    given.names().forEach(name -> parameters.put(name, given.getAll(name)));
    return parameters;
  }

  private static void answer(HttpServerRequest request, ServedCatalog catalog, Body body) {
    HttpServerResponse response = request.response();
    response.putHeader(HttpHeaders.ETAG, catalog.tag());
    String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    if (known != null && CatalogReadFilter.isAmong(catalog.tag(), known)) {
      response.setStatusCode(NOT_MODIFIED).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, JSON_UTF_8);
    response.putHeader(HttpHeaders.CACHE_CONTROL, NO_CACHE);
    response.end(body.toBuffer());
  }
}
