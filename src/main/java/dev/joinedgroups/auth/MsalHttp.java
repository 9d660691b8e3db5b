package dev.joinedgroups.auth;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.util.Map;

/** Lets msal4j send through the same proxy, with the same trust, as everything else. */
class MsalHttp implements IHttpClient {
  private final AuthSettings settings;

  MsalHttp(AuthSettings settings) {
    this.settings = settings;
  }

  @Override
  public IHttpResponse send(HttpRequest request) throws Exception {
    Map<String, String> headers = request.headers() == null ? Map.of() : request.headers();
    String body = request.body() == null ? "" : request.body();
    AuthHttp.Request ours =
        new AuthHttp.Request(request.httpMethod().name(), request.url().toURI(), headers, body);
    settings.reporter().debug(ours.toString());
    AuthHttp.Response response = settings.http().get().send(ours);
    settings.reporter().debug("Answered with " + response);
    HttpResponse theirs = new HttpResponse().statusCode(response.status()).body(response.body());
    theirs.addHeaders(response.headers());
    return theirs;
  }
}
