package dev.joinedgroups.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The national clouds of Microsoft Graph, each with its own sign-in authority (Microsoft Graph
 * documentation, "National cloud deployments").
 */
public enum Cloud {
  /** Microsoft's worldwide cloud. */
  GLOBAL("graph.microsoft.com", "login.microsoftonline.com"),
  /** US Government L4. */
  US("graph.microsoft.us", "login.microsoftonline.us"),
  /** US Government L5, the Department of Defense. */
  US_DOD("dod-graph.microsoft.us", "login.microsoftonline.us"),
  /** Operated by 21Vianet. */
  CHINA("microsoftgraph.chinacloudapi.cn", "login.partner.microsoftonline.cn");

  private final String graphHost;
  private final String loginHost;

  Cloud(String graphHost, String loginHost) {
    this.graphHost = graphHost;
    this.loginHost = loginHost;
  }

  /** The name that users write, such as {@code us-dod}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The host of its Microsoft Graph. */
  public String graphHost() {
    return graphHost;
  }

  /** The host of its sign-in authority. */
  public String loginHost() {
    return loginHost;
  }

  /** The cloud of that label, or null. */
  public static @Nullable Cloud ofLabel(String label) {
    for (Cloud cloud : values()) {
      if (cloud.label().equals(label)) {
        return cloud;
      }
    }
    return null;
  }

  /** All labels, in the order in which help lists them. */
  public static List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (Cloud cloud : values()) {
      labels.add(cloud.label());
    }
    return labels;
  }
}
