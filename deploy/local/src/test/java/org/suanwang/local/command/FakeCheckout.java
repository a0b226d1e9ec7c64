package org.suanwang.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.suanwang.local.service.Service;

/** A checkout whose "native executables" are scripts; the launcher cannot tell. */
record FakeCheckout(Path root) {
  static FakeCheckout withStandIns(Path root) throws IOException {
    var checkout = new FakeCheckout(root);
    for (Service service : Service.ALL) {
      checkout.install(service, "exec '%s' -cp '%s' %s".formatted(java(), classPath(), main()));
    }
    return checkout;
  }

  /** Puts a shell script in the place of the service's executable. */
  void install(Service service, String script) throws IOException {
    Path executable = executable(service);
    Files.createDirectories(executable.getParent());
    Files.writeString(executable, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(executable, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  void remove(Service service) throws IOException {
    Files.delete(executable(service));
  }

  private Path executable(Service service) {
    return root.resolve(service.name()).resolve("target").resolve(service.name() + "-runner");
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static String classPath() {
    return System.getProperty("java.class.path");
  }

  private static String main() {
    return StandIn.class.getName();
  }
}
