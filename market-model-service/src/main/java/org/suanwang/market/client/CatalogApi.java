package org.suanwang.market.client;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The catalogue's calls that this service makes. */
@OidcClientFilter
@RegisterRestClient(configKey = "catalog")
@Path("/v1")
interface CatalogApi {
  /** The answer is taken as text, because it is passed on whole. */
  @POST
  @Path("/equivalences")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  String equivalence(EquivalenceBody body);

  /** The request body of an equivalence. */
  record EquivalenceBody(Counted from, String to, String precision) {}

  /** So many of a device. */
  record Counted(String accelerator, long count) {}
}
