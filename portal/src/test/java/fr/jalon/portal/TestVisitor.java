package fr.jalon.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Someone who visits the portal over HTTP, keeps its cookies and sends its forms with the token of
 * the last page seen. Follows no redirect by itself.
 */
public final class TestVisitor {
  private static final Pattern TOKEN =
      Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"|value=\"([^\"]+)\"\\s+name=\"_csrf\"");

  /** What a form was made from. */
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"(revision|version)\" value=\"([^\"]*)\"");

  private final String base;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private String token = "";
  private String lastPage = "";

  TestVisitor(String base) {
    this.base = base;
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** Like a script: asks for JSON. */
  public HttpResponse<String> getJson(String path) {
    return send(request(path).header("Accept", "application/json").GET());
  }

  /**
   * Sends a form, with the token of the last page that held one, and with what the form of that
   * address was made from, as a browser does.
   */
  public HttpResponse<String> post(String path, Map<String, String> fields) {
    return post(path, List.copyOf(fields.entrySet()));
  }

  /** Sends a form; a field may come several times. */
  public HttpResponse<String> post(String path, List<Map.Entry<String, String>> fields) {
    Set<String> given = fields.stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    List<Map.Entry<String, String>> all = new ArrayList<>(fields);
    hidden(path).stream().filter(field -> !given.contains(field.getKey())).forEach(all::add);
    String body =
        all.stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body + "&_csrf=" + encode(token))));
  }

  /** Asks for an address by this method, as a script does. */
  public HttpResponse<String> ask(String method, String path, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        method.equals("GET")
            ? request(path + "?" + form).header("Accept", "application/json").GET()
            : request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(
                    method, HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + encode(token))));
  }

  /** What the first form of the last page that goes to that address was made from. */
  private List<Map.Entry<String, String>> hidden(String path) {
    int form = lastPage.indexOf("action=\"" + path + "\"");
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    if (form >= 0) {
      Matcher field =
          HIDDEN.matcher(lastPage).region(form, Math.max(form, lastPage.indexOf("</form>", form)));
      while (field.find()) {
        fields.add(Map.entry(field.group(1), field.group(2)));
      }
    }
    return fields;
  }

  /** Sends a form with one file in it. */
  public HttpResponse<String> upload(
      String path, Map<String, String> fields, String field, String name, byte[] content) {
    String boundary = UUID.randomUUID().toString();
    var body = new ByteArrayOutputStream();
    fields.forEach((key, value) -> part(body, boundary, key, "", value.getBytes(UTF_8)));
    part(body, boundary, "_csrf", "", token.getBytes(UTF_8));
    part(body, boundary, field, "; filename=\"" + name + "\"", content);
    body.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  /** Signs in by the form, and gives the same visitor. */
  public TestVisitor signIn(String email, String password) {
    get("/connexion");
    HttpResponse<String> answer = post("/connexion", Map.of("email", email, "password", password));
    if (answer.statusCode() != 302 || location(answer).contains("/connexion")) {
      throw new AssertionError("Cannot sign in as " + email + ": " + answer.statusCode());
    }
    // Signing in changes the token of forms.
    get("/connexion");
    return this;
  }

  /** The cookies it has, as a header holds them. */
  public String cookies() {
    return cookies.getCookieStore().getCookies().stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  /** Where an answer sends, empty when it does not. */
  public static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      Matcher found = TOKEN.matcher(answer.body());
      if (found.find()) {
        token = found.group(1) == null ? found.group(2) : found.group(1);
        // one goes back from the page of an error
        lastPage =
            answer.statusCode() == 200 || answer.statusCode() == 409 ? answer.body() : lastPage;
      }
      return answer;
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private static void part(
      ByteArrayOutputStream body, String boundary, String name, String extra, byte[] content) {
    body.writeBytes(
        ("--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
                .formatted(boundary, name, extra))
            .getBytes(UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(UTF_8));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
