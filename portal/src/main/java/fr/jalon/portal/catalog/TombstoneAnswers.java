package fr.jalon.portal.catalog;

import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * The answer of every address that leads to something withdrawn, whatever its room: 410, as a page
 * for people and as problem+json (RFC 9457) for programs.
 */
@ControllerAdvice
@Order(0)
class TombstoneAnswers {
  private final Access access;
  private final Publishers publishers;
  private final Pages pages;

  TombstoneAnswers(Access access, Publishers publishers, Pages pages) {
    this.access = access;
    this.publishers = publishers;
    this.pages = pages;
  }

  @ExceptionHandler
  Object answer(Gone gone, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    return isForPeople(gone, request) ? page(gone, request) : problem(gone, request);
  }

  private ModelAndView page(Gone gone, HttpServletRequest request) {
    Page page = pages.of(request);
    TombstoneView view = view(gone, page.messages());
    return new ModelAndView(
        "catalog/tombstone",
        Map.of("page", page.named(title(gone, page.messages())), "view", view),
        HttpStatus.GONE);
  }

  private ResponseEntity<ProblemDetail> problem(Gone gone, HttpServletRequest request) {
    Messages messages = pages.of(request).messages();
    Withdrawal withdrawal = withdrawal(gone);
    Publisher publisher = publishers.get(gone.dataset().publisherId());
    ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.GONE);
    problem.setTitle(title(gone, messages));
    problem.setDetail(
        messages.text(
            "catalog.tombstone.detail",
            messages.date(withdrawal.at()),
            by(withdrawal, publisher, messages),
            withdrawal.reason()));
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("code", gone.version() == null ? "dataset-withdrawn" : "version-withdrawn");
    more.put("publisher", publisher.name());
    more.put("withdrawn_at", withdrawal.at().truncatedTo(ChronoUnit.SECONDS).toString());
    more.put("withdrawn_by", withdrawal.role().name().toLowerCase(Locale.ROOT));
    more.put("reason", withdrawal.reason());
    String name = name(gone);
    if (name != null) {
      more.put("dataset", name);
    }
    problem.setProperties(more);
    return ResponseEntity.status(HttpStatus.GONE)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private TombstoneView view(Gone gone, Messages messages) {
    Dataset dataset = gone.dataset();
    Version version = gone.version();
    Withdrawal withdrawal = withdrawal(gone);
    Publisher publisher = publishers.get(dataset.publisherId());
    Standing standing = access.standing(dataset);
    Tombstone tombstone = dataset.tombstone();
    return new TombstoneView(
        name(gone),
        version == null ? null : version.number(),
        publisher,
        messages.date(withdrawal.at()),
        by(withdrawal, publisher, messages),
        withdrawal.reason(),
        version == null ? null : CatalogPaths.dataset(dataset.slug()),
        standing == Standing.PASSER_BY ? null : CatalogPaths.care(dataset.slug()),
        standing == Standing.STEWARD
            && tombstone != null
            && tombstone.version().withdrawal() == null);
  }

  static String by(Withdrawal withdrawal, Publisher publisher, Messages messages) {
    return messages.text(
        "catalog.tombstone.by." + withdrawal.role().name().toLowerCase(Locale.ROOT),
        publisher.name());
  }

  private static String title(Gone gone, Messages messages) {
    Version version = gone.version();
    return version == null
        ? messages.text("catalog.tombstone.title")
        : messages.text("catalog.tombstone.title.version", version.number());
  }

  private static Withdrawal withdrawal(Gone gone) {
    Version version = gone.version();
    return version == null
        ? Objects.requireNonNull(gone.dataset().tombstone()).withdrawal()
        : Objects.requireNonNull(version.withdrawal());
  }

  /** The name all may read: the one left, or that of the dataset whose version it was. */
  private static @Nullable String name(Gone gone) {
    Tombstone tombstone = gone.dataset().tombstone();
    return tombstone == null ? gone.dataset().title() : tombstone.title().orElse(null);
  }

  /**
   * Pages are for whoever does not ask for anything else; what lies below them and the API are for
   * programs, unless a browser asks.
   */
  private static boolean isForPeople(Gone gone, HttpServletRequest request) {
    String accept = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
    boolean page = request.getRequestURI().matches(CatalogPaths.DATASETS + "/[^/]+");
    return accept.contains("html") || (page && !accept.contains("json"));
  }
}
