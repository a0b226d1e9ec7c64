package org.suanwang.market.rest;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.suanwang.market.scenario.ModelLibrary.Publication;
import org.suanwang.market.scenario.ModelVersion;

/** The answer to what publishes a version: 201 when it is new, 200 when it was there before. */
final class Published {
  private Published() {}

  static Response answer(Publication publication) {
    return answer(publication, ModelSummary.of(publication.model()));
  }

  static Response answer(Publication publication, Object body) {
    ModelVersion version = publication.model().version();
    return Response.status(publication.created() ? 201 : 200)
        .location(URI.create("/v1/models/" + version.id() + "@" + version.version()))
        .entity(body)
        .build();
  }
}
