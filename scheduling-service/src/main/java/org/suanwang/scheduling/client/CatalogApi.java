package org.suanwang.scheduling.client;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The part of the catalogue's REST that the scheduler needs. */
@OidcClientFilter
@RegisterRestClient(configKey = "catalog")
@Path("/v1/accelerators")
@Produces(MediaType.APPLICATION_JSON)
interface CatalogApi {
  @GET
  AcceleratorPage accelerators(@RestQuery int limit, @RestQuery @Nullable String cursor);
}
