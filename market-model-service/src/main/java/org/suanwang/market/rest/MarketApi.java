package org.suanwang.market.rest;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What all calls share in the OpenAPI document: the error answers. */
@OpenAPIDefinition(
    info = @Info(title = "Suanwang market-model-service", version = "1"),
    components =
        @Components(
            responses = {
              @APIResponse(
                  name = Problem.INVALID,
                  responseCode = "400",
                  description = "The input breaks rules; every one of them is named",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class),
                          examples = @ExampleObject(name = "unknown", value = Examples.PROBLEM))),
              @APIResponse(
                  name = Problem.NOT_FOUND,
                  responseCode = "404",
                  description = "A thing named is not there; the answer says how to find one",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = Problem.CONFLICT,
                  responseCode = "409",
                  description =
                      "The id or Idempotency-Key is taken, a newer version is there, or the version breaks a"
                          + " rule of today",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class))),
              @APIResponse(
                  name = Problem.UNAVAILABLE,
                  responseCode = "503",
                  description =
                      "The database does not answer; or the catalogue is needed, cannot be reached and"
                          + " never answered this",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class)))
            }))
interface MarketApi {}
