package dev.joinedgroups.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The names that users write for clouds and targets. */
class LabelsTest {
  @Test
  void everyCloudHasALabelAndItsHosts() {
    List<String> clouds = new ArrayList<>();
    for (String label : Cloud.labels()) {
      Cloud cloud = Cloud.ofLabel(label);
      clouds.add(label + " " + cloud.graphHost() + " " + cloud.loginHost());
    }
    assertEquals(
        List.of(
            "global graph.microsoft.com login.microsoftonline.com",
            "us graph.microsoft.us login.microsoftonline.us",
            "us-dod dod-graph.microsoft.us login.microsoftonline.us",
            "china microsoftgraph.chinacloudapi.cn login.partner.microsoftonline.cn"),
        clouds);
    assertEquals(null, Cloud.ofLabel("mars"));
  }

  @Test
  void everyTargetHasALabel() {
    assertEquals(List.of("joined-groups-ref", "joined-groups", "groups"), Target.labels());
    assertEquals(List.of(Target.values()), Target.labels().stream().map(Target::ofLabel).toList());
    assertEquals(null, Target.ofLabel("teams"));
  }
}
