package org.suanwang.market.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

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

  /** An accelerator with what the catalogue resolves of it, as text, because it is kept whole. */
  @GET
  @Path("/accelerators/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  String accelerator(@PathParam("id") String id);

  /** The request body of an equivalence. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EquivalenceBody(
      Counted from, String to, String precision, @Nullable EfficiencyBody efficiency) {}

  /** So many of a device. */
  record Counted(String accelerator, long count) {}

  /** What both sides reach of their peaks. */
  record EfficiencyBody(StatedShare from, StatedShare to) {}

  /** A share in per cent, and who states it. */
  record StatedShare(BigDecimal value, String unit, String source) {}
}
