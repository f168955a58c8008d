package fr.jalon.portal.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Every answer that is not what was asked for: a page for people, problem+json (RFC 9457) for
 * programs. Never a stack trace; a fault of ours has an incident number, the same in the log.
 */
@Controller
@ControllerAdvice
class ErrorAnswers implements ErrorController {
  private static final Logger log = LoggerFactory.getLogger(ErrorAnswers.class);

  /** The longest address of ours is half of that. */
  private static final int LOGGED_PATH = 200;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Pages pages;
  private final UploadSettings uploads;

  ErrorAnswers(Pages pages, UploadSettings uploads) {
    this.pages = pages;
    this.uploads = uploads;
  }

  @ExceptionHandler
  @Nullable Object answer(Exception fault, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    if (fault instanceof AsyncRequestNotUsableException) {
      log.debug("The visitor left before the end of {}", request.getRequestURI(), fault);
      return null;
    }
    if (isBadlyWritten(fault)) {
      // no page can be made for it: pages read parameters too
      throw fault;
    }
    if (response.isCommitted()) {
      // The server cuts the connection: an answer that ends well here would pass for a whole one.
      throw fault;
    }
    if (fault instanceof Rejected rejected) {
      return answer(new Answer(rejected.problem().status(), rejected, ""), request, response);
    }
    int status = statusOf(fault);
    if (status < 500 && fault instanceof ErrorResponse known) {
      known.getHeaders().forEach((name, values) -> response.setHeader(name, values.get(0)));
    }
    String incident = status < 500 ? "" : incident(fault, request);
    return answer(new Answer(status, null, incident), request, response);
  }

  /** What filters and the server refuse before a controller is found. */
  @RequestMapping("/error")
  Object refusedBefore(HttpServletRequest request, HttpServletResponse response) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object fault = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    int status = code instanceof Integer number ? number : HttpStatus.NOT_FOUND.value();
    String incident = "";
    if (status >= 500) {
      incident =
          incident(
              fault instanceof Throwable cause ? cause : new IOException("status " + status),
              request);
    }
    boolean form = Boolean.TRUE.equals(request.getAttribute(LargeBodies.TOO_LONG_A_FORM));
    boolean tooLong = form && status == HttpStatus.CONTENT_TOO_LARGE.value();
    return answer(new Answer(status, null, incident, tooLong), request, response);
  }

  /**
   * @param incident empty when the fault is not ours
   * @param form what was too long is a form, and no file
   */
  private record Answer(int status, @Nullable Rejected rejected, String incident, boolean form) {
    Answer(int status, @Nullable Rejected rejected, String incident) {
      this(status, rejected, incident, false);
    }
  }

  private Object answer(Answer answer, HttpServletRequest request, HttpServletResponse response) {
    if (answer.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "30");
    }
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return wantsJson(request)
        ? ResponseEntity.status(answer.status())
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .body(problem(request, answer))
        : page(request, answer);
  }

  private Object page(HttpServletRequest request, Answer answer) {
    try {
      // The page of a fault of ours asks nothing of the database, which may be the fault.
      Page page = answer.status() >= 500 ? pages.withoutVisitor(request) : pages.of(request);
      Messages messages = page.messages();
      var view = new ModelAndView("web/error", HttpStatusCode.valueOf(answer.status()));
      view.addObject("page", page.named(titleOf(answer, messages)));
      view.addObject("text", textOf(answer, messages));
      return view;
    } catch (RuntimeException noPage) {
      log.error("Cannot show the page of an error", noPage);
      return ResponseEntity.status(answer.status())
          .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
          .body(textOf(answer, Messages.in(Locale.FRENCH)));
    }
  }

  private ProblemDetail problem(HttpServletRequest request, Answer answer) {
    Messages messages = messages(request);
    ProblemDetail problem = ProblemDetail.forStatus(answer.status());
    problem.setTitle(titleOf(answer, messages));
    problem.setDetail(textOf(answer, messages));
    Map<String, Object> more = new LinkedHashMap<>();
    Rejected rejected = answer.rejected();
    if (rejected != null) {
      more.put("code", rejected.problem().code());
    }
    if (!answer.incident().isEmpty()) {
      more.put("incident", answer.incident());
    }
    problem.setProperties(more);
    return problem;
  }

  private Messages messages(HttpServletRequest request) {
    return pages.withoutVisitor(request).messages();
  }

  private static String titleOf(Answer answer, Messages messages) {
    String key = "web.error." + answer.status() + (answer.form() ? ".form" : "") + ".title";
    if (messages.has(key)) {
      return messages.text(key);
    }
    return messages.text(answer.status() >= 500 ? "web.error.500.title" : "web.refused.title");
  }

  private String textOf(Answer answer, Messages messages) {
    Rejected rejected = answer.rejected();
    if (rejected != null) {
      return rejected.sentence(messages);
    }
    String key = "web.error." + answer.status() + ".text";
    if (answer.form()) {
      return messages.text("web.error.413.form.text");
    }
    if (answer.status() == HttpStatus.CONTENT_TOO_LARGE.value()) {
      return messages.text(key, messages.size(uploads.announced()));
    }
    if (messages.has(key)) {
      return messages.text(key, answer.incident());
    }
    return messages.text(
        answer.status() >= 500 ? "web.error.500.text" : "web.error.400.text", answer.incident());
  }

  static int statusOf(Throwable fault) {
    if (fault instanceof ErrorResponse known) {
      return known.getStatusCode().value();
    }
    if (fault instanceof MaxUploadSizeExceededException) {
      return HttpStatus.CONTENT_TOO_LARGE.value();
    }
    if (fault instanceof MultipartException
        || fault instanceof MethodArgumentTypeMismatchException
        || isBadlyWritten(fault)
        || fault instanceof HttpMessageNotReadableException
        || fault instanceof RequestRejectedException) {
      return HttpStatus.BAD_REQUEST.value();
    }
    return fault instanceof DataAccessResourceFailureException
            || fault instanceof CannotCreateTransactionException
        ? HttpStatus.SERVICE_UNAVAILABLE.value()
        : HttpStatus.INTERNAL_SERVER_ERROR.value();
  }

  /** Bytes that are no text, names without a letter: the server cannot tell what was asked. */
  private static boolean isBadlyWritten(Throwable fault) {
    return fault instanceof InvalidParameterException;
  }

  static String incident(Throwable fault, HttpServletRequest request) {
    String number = "%06X".formatted(RANDOM.nextInt(1 << 24));
    log.error("Incident {} on {} {}", number, request.getMethod(), path(request), fault);
    return number;
  }

  /** Where the request goes, without what it asks, in one line. */
  static String path(HttpServletRequest request) {
    String path = request.getRequestURI().replaceAll("\\p{Cntrl}", "?");
    return path.length() > LOGGED_PATH ? path.substring(0, LOGGED_PATH) + "…" : path;
  }

  static boolean wantsJson(HttpServletRequest request) {
    Object forwarded = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String path = forwarded == null ? request.getRequestURI() : forwarded.toString();
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    boolean html = accept != null && accept.contains("html");
    return !html && (path.startsWith("/api/") || (accept != null && accept.contains("json")));
  }
}
