package org.suanwang.catalog.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import org.suanwang.catalog.catalog.CurrentCatalog;

/** Answers 304 to who has the current version already, and gives every answer its ETag. */
@Provider
@CatalogRead
class CatalogReadFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String TAG = CatalogReadFilter.class.getName();
  private static final int OK = 200;

  private final CurrentCatalog current;

  CatalogReadFilter(CurrentCatalog current) {
    this.current = current;
  }

  static String tag(String versionId) {
    return '"' + versionId + '"';
  }

  @Override
  public void filter(ContainerRequestContext request) {
    // Taken before the answer is made: a tag that is too old costs a download, never a stale read.
    String tag = tag(current.require().version().id());
    request.setProperty(TAG, tag);
    String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    if (known != null && isAmong(tag, known)) {
      request.abortWith(Response.notModified().header(HttpHeaders.ETAG, tag).build());
    }
  }

  static boolean isAmong(String tag, String known) {
    return known.strip().equals("*")
        || Arrays.stream(known.split(",", -1))
            .map(t -> t.strip().replaceFirst("^W/", ""))
            .anyMatch(tag::equals);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() == OK && request.getProperty(TAG) instanceof String tag) {
      response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
      response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
  }
}
