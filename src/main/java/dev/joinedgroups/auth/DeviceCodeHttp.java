package dev.joinedgroups.auth;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpResponse;
import dev.joinedgroups.definition.ObjectNode;
import java.time.Duration;

/**
 * Teaches msal4j {@code slow_down}, at which it would give up: RFC 8628, section 3.5, makes it a
 * kind of {@code authorization_pending} after which every wait is five seconds longer. msal4j waits
 * its interval between two tries; what that is too short is waited for here before the next is
 * sent.
 */
final class DeviceCodeHttp extends MsalHttp {
  private static final Duration STEP = Duration.ofSeconds(5);

  /** Waits; tests do not. */
  interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  private final AuthSettings settings;
  private final Pause pause;
  private Duration longer = Duration.ZERO;

  DeviceCodeHttp(AuthSettings settings, Pause pause) {
    super(settings);
    this.settings = settings;
    this.pause = pause;
  }

  @Override
  public IHttpResponse send(HttpRequest request) throws Exception {
    if (longer.isPositive()) {
      pause.of(longer);
    }
    IHttpResponse response = super.send(request);
    if (response.statusCode() == 200 || !isSlowDown(response.body())) {
      return response;
    }
    longer = longer.plus(STEP);
    settings
        .reporter()
        .info(
            "the authority asks for fewer questions: waiting " + longer.toSeconds() + " s longer");
    HttpResponse pending =
        new HttpResponse()
            .statusCode(response.statusCode())
            .body("{\"error\":\"authorization_pending\",\"error_description\":\"slow_down\"}");
    pending.addHeaders(response.headers());
    return pending;
  }

  private static boolean isSlowDown(String body) {
    ObjectNode error = object(body);
    return error != null && "slow_down".equals(error.string("error"));
  }
}
