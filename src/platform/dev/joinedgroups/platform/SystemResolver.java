package dev.joinedgroups.platform;

import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;

/** Has names resolved the way the JDK does by itself. */
public final class SystemResolver extends InetAddressResolverProvider {
  @Override
  public InetAddressResolver get(Configuration configuration) {
    return configuration.builtinResolver();
  }

  @Override
  public String name() {
    return "system";
  }
}
