package dev.joinedgroups.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Answers requests, whatever connection they come from. */
final class Endpoint {
  /** The longest client-request-id that is echoed. */
  private static final int MOST_ECHOED = 128;

  /** Seconds. Short: who rehearses faults wants to see the retry, not the wait. */
  private static final String RETRY_AFTER = "1";

  private final InstantSource clock;
  private final Groups groups;
  private final Faults faults;
  private final Random random;
  private final @Nullable SlidingWindow window;

  Endpoint(SandboxOptions options, InstantSource clock, Groups groups) {
    this.clock = clock;
    this.groups = groups;
    this.faults = options.faults();
    this.random = new Random(options.seed());
    RateLimit limit = options.limit();
    this.window = limit == null ? null : new SlidingWindow(limit);
  }

  /** Answers a request, whatever it is. */
  Answer answer(Request request) {
    String requestId = Ids.next().toString();
    String clientRequestId = clientRequestId(request, requestId);
    Answer answer;
    try {
      answer = respond(request, clientRequestId);
    } catch (Refusal refusal) {
      answer = whole(error(refusal, requestId, clientRequestId));
    } catch (RuntimeException e) {
      Refusal refusal = new Refusal(500, "InternalServerError", "The sandbox failed: " + e);
      answer = whole(error(refusal, requestId, clientRequestId));
    }
    return new Answer(common(answer.response(), requestId, clientRequestId), answer.delivery());
  }

  /** Answers what is no proper request. */
  Response refuse(Refusal refusal) {
    String requestId = Ids.next().toString();
    return common(error(refusal, requestId, requestId), requestId, requestId);
  }

  private Answer respond(Request request, String clientRequestId) {
    requireToken(request);
    Route route = Route.of(request.path());
    boolean takesPost = route.isCollection() || route.isRef();
    boolean takesGet = !route.isRef();
    if (takesPost && request.method().equals("POST")) {
      return post(request, route, clientRequestId);
    }
    if (takesGet && request.method().equals("GET")) {
      return whole(groups.get(request, route, clock.instant()));
    }
    throw new Refusal(
            405,
            "Request_BadRequest",
            "Specified HTTP method is not allowed for the request target.")
        .with("Allow", !takesPost ? "GET" : !takesGet ? "POST" : "GET, POST");
  }

  private Answer post(Request request, Route route, String clientRequestId) {
    requireJson(request);
    Instant now = clock.instant();
    long wait = window == null ? 0 : window.take(now.toEpochMilli());
    if (wait > 0) {
      throw throttled(Long.toString((wait + 999) / 1000));
    }
    FaultKind fault = nextFault();
    if (fault == null) {
      return whole(groups.post(request, route, clientRequestId, now));
    }
    if (!fault.acts()) {
      refuseBy(fault);
      return new Answer(Response.empty(500), fault.delivery());
    }
    Response done = groups.post(request, route, clientRequestId, now);
    return new Answer(fault == FaultKind.ERROR_AFTER ? errorAfter() : done, fault.delivery());
  }

  private @Nullable FaultKind nextFault() {
    synchronized (random) {
      return faults.at(random.nextDouble());
    }
  }

  /** Refuses the request if that is what the fault does. */
  private static void refuseBy(FaultKind fault) {
    switch (fault) {
      case THROTTLE -> throw throttled(RETRY_AFTER);
      case UNAVAILABLE ->
          throw new Refusal(503, "ServiceUnavailable", "The service is temporarily unavailable.")
              .with("Retry-After", RETRY_AFTER);
      case CONFLICT ->
          throw new Refusal(
              409,
              "Directory_ConcurrencyViolation",
              "Cannot perform the requested operation at this time due to a conflict with another"
                  + " operation. Please try again later.");
      case ERROR -> throw new Refusal(500, "InternalServerError", "An internal error occurred.");
      default -> {}
    }
  }

  /** What a service or a gateway before it says although the work is done. */
  private Response errorAfter() {
    int choice;
    synchronized (random) {
      choice = random.nextInt(3);
    }
    if (choice == 0) {
      return Response.html(502, "<html><body><h1>502 Bad Gateway</h1></body></html>");
    }
    throw choice == 1
        ? new Refusal(500, "InternalServerError", "An internal error occurred.")
        : new Refusal(504, "UnknownError", "");
  }

  private static Refusal throttled(String retryAfter) {
    return new Refusal(
            429, "TooManyRequests", "Too many requests. Please wait before you try again.")
        .with("Retry-After", retryAfter);
  }

  private static void requireToken(Request request) {
    String authorization = request.headers().getOrDefault("authorization", "");
    if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7)
        || authorization.substring(7).isBlank()) {
      throw new Refusal(401, "InvalidAuthenticationToken", "Access token is empty.")
          .with("WWW-Authenticate", "Bearer");
    }
  }

  private static void requireJson(Request request) {
    String type = request.headers().getOrDefault("content-type", "");
    int parameters = type.indexOf(';');
    String media = parameters < 0 ? type : type.substring(0, parameters);
    if (!media.strip().equalsIgnoreCase("application/json")) {
      throw new Refusal(
          415,
          "UnsupportedMediaType",
          "The Content-Type '" + type + "' is not supported: send application/json.");
    }
  }

  /** What the client calls its request; the request's own id where that is nothing to echo. */
  private static String clientRequestId(Request request, String requestId) {
    String id = request.headers().getOrDefault("client-request-id", "");
    if (id.isEmpty() || id.length() > MOST_ECHOED) {
      return requestId;
    }
    for (int i = 0; i < id.length(); i++) {
      if (id.charAt(i) < ' ' || id.charAt(i) > '~') {
        return requestId;
      }
    }
    return id;
  }

  private Response error(Refusal refusal, String requestId, String clientRequestId) {
    byte[] body = ErrorBody.of(refusal, clock.instant(), requestId, clientRequestId);
    Response response = Response.json(refusal.status(), body).with(refusal.headers());
    // A server on its way down does not keep its connections.
    return refusal.status() == 503 ? response.closing() : response;
  }

  private Response common(Response response, String requestId, String clientRequestId) {
    List<String> headers = new ArrayList<>(10);
    headers.add("request-id");
    headers.add(requestId);
    headers.add("client-request-id");
    headers.add(clientRequestId);
    headers.add("OData-Version");
    headers.add("4.0");
    headers.add("Date");
    headers.add(Times.http(clock.instant()));
    return response.with(headers);
  }

  private static Answer whole(Response response) {
    return new Answer(response, Delivery.WHOLE);
  }
}
