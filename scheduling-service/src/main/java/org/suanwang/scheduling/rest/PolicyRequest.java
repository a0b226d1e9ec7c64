package org.suanwang.scheduling.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A composed policy that is to be kept under a name. */
public record PolicyRequest(
    @Schema(
            description =
                "By which requests ask for it: not the name of another policy, and nothing that"
                    + " begins like an id",
            examples = "our-backfill",
            required = true,
            minLength = 1,
            maxLength = 100)
        @Nullable String name,
    @Schema(description = "What it is made of", required = true)
        PolicyChoice.@Nullable Parts parts) {}
