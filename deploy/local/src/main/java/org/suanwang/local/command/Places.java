package org.suanwang.local.command;

import java.nio.file.Path;
import org.suanwang.local.home.LocalHome;
import org.suanwang.local.service.Checkout;
import picocli.CommandLine.Option;

/** Where the checkout and the kept data are; the {@code suanwang} script fills these in. */
final class Places {
  @Option(
      names = "--checkout",
      hidden = true,
      defaultValue = ".",
      description = "The top folder of the checkout.")
  private Path checkout = Path.of(".");

  @Option(
      names = "--home",
      hidden = true,
      defaultValue = "${env:SUANWANG_HOME:-.suanwang}",
      description = "The folder kept between runs.")
  private Path home = Path.of(".suanwang");

  Checkout checkout() {
    return new Checkout(checkout.toAbsolutePath().normalize());
  }

  LocalHome home() {
    return LocalHome.open(home);
  }
}
