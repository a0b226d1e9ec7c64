package org.suanwang.catalog.provenance;

import org.jspecify.annotations.Nullable;

/**
 * One source saying one thing at one time: the atom of the catalogue. Never changed and never
 * removed; who knows better adds a claim that corrects it.
 *
 * @param <T> what is claimed
 * @param id a stable name of this claim
 * @param subject the id of the thing that the claim is about
 * @param content what is claimed
 * @param printed the exact text of the source, where there is one
 * @param qualifier a condition that the source attaches, such as a footnote
 * @param sourceId the source
 * @param locator where in the source
 * @param asOf when the source said so, as exactly as is known
 * @param tier how much this statement is trusted, at best its source's tier
 * @param basis on what ground
 * @param recorded who entered it
 */
public record Claim<T>(
    String id,
    String subject,
    T content,
    @Nullable String printed,
    @Nullable String qualifier,
    String sourceId,
    Locator locator,
    PartialDate asOf,
    Tier tier,
    Basis basis,
    Recorded recorded) {}
