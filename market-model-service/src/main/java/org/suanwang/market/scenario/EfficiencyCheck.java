package org.suanwang.market.scenario;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.suanwang.market.model.Finding;

/**
 * What is reached of the peak is known of both sides or of neither, and of whom it is said is
 * known: one share alone exchanges nothing.
 */
final class EfficiencyCheck {
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  private final Roles roles;

  EfficiencyCheck(Roles roles) {
    this.roles = roles;
  }

  void check(List<Finding> findings) {
    Roles.EFFICIENCIES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(pair -> checkPair(pair.getKey(), pair.getValue(), findings));
    String country = roles.domesticCountry();
    if (!country.isEmpty() && !COUNTRY.matcher(country).matches()) {
      findings.add(
          Finding.error(
              "malformed-country",
              "domesticCountry",
              roles.origin(),
              "\"" + country + "\" is no country's code",
              "write two capital letters, as ISO 3166-1 has them: CN"));
    }
  }

  private void checkPair(String reference, String domestic, List<Finding> findings) {
    boolean one = roles.find(reference).isPresent();
    boolean other = roles.find(domestic).isPresent();
    if (one != other) {
      String missing = one ? domestic : reference;
      findings.add(
          Finding.error(
              "incomplete-roles",
              one ? reference : domestic,
              roles.origin(),
              "it says nothing without the role " + missing,
              "name a parameter or variable for " + missing + ", or leave both out"));
    }
    if (one && other && roles.domesticCountry().isEmpty()) {
      findings.add(
          Finding.error(
              "incomplete-roles",
              domestic,
              roles.origin(),
              "nothing says which devices are domestic",
              "add \"domesticCountry: CN\", or another code, to the bridge"));
    }
  }
}
