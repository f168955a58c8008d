package fr.jalon.portal.help;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.deposit.Glimpse;
import fr.jalon.portal.deposit.Glimpses;
import fr.jalon.portal.deposit.Place;
import fr.jalon.portal.deposit.Step;
import fr.jalon.portal.deposit.SuggestedMend;
import fr.jalon.portal.deposit.SuggestedMends;
import fr.jalon.portal.help.HelpRequest.State;
import fr.jalon.portal.help.HelpRequest.Where;
import fr.jalon.portal.help.HelpView.Desk;
import fr.jalon.portal.help.HelpView.File;
import fr.jalon.portal.help.HelpView.Form;
import fr.jalon.portal.help.HelpView.Link;
import fr.jalon.portal.help.HelpView.Reading;
import fr.jalon.portal.help.HelpView.Row;
import fr.jalon.portal.help.HelpView.Said;
import fr.jalon.portal.help.HelpView.Ticket;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.web.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells requests and articles in words. */
@Component
class HelpViews {
  /** Beside the form, before one asks. */
  private static final int FIRST_ARTICLES = 2;

  private final HelpRequests requests;
  private final Articles articles;
  private final Glimpses glimpses;
  private final SuggestedMends suggested;
  private final Organizations organizations;

  HelpViews(
      HelpRequests requests,
      Articles articles,
      Glimpses glimpses,
      SuggestedMends suggested,
      Organizations organizations) {
    this.requests = requests;
    this.articles = articles;
    this.glimpses = glimpses;
    this.suggested = suggested;
    this.organizations = organizations;
  }

  Desk desk(Page page, Person who) {
    boolean helps = HelpRequests.helps(who);
    List<HelpRequest> all = requests.listFor(who);
    Instant now = requests.now();
    Map<UUID, String> names =
        organizations
            .findAll(all.stream().map(HelpRequest::organizationId).distinct().toList())
            .stream()
            .collect(Collectors.toMap(LocalAuthority::id, LocalAuthority::name));
    long waiting = all.stream().filter(one -> one.state() == State.WAITING).count();
    long late = all.stream().filter(one -> one.isLate(now)).count();
    String lead =
        helps
            ? page.n("help.desk.waiting", waiting)
                + (late == 0 ? "" : " " + page.n("help.desk.late", late))
            : page.t("help.desk.lead");
    return new Desk(
        lead,
        helps,
        all.stream()
            .map(one -> row(page, one, names.getOrDefault(one.organizationId(), ""), now))
            .toList(),
        helps ? links(articles.listToRead()) : List.of(),
        helps ? measured(page, all) : "");
  }

  /** The time to the first answer that half of the requests stayed under. */
  private static String measured(Page page, List<HelpRequest> all) {
    List<Duration> times =
        all.stream().map(HelpRequest::answeredAfter).filter(Objects::nonNull).sorted().toList();
    return times.isEmpty()
        ? ""
        : page.n(
            "help.desk.measured", times.size(), duration(page, times.get((times.size() - 1) / 2)));
  }

  private static Row row(Page page, HelpRequest one, String authority, Instant now) {
    return new Row(
        page.t("help.request.title", one.number()),
        one.href(),
        authority,
        new HelpWords(page.messages()).where(one.where()),
        state(page, one, now),
        mark(one, now),
        time(page, one, now),
        helpers(page, one));
  }

  private static String state(Page page, HelpRequest one, Instant now) {
    return page.t(
        one.isLate(now) ? "help.state.LATE" : "help.state." + one.state() + "." + one.urgency());
  }

  private static String mark(HelpRequest one, Instant now) {
    return switch (one.state()) {
      case WAITING -> one.isLate(now) ? "error" : "warning";
      case ANSWERED -> "advice";
      case SOLVED -> "done";
      case CLOSED -> "advice";
    };
  }

  private static String time(Page page, HelpRequest one, Instant now) {
    if (one.state() == State.WAITING) {
      return page.t(
          one.isLate(now) ? "help.time.late" : "help.time.due",
          new HelpWords(page.messages()).moment(one.dueAt()));
    }
    return page.t("help.time." + one.state(), one.turnAt());
  }

  private static String helpers(Page page, HelpRequest one) {
    return one.helpers().isEmpty()
        ? ""
        : page.n(
            "help.helpers",
            one.helpers().size(),
            one.helpers().stream().map(HelpRequest.Helper::name).collect(Collectors.joining(", ")));
  }

  Form form(Page page, Person who, @Nullable Place place, String from) {
    Glimpse glimpse = place == null ? null : glimpses.find(page, place, who).orElse(null);
    Instant now = requests.now();
    HelpWords words = new HelpWords(page.messages());
    Map<String, String> due = new LinkedHashMap<>();
    for (Urgency one : Urgency.values()) {
      due.put(
          one.name(),
          page.t("help.urgency." + one, words.moment(WorkingTime.closingAfter(now, one.days()))));
    }
    Map<String, String> categories = new LinkedHashMap<>();
    Stream.of(Category.values())
        .forEach(one -> categories.put(one.name(), page.t("help.category." + one)));
    String where =
        glimpse == null
            ? words.where(new Where(null, from, Glimpse.Counts.NONE))
            : words.where(new Where(place, "", glimpse.counts()));
    return new Form(
        UUID.randomUUID().toString(),
        place == null ? "page=" + from : place.query(),
        glimpse == null ? where : page.t("help.form.in-file", glimpse.fileName(), where),
        glimpse == null
            ? page.t("help.form.seen.page")
            : glimpse.around() == null
                ? page.t("help.form.seen")
                : page.t("help.form.seen") + " " + page.n("help.masked", glimpse.masked()),
        due,
        categories,
        category(place, from).name(),
        links(
            place == null
                ? List.of()
                : articles.listAbout(place.step(), List.of(place.card())).stream()
                    .limit(FIRST_ARTICLES)
                    .toList()));
  }

  private static Category category(@Nullable Place place, String from) {
    if (place == null) {
      return from.isEmpty() ? Category.OTHER : Category.PROGRAMME;
    }
    return switch (place.step()) {
      case READING -> Category.READING;
      case PROTECTION -> Category.PEOPLE;
      case REPAIRS -> Category.MENDS;
      case DESCRIPTION, CHECK -> Category.DESCRIPTION;
      case SANDBOX, PUBLICATION -> Category.PUBLICATION;
    };
  }

  Ticket ticket(Page page, Person who, HelpRequest one) {
    boolean helps = HelpRequests.helps(who);
    Instant now = requests.now();
    HelpWords words = new HelpWords(page.messages());
    Place place = one.where().place();
    Glimpse glimpse = place == null ? null : glimpses.find(page, place, who).orElse(null);
    String authority =
        organizations.find(one.organizationId()).map(LocalAuthority::name).orElse("");
    return new Ticket(
        one.href(),
        UUID.randomUUID().toString(),
        helps,
        one.authorId().equals(who.id()),
        one.state().isOver(),
        state(page, one, now),
        mark(one, now),
        page.t("help.request.lead", one.authorName(), authority, one.askedAt()),
        words.where(one.where()),
        place == null ? one.where().page() : glimpse == null ? "" : place.href(),
        glimpse == null
            ? place == null ? "" : page.t("help.request.no-deposit")
            : glimpse.fileName(),
        words.counts(one.where()),
        promises(page, one, now),
        thread(page, one),
        helps && glimpse != null ? glimpse.around() : null,
        helps && glimpse != null ? page.n("help.masked", glimpse.masked()) : "",
        helps && glimpse != null && place != null && !one.state().isOver()
            ? suggested.listFor(page, place, who)
            : new SuggestedMends.Choice(List.of(), List.of()),
        helpers(page, one),
        one.isHelpedBy(who.id()),
        helps && one.sessionId() == null,
        one.sessionId() == null ? "" : page.t("help.counted"),
        links(helps ? articles.listOf(one.id()) : List.of()),
        helps && one.state() == State.SOLVED);
  }

  /** What comes when, whoever is silent: written where both read it. */
  private static List<String> promises(Page page, HelpRequest one, Instant now) {
    List<String> promises = new ArrayList<>();
    Duration after = one.answeredAfter();
    if (one.state() == State.WAITING) {
      promises.add(time(page, one, now));
    }
    if (after != null) {
      promises.add(page.t("help.answered-after", duration(page, after)));
    }
    if (one.state() == State.ANSWERED) {
      promises.add(
          page.t(
              "help.ladder",
              page.date(one.turnAt().plus(Duration.ofDays(Rung.REMINDED.days()))),
              page.date(one.turnAt().plus(Duration.ofDays(Rung.FOCAL_POINT_TOLD.days()))),
              page.date(one.turnAt().plus(Duration.ofDays(Rung.CLOSED.days())))));
    }
    if (one.state().isOver()) {
      promises.add(page.t("help.reopens"));
    }
    return promises;
  }

  private static String duration(Page page, Duration working) {
    long minutes = Math.max(1, working.toMinutes());
    return minutes < 60
        ? page.n("help.minutes", minutes)
        : page.t("help.hours", page.number(minutes / 60), "%02d".formatted(minutes % 60));
  }

  private List<Said> thread(Page page, HelpRequest one) {
    List<Line> lines = requests.listLines(one);
    Map<UUID, List<Attachment>> files =
        requests.listAttachments(one).stream().collect(Collectors.groupingBy(Attachment::lineId));
    Map<UUID, SuggestedMend> mends =
        suggested.findAll(lines.stream().map(Line::suggestionId).filter(Objects::nonNull).toList());
    HelpWords words = new HelpWords(page.messages());
    return lines.stream()
        .map(
            line -> {
              SuggestedMend mend =
                  line.suggestionId() == null ? null : mends.get(line.suggestionId());
              String answerHref =
                  mend != null
                          && line.what() == Line.What.SUGGESTED
                          && mend.standing() == SuggestedMend.Standing.OPEN
                      ? mend.href()
                      : "";
              return new Said(
                  "dit-" + line.id(),
                  line.who(),
                  page.dateTime(line.at()),
                  line.helping(),
                  act(page, words, line, mend, one),
                  line.text(),
                  files.getOrDefault(line.id(), List.of()).stream()
                      .map(
                          file ->
                              new File(
                                  file.name(),
                                  page.size(file.size()),
                                  one.href() + "/pieces/" + file.id()))
                      .toList(),
                  answerHref);
            })
        .toList();
  }

  private static String act(
      Page page, HelpWords words, Line line, @Nullable SuggestedMend mend, HelpRequest one) {
    if (line.what() == Line.What.SAID || line.what() == Line.What.ASKED) {
      return "";
    }
    List<String> at = mend == null ? List.of() : mend.addresses();
    String where = at.isEmpty() ? "" : page.t("help.at", words.cells(at));
    return page.t("help.act." + line.what(), where, one.authorName());
  }

  private static List<Link> links(List<Article> all) {
    return all.stream().map(one -> new Link(one.text().title(), one.href())).toList();
  }

  List<Link> found(List<Article> all) {
    return links(all);
  }

  Reading reading(Page page, Person who, Article one) {
    HelpWords words = new HelpWords(page.messages());
    boolean helps = HelpRequests.helps(who);
    Step step = one.step();
    String about =
        !one.card().isEmpty()
            ? words.card(one.card())
            : step == null ? "" : page.t("help.where.step", page.t(step.key()));
    return new Reading(
        one.href(),
        about,
        one.text().problem(),
        one.text().answer(),
        one.isShown(),
        helps,
        helps && !one.isShown() && !one.writerId().equals(who.id()),
        one.isShown()
            ? page.t("help.article.written", one.writtenAt())
            : page.t("help.article.to-read", one.writer(), one.writtenAt()),
        one.useful() + one.useless() == 0
            ? ""
            : page.n("help.article.useful", one.useful(), one.useful() + one.useless()),
        one.revision(),
        helps && one.requestId() != null ? HelpPaths.request(one.requestId()) : "");
  }
}
