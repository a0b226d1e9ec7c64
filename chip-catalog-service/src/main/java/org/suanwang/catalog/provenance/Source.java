package org.suanwang.catalog.provenance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document or data set that claims are taken from.
 *
 * @param id a stable slug
 * @param title what it calls itself
 * @param publisher who answers for it
 * @param tier how much it is trusted
 * @param date when it was published or last changed
 * @param url where it is, when it is public
 * @param licence under which its facts may be shown, when it states one
 * @param readThrough who quoted it, when the document itself was not opened
 */
public record Source(
    String id,
    String title,
    String publisher,
    Tier tier,
    LocalDate date,
    @Nullable String url,
    @Nullable String licence,
    @Nullable String readThrough) {}
