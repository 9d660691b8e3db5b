package dev.joinedgroups.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.joinedgroups.diagnostics.ExitCode;
import dev.joinedgroups.diagnostics.Failure;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingsTest {
  private static String proxyFor(Map<String, String> environment, String uri) {
    ProxySettings.Proxy proxy = ProxySettings.of(environment::get).proxyFor(URI.create(uri));
    return proxy == null ? "direct" : proxy.host() + ":" + proxy.port();
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPS_PROXY, http://p:3128, https://example.org, p:3128",
    "https_proxy, http://p:3128/, https://example.org, p:3128",
    "HTTPS_PROXY, p:3128, https://example.org, p:3128",
    "HTTPS_PROXY, http://p, https://example.org, p:80",
    "HTTPS_PROXY, http://p:65535, https://example.org, p:65535",
    "HTTPS_PROXY, http://[::2]:8, https://example.org, ::2:8",
    "HTTPS_PROXY, '', https://example.org, direct",
    "HTTPS_PROXY, http://p:3128, http://example.org, direct",
    "HTTP_PROXY, http://p:3128, http://example.org, p:3128",
    "HTTP_PROXY, http://p:3128, https://example.org, direct",
    "HTTPS_PROXY, http://p:3128, https://localhost:1, direct",
    "HTTPS_PROXY, http://p:3128, https://127.9.9.9, direct",
    "HTTPS_PROXY, http://p:3128, https://[::1]/, direct",
  })
  void theVariablesAreRead(String name, String value, String uri, String proxy) {
    assertEquals(proxy, proxyFor(Map.of(name, value), uri));
  }

  @Test
  void lowerCaseComesFirstUnlessItIsEmpty() {
    assertEquals(
        "low:1",
        proxyFor(Map.of("https_proxy", "http://low:1", "HTTPS_PROXY", "http://up:2"), "https://h"));
    assertEquals(
        "up:2", proxyFor(Map.of("https_proxy", "", "HTTPS_PROXY", "http://up:2"), "https://h"));
  }

  @ParameterizedTest
  @CsvSource({
    "*, https://example.org, direct",
    "example.org, https://example.org, direct",
    "example.org, https://api.example.org, direct",
    "example.org, https://badexample.org, p:3128",
    "example.org, https://xexample.org, p:3128",
    "other.org, https://example.org, p:3128",
    "EXAMPLE.org, https://Example.ORG, direct",
    ".example.org, https://api.example.org, direct",
    ".example.org, https://example.org, direct",
    "*.example.org, https://api.example.org, direct",
    "'a.b, example.org', https://example.org, direct",
    "'a.b example.org', https://example.org, direct",
    "example.org:8443, https://example.org:8443, direct",
    "example.org:8443, https://example.org, p:3128",
    "example.org:443, https://example.org, direct",
    "10.0.0.0/8, https://10.200.3.4, direct",
    "10.0.0.0/8, https://11.0.0.1, p:3128",
    "10.0.0.0/8, https://10.example.org, p:3128",
    "0.0.0.0/0, https://9.9.9.9, direct",
    "0.0.0.0/8, https://0.0.0.0, direct",
    "10.0.0.0/9, https://10.100.1.1, direct",
    "10.0.0.0/20, https://10.0.1.1, direct",
    "192.168.0.0/16, https://192.178.0.1, p:3128",
    "10.0.0.1/32, https://10.0.0.1, direct",
    "10.0.0.0/33, https://10.0.0.1, p:3128",
    "10.0.0.0/99, https://10.0.0.1, p:3128",
    "10.0.0.0/x, https://10.0.0.1, p:3128",
    "10.0.0.1, https://10.0.0.1, direct",
    "0.0.1, https://10.0.0.1, p:3128",
    "0.0.0, https://0.0.0.0, p:3128",
    "[::2], https://[::2]/, direct",
    "::2, https://[::2]/, direct",
    "[::2]:443, https://[::2]/, direct",
    "[::2]:8443, https://[::2]/, p:3128",
    "[::3]:443, https://[::2]/, p:3128",
    "[::2, https://[::2]/, p:3128",
    "'', https://example.org, p:3128",
    "',, ,', https://example.org, p:3128",
  })
  void noProxyExempts(String exempt, String uri, String proxy) {
    Map<String, String> environment = Map.of("HTTPS_PROXY", "http://p:3128", "NO_PROXY", exempt);
    assertEquals(proxy, proxyFor(environment, uri));
  }

  @Test
  void credentialsAreDecodedAndNeverShown() {
    ProxySettings.Proxy proxy =
        ProxySettings.of(Map.of("HTTPS_PROXY", "http://me%40x:p+%3A%C3%BC@p:1")::get)
            .proxyFor(URI.create("https://h"));
    // me@x:p+:ü
    assertEquals("Basic bWVAeDpwKzrDvA==", proxy.authorization().reveal());
    assertEquals("Proxy[host=p, port=1, authorization=***]", proxy.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socks5://me:pa55@p:1",
        "https://me:pa55@p:1",
        "http://",
        "http://me:pa55@",
        "http://a b",
        "http://me:pa%zz@p",
        "http://p:99999"
      })
  void aProxyThatCannotBeUsedIsAnErrorWithoutItsPassword(String value) {
    Failure failure =
        assertThrows(Failure.class, () -> ProxySettings.of(Map.of("HTTPS_PROXY", value)::get));
    assertEquals(ExitCode.USAGE, failure.exitCode());
    assertEquals(false, failure.getMessage().contains("pa55"));
  }
}
