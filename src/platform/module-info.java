/**
 * What the JDK's own classes look for when they are first used, linked into the runtime that ships.
 * Without it each of them searches every jar of the class path, at each start that sends something.
 */
module dev.joinedgroups.platform {
  provides System.LoggerFinder with
      dev.joinedgroups.platform.SilentLoggerFinder;
  provides java.net.spi.InetAddressResolverProvider with
      dev.joinedgroups.platform.SystemResolver;
}
