package dev.joinedgroups.graph;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.joinedgroups.diagnostics.Secret;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a client of the endpoint talks, and when it does so no more. */
class GraphClientTest {
  private static GraphClient client(WireMockServer server) {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));
    server.start();
    return new GraphClient(
        new GraphClient.Settings(
            Endpoint.of(server.baseUrl(), Endpoint.ME, Target.GROUPS),
            Duration.ofSeconds(20),
            ProxySettings.of(_ -> null),
            "groups/test",
            null),
        InstantSource.system());
  }

  private static Answer post(GraphClient client) {
    return client.post(client.endpoint().postUri(), "{}", new Secret("t0ken"), "r-1");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nothingIsSentOnceItIsClosed(boolean used) {
    WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    GraphClient client = client(server);
    try {
      if (used) {
        assertInstanceOf(Answer.Created.class, post(client));
      }
      client.close();
      Answer.NotConnected none = assertInstanceOf(Answer.NotConnected.class, post(client));
      assertEquals(Answer.NotConnected.Kind.LOST, none.kind());
      assertEquals(used ? 1 : 0, server.getAllServeEvents().size());
    } finally {
      server.stop();
    }
  }

  @Test
  void preparingSendsNothing() {
    WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());
    GraphClient.load();
    try (GraphClient client = client(server)) {
      client.prepare();
      client.requireReady(new Secret("t0ken"));
      assertEquals(0, server.getAllServeEvents().size());
      assertInstanceOf(Answer.Created.class, post(client));
      assertEquals(1, server.getAllServeEvents().size());
    } finally {
      server.stop();
    }
  }
}
