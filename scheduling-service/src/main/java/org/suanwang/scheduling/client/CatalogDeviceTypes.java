package org.suanwang.scheduling.client;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.suanwang.scheduling.check.UnavailableException;
import org.suanwang.scheduling.cluster.DeviceTypeSnapshot;
import org.suanwang.scheduling.cluster.DeviceTypeSource;
import org.suanwang.scheduling.cluster.KnownDeviceTypes;

/** Device types from the catalogue, or the last known ones when it does not answer. */
@ApplicationScoped
public class CatalogDeviceTypes implements DeviceTypeSource {
  private static final Logger LOG = Logger.getLogger(CatalogDeviceTypes.class);

  private final CatalogClient client;
  private final KnownDeviceTypes known;

  CatalogDeviceTypes(CatalogClient client, KnownDeviceTypes known) {
    this.client = client;
    this.known = known;
  }

  @Override
  public DeviceTypeSnapshot load() {
    try {
      DeviceTypeSnapshot fresh = client.fetch();
      known.remember(fresh);
      return fresh;
    } catch (RuntimeException e) {
      // Whatever went wrong over there, the last known version is the best answer left.
      LOG.warnf("the catalogue does not answer: %s", e.toString());
      return known
          .find()
          .map(DeviceTypeSnapshot::asStale)
          .orElseThrow(
              () ->
                  new UnavailableException(
                      "the catalogue does not answer and no version of it is known yet; start it,"
                          + " or give the device types in the request (deviceTypes)"));
    }
  }
}
