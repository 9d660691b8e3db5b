package build;

import java.util.Set;
import java.util.spi.ToolProvider;
import jdk.tools.jlink.internal.PluginRepository;
import jdk.tools.jlink.plugin.Plugin;
import jdk.tools.jlink.plugin.ResourcePool;
import jdk.tools.jlink.plugin.ResourcePoolBuilder;
import jdk.tools.jlink.plugin.ResourcePoolEntry;

/**
 * Runs jlink with one more option, {@code --cacheable}, which has every class of the runtime
 * rewritten by {@link Cacheable}.
 *
 * <p>jlink is made for such plugins, but takes them from the JDK's own modules only. So the virtual
 * machine that runs this has to open two packages of theirs; a JDK in which that no longer fits
 * fails the build, and nothing else.
 */
final class Linking implements Plugin {
  private final Cacheable cacheable = new Cacheable(ClassLoader.getSystemClassLoader());

  /** Takes the arguments of jlink. */
  public static void main(String[] args) {
    PluginRepository.registerPlugin(new Linking());
    int exit = ToolProvider.findFirst("jlink").orElseThrow().run(System.out, System.err, args);
    System.exit(exit);
  }

  @Override
  public String getName() {
    return "cacheable";
  }

  @Override
  public Set<State> getState() {
    return Set.of(State.FUNCTIONAL);
  }

  @Override
  public ResourcePool transform(ResourcePool in, ResourcePoolBuilder out) {
    in.transformAndCopy(this::rewrite, out);
    return out.build();
  }

  private ResourcePoolEntry rewrite(ResourcePoolEntry entry) {
    if (entry.type() != ResourcePoolEntry.Type.CLASS_OR_RESOURCE
        || !entry.path().endsWith(".class")) {
      return entry;
    }
    return entry.copyWithContent(cacheable.rewrite(entry.contentBytes()));
  }
}
