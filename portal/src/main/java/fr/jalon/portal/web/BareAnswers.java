package fr.jalon.portal.web;

import java.io.IOException;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * The page of a request that the server refused before any filter of ours: an address that is not
 * written as it should be. Programs get problem+json (RFC 9457).
 */
public final class BareAnswers extends ErrorReportValve {
  @Override
  protected void report(Request request, Response response, @Nullable Throwable fault) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    Messages messages = Messages.in(Locale.FRENCH);
    String known =
        status >= 500
            ? "503"
            : messages.has("web.error." + status + ".title") ? "" + status : "400";
    String title = messages.text("web.error." + known + ".title");
    String text = messages.text("web.error." + known + ".text", "");
    boolean program = isOfThePrograms(String.valueOf(request.getRequestURI()));
    LastResort.HEADERS.forEach(response::setHeader);
    response.setCharacterEncoding("UTF-8");
    response.setContentType(
        program ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE);
    try {
      response
          .getReporter()
          .write(program ? problem(status, title, text) : LastResort.page(title, text));
      response.finishResponse();
    } catch (IOException gone) {
      // Nobody listens any more.
      container.getLogger().debug("The visitor left", gone);
    }
  }

  private static boolean isOfThePrograms(String address) {
    return address.startsWith("/api/");
  }

  /** Our own words, which hold nothing to be escaped but quotes. */
  private static String problem(int status, String title, String text) {
    return "{\"status\":%d,\"title\":\"%s\",\"detail\":\"%s\"}"
        .formatted(status, title.replace("\"", "\\\""), text.replace("\"", "\\\""));
  }
}
