package fr.jalon.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.PortalIT;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Role;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Thousands of requests that nobody honest writes, over every route there is, from a passer-by and
 * from someone signed in: none of them is a fault of ours, none writes more than a line in the log,
 * and none of what they say is in it.
 */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = {"jalon.inspection.rate=100000", "jalon.inspection.burst=100000"})
class HostileRequestsIT extends PortalIT {
  /** Some ten for each route; ten thousand are sent when {@code jalon.hostile.requests} says so. */
  private static final int REQUESTS = Integer.getInteger("jalon.hostile.requests", 3_000);

  private static final String MARK = "hostile-mark";
  private static final String PASSWORD = "trois gros canards verts";

  /** In addresses, names and values: broken UTF-8, half a character, NUL, long, deep, odd. */
  private static final List<String> PIECES =
      List.of(
          "%ED%A0%80",
          "%00",
          "%ff",
          "%fe%ff",
          "%C0%AF",
          "%c3",
          "%",
          "%4",
          "%zz",
          "%u0041",
          "%F4%90%80%80",
          "%E2%80%AE",
          "%0d%0aX-Injected:1",
          "%2e%2e%2f",
          "..%252f",
          "%5c",
          ";jsessionid=x",
          "%3b",
          "99999999999999999999",
          "-1",
          "1e999",
          "NaN",
          "0x10",
          "' or 1=1--",
          "${jndi:x}",
          "#{7*7}",
          "[]",
          "[0]",
          "a[b][c]",
          "a.b.c",
          "class.module.classLoader",
          "%F0%9F%92%A9",
          "%EF%BF%BF",
          "%EF%BB%BF",
          "a".repeat(3_000),
          "%41".repeat(300),
          "\\",
          "<script>",
          "\u00e9",
          "+",
          "&",
          "=",
          "*",
          "null");

  private static final List<String> TYPES =
      List.of(
          "application/x-www-form-urlencoded",
          "application/x-www-form-urlencoded; charset=utf-7",
          "application/x-www-form-urlencoded; charset=no-such",
          "multipart/form-data",
          "multipart/form-data; boundary=",
          "multipart/form-data; boundary=x",
          "multipart/form-data; boundary=\"x",
          "application/json",
          "application/json; charset=\"",
          "text/csv",
          "*/*",
          "/",
          "",
          "a/b; c=d; e");

  private static final List<String> ACCEPTS =
      List.of(
          "text/html", "application/json", "*/*", "", "text/html;q=2", "a", "application/x;q=no");

  @Autowired private Accounts accounts;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping routes;

  private final Random random = new Random(20_260_101);

  @Test
  void noneIsAFaultOfOursNorMoreThanALine(CapturedOutput log) throws Exception {
    accounts.open("hostile@exemple.fr", "Sacha", Role.FACILITATOR, null, PASSWORD);
    String cookies = signedIn();
    List<Route> all = routes();
    assertThat(all).hasSizeGreaterThan(40);
    int before = lines(log);
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      String request = hostile(all.get(i % all.size()), random.nextBoolean() ? cookies : "");
      int status = status(request);
      if (status >= 500) {
        faults.add(status + " " + request.lines().findFirst().orElse(""));
      }
    }
    assertThat(faults.stream().map(fault -> fault.substring(0, Math.min(200, fault.length()))))
        .isEmpty();
    assertThat(lines(log) - before).isLessThanOrEqualTo(REQUESTS);
    assertThat(log.getOut()).doesNotContain(MARK).doesNotContain("Incident");
  }

  private record Route(String method, String path) {}

  private List<Route> routes() {
    List<Route> all = new ArrayList<>();
    routes
        .getHandlerMethods()
        .keySet()
        .forEach(
            route -> {
              if (route.getPathPatternsCondition() != null) {
                for (PathPattern pattern : route.getPathPatternsCondition().getPatterns()) {
                  List<RequestMethod> methods =
                      List.copyOf(route.getMethodsCondition().getMethods());
                  all.add(
                      new Route(
                          methods.isEmpty() ? "GET" : methods.get(0).name(),
                          pattern.getPatternString()));
                }
              }
            });
    all.add(new Route("POST", "/deconnexion"));
    all.add(new Route("GET", "/css/jalon.css"));
    // the same ten thousand each time
    all.sort(Comparator.comparing(Route::path).thenComparing(Route::method));
    return all;
  }

  private String hostile(Route route, String cookies) {
    String path = route.path();
    while (path.contains("{")) {
      path = path.replaceFirst("\\{[^}]*}", java.util.regex.Matcher.quoteReplacement(inPath()));
    }
    path = path.replace("/**", "/" + inPath()).replace("*", inPath());
    if (random.nextInt(6) == 0) {
      path += inPath();
    }
    StringBuilder query = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      query.append(query.isEmpty() ? '?' : '&').append(pair());
    }
    String method =
        random.nextInt(8) == 0 ? odd("GET", "POST", "HEAD", "PUT", "PATCH", "X") : route.method();
    StringBuilder body = new StringBuilder();
    boolean hasBody = !method.equals("GET") && !method.equals("HEAD");
    for (int i = hasBody ? random.nextInt(5) : 0; i > 0; i--) {
      body.append(pair()).append('&');
    }
    if (hasBody && random.nextInt(4) == 0) {
      body.append("--x\r\nContent-Disposition: form-data; name=\"" + piece() + "\"\r\n\r\n")
          .append(piece());
    }
    return method
        + " "
        + path
        + query
        + " HTTP/1.1\r\nHost: localhost:"
        + port()
        + "\r\nConnection: close\r\nAccept: "
        + odd(ACCEPTS.toArray(String[]::new))
        + "\r\nAccept-Language: "
        + odd("fr", "en", "x-" + "y".repeat(50), "*;q=", "")
        + "\r\nCookie: "
        + cookies
        + "; jalon-langue="
        + odd("fr", "%00", "\u00e9", "=", "\"")
        + (random.nextInt(5) == 0
            ? "\r\nRange: bytes=" + odd("9-1", "-", "0-0,1-1", "x", "99999999999999999999-")
            : "")
        + (random.nextInt(5) == 0 ? "\r\nIf-None-Match: " + odd("*", "\"", "W/", ",,,") : "")
        + (random.nextInt(5) == 0 ? "\r\nIf-Modified-Since: yesterday" : "")
        + (random.nextInt(5) == 0 ? "\r\nHX-Request: true" : "")
        + (hasBody
            ? "\r\nContent-Type: "
                + odd(TYPES.toArray(String[]::new))
                + "\r\nContent-Length: "
                + body.length()
            : "")
        + "\r\n\r\n"
        + body;
  }

  private String pair() {
    String name =
        odd("q", "page", "lang", "_csrf", "tri", "email", "suite", "revision", "columns", piece());
    return name + odd("=", "", "==", "[]=") + piece() + odd("", MARK);
  }

  private String inPath() {
    return piece().replace(" ", "%20").replace("<", "%3C").replace("/", "%2f");
  }

  private String piece() {
    return PIECES.get(random.nextInt(PIECES.size())).replace(' ', '+');
  }

  private String odd(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String signedIn() {
    TestVisitor visitor = visitor().signIn("hostile@exemple.fr", PASSWORD);
    return visitor.cookies();
  }

  private int status(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      InputStream in = new BufferedInputStream(socket.getInputStream());
      String line = new String(in.readNBytes(12), StandardCharsets.ISO_8859_1);
      assertThat(line).as(request).startsWith("HTTP/1.1 ");
      return Integer.parseInt(line.substring(9, 12));
    }
  }

  private static int lines(CapturedOutput log) {
    return (int) log.getOut().lines().count();
  }
}
