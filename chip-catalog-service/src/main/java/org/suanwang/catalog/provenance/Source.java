package org.suanwang.catalog.provenance;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document or data set that claims are taken from.
 *
 * @param id a stable slug
 * @param title what it calls itself
 * @param publisher who answers for it
 * @param tier how much it is trusted
 * @param date when it was published or accessed, as exactly as is known
 * @param dateKind which of the two the date is
 * @param url where it is, when it is public
 * @param licence under which its facts may be shown, when it states one
 * @param readThrough who quoted it, when the document itself was not opened
 */
public record Source(
    String id,
    String title,
    String publisher,
    Tier tier,
    PartialDate date,
    DateKind dateKind,
    @Nullable String url,
    @Nullable String licence,
    @Nullable String readThrough) {
  /** What people write who do not know whose text it is. */
  private static final Pattern NOBODY =
      Pattern.compile(
          "(?i).*\\b(unnamed|unknown|unspecified|anonymous|untitled|various|n/?a|none|tbd|trade press)"
              + "\\b.*|\\P{L}*");

  /** An address of a document; a site's front page says nothing about which. */
  private static final Pattern DOCUMENT = Pattern.compile("https?://[^/?#]+/[^/].*");

  /** Whether a reader could find it: by an address, or by a title that somebody published. */
  public boolean isFindable() {
    return (url != null && DOCUMENT.matcher(url).matches())
        || Stream.of(title, publisher).noneMatch(t -> NOBODY.matcher(t).matches());
  }
}
