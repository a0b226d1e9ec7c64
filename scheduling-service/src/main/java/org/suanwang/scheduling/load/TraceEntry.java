package org.suanwang.scheduling.load;

import java.time.Instant;
import java.util.regex.Pattern;
import org.suanwang.scheduling.workload.Tenant;
import org.suanwang.scheduling.workload.WorkloadLimits;

/** One entry of a trace: fields by name. What is wrong with it is told with its place and field. */
abstract class TraceEntry {
  /** The platform takes the digits of all scripts. */
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,19}");

  private static final Pattern DECIMAL =
      Pattern.compile("-?\\d{1,40}(\\.\\d{0,40})?([eE][+-]?\\d{1,4})?");

  abstract boolean has(String field);

  /** The text of a field; empty when there is no such field or nothing in it. */
  abstract String text(String field);

  abstract void refuse(String field, String value, String rule);

  /** A name; a finding when it is blank, too long, or not printable. */
  abstract String name(String field, int lengthMax);

  /** The place of the entry, as it is named in findings. */
  abstract String where();

  /**
   * For whom a job runs, the path of a queue; the default where nothing is told, and with a finding
   * where it is no path.
   */
  String tenant(String field) {
    return tenant(field, text(field));
  }

  /** The same, made of what stands in a field. */
  String tenant(String field, String path) {
    if (path.isEmpty() || Tenant.isPath(path)) {
      return path.isEmpty() ? Tenant.DEFAULT : path;
    }
    refuse(field, path, Tenant.RULE);
    return Tenant.DEFAULT;
  }

  /** The same of a user in a virtual cluster; either may be untold. */
  String tenantIn(String clusterField, String userField) {
    String cluster = text(clusterField);
    String user = text(userField);
    if (user.isEmpty()) {
      return tenant(clusterField, cluster);
    }
    return tenant(userField, cluster.isEmpty() ? user : cluster + Tenant.SEPARATOR + user);
  }

  boolean isBlank(String field) {
    return text(field).isEmpty();
  }

  /** A whole number; a finding and the least when it is none or out of range. */
  long whole(String field, long min, long max) {
    String text = text(field);
    try {
      long value = WHOLE.matcher(text).matches() ? Long.parseLong(text) : Long.MIN_VALUE;
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // beyond 64 bits: told below, in the same words as a value out of range
    }
    refuse(field, text, "must be a whole number from " + min + " to " + max);
    return min;
  }

  /** A whole number that may be written with decimals, 8.0; a finding and the least otherwise. */
  int count(String field, int min, int max) {
    String text = text(field);
    double value = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (value >= min && value <= max && Math.rint(value) == value) {
      return (int) value;
    }
    refuse(field, text, "must be a whole number from " + min + " to " + max);
    return min;
  }

  /** A number in a range; a finding and the least when it is none or out of range. */
  double number(String field, double min, double max) {
    String text = text(field);
    double value = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (value >= min && value <= max) {
      return value;
    }
    refuse(field, text, "must be a number from " + min + " to " + max);
    return min;
  }

  /** A run time: parts of a second rounded up, at least a second. */
  long run(String field) {
    double seconds = number(field, 0, WorkloadLimits.SECONDS_MAX);
    return Math.max(1, (long) Math.ceil(seconds));
  }

  /** A date and time; a finding and 1970 when it is none. Without an offset it is UTC. */
  Instant instant(String field) {
    String text = text(field);
    Instant value = TraceTime.find(text);
    if (value == null) {
      refuse(
          field,
          text,
          "must be a date and time of 1970 to 2037, as 2017-10-09 07:01:55 or with an offset");
      return Instant.EPOCH;
    }
    return value;
  }

  /** Seconds since 1970 of a date and time. */
  long time(String field) {
    return instant(field).getEpochSecond();
  }
}
