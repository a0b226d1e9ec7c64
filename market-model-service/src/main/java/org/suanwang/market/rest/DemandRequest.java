package org.suanwang.market.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The demand of the model companies, in devices of one kind.
 *
 * @param device the catalogue's id of the device to count in
 * @param start the day all trainings start, at 00:00 UTC
 * @param regions where, in the order in which the companies are dealt out; left out: the model's
 *     own
 * @param equivalence the catalogue's answer for one company; left out: the catalogue is asked
 */
public record DemandRequest(
    @NotBlank @Size(max = 100) String model,
    @Nullable @Size(max = 64) String scenario,
    @NotNull @Pattern(regexp = ID, message = "must be an id: lower-case letters, digits and -")
        String device,
    @NotNull @Size(max = 10) String start,
    @Nullable @Size(min = 1, max = 100)
        List<
                @NotNull
                @Pattern(regexp = ID, message = "must be an id: lower-case letters, digits and -")
                String>
            regions,
    @Nullable @Schema(implementation = Object.class) JsonNode equivalence) {
  static final String ID = "[a-z0-9][a-z0-9.-]{0,79}";

  LocalDate readStart() {
    return Inputs.date("start", start);
  }
}
