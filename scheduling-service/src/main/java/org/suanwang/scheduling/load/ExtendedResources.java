package org.suanwang.scheduling.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Iterator;
import java.util.regex.Pattern;

/**
 * Resources that plugins add to a node of Kubernetes, {@code domain/name}: devices for the most
 * part, but network cards too. Those of Kubernetes itself have no domain, or one of its own.
 */
final class ExtendedResources {
  private static final String OWN_DOMAIN = "kubernetes.io/";
  private static final Pattern PROPER =
      Pattern.compile("[-._a-zA-Z0-9]{1,253}/[-._a-zA-Z0-9]{1,63}");
  private static final int TOLD_MAX = 5;

  private ExtendedResources() {}

  /** Adds the names of those that stand in a list of amounts. */
  static void addNames(JsonNode amounts, Collection<String> to) {
    for (Iterator<String> names = amounts.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (name.indexOf('/') >= 0 && !name.contains(OWN_DOMAIN)) {
        to.add(name);
      }
    }
  }

  /** Some of them as a sentence names them; what is no proper name is not repeated. */
  static String told(Collection<String> names) {
    return FewNames.told(
        names,
        TOLD_MAX,
        name -> PROPER.matcher(name).matches(),
        "a resource without a proper name");
  }
}
