package fr.jalon.portal.upkeep;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Publisher;
import fr.jalon.portal.catalog.Publishers;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.deposit.DepositLine;
import fr.jalon.portal.deposit.LastDeposit;
import fr.jalon.portal.upkeep.UpkeepView.Board;
import fr.jalon.portal.upkeep.UpkeepView.Fetched;
import fr.jalon.portal.upkeep.UpkeepView.Line;
import fr.jalon.portal.upkeep.UpkeepView.OwnCatalogue;
import fr.jalon.portal.upkeep.UpkeepView.Sheet;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.PortalSettings;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

/** Tells the upkeep of datasets. */
@Component
class UpkeepViews {
  /** Months of silence proposed. */
  private static final int[] SILENCES = {1, 3, 6, 12};

  private final Upkeep upkeep;
  private final Publishers publishers;
  private final PortalSettings portal;

  UpkeepViews(Upkeep upkeep, Publishers publishers, PortalSettings portal) {
    this.upkeep = upkeep;
    this.publishers = publishers;
    this.portal = portal;
  }

  /**
   * @param typed the SIRET as it was sent, null when none was
   */
  static OwnCatalogue catalogue(Page page, OwnCatalogues.State state, @Nullable String typed) {
    Dataset list = state.published();
    return new OwnCatalogue(
        list == null
            ? page.n("upkeep.catalogue.why", state.listed())
            : page.t("upkeep.catalogue.there", list.title()),
        typed == null ? state.siret() : typed,
        state.underWay() == null ? null : "/depots/" + state.underWay(),
        page.t(list == null ? "upkeep.catalogue.publish" : "upkeep.catalogue.again"));
  }

  Board list(Page page, Person who, List<Kept> kept) {
    LocalDate today = upkeep.today();
    Map<UUID, Publisher> authorities = publishers.of(kept.stream().map(Kept::dataset).toList());
    long pressing =
        kept.stream()
            .map(one -> one.state(today))
            .filter(state -> state == Kept.State.LATE || state == Kept.State.DUE)
            .count();
    List<Line> lines =
        kept.stream()
            .map(
                one ->
                    new Line(
                        one.dataset().title(),
                        UpkeepMails.page(one.dataset()),
                        name(authorities, one.dataset()),
                        page.date(Objects.requireNonNull(one.published().publishedAt())),
                        due(page, one),
                        page.t("upkeep.state." + one.state(today)),
                        mark(one.state(today)),
                        keeper(page, one),
                        dropHref(who, one),
                        dropText(page, one)))
            .toList();
    return new Board(
        kept.isEmpty()
            ? page.t(who.organizationId() == null ? "upkeep.list.none-all" : "upkeep.list.none")
            : pressing == 0 ? page.t("upkeep.list.calm") : page.n("upkeep.list.pressing", pressing),
        who.organizationId() == null,
        lines);
  }

  UpkeepView of(
      Page page,
      Person who,
      Kept kept,
      @Nullable Schedule schedule,
      List<Person> colleagues,
      List<Handover> handovers) {
    LocalDate today = upkeep.today();
    Dataset dataset = kept.dataset();
    LastDeposit last = kept.last();
    String address = last == null || last.address() == null ? "" : last.address();
    UpdateFrequency rhythm =
        Schedules.RHYTHMS.contains(kept.frequency()) ? kept.frequency() : UpdateFrequency.ANNUAL;
    LocalDate due = kept.due();
    LocalDate first = due == null || due.isBefore(today) ? today.plusDays(1) : due;
    return new UpkeepView(
        dataset.title(),
        CatalogPaths.dataset(dataset.slug()),
        CatalogPaths.care(dataset.slug()),
        UpkeepMails.page(dataset),
        sentence(page, kept, today),
        mark(kept.state(today)),
        dropHref(who, kept),
        dropText(page, kept),
        keeper(page, kept),
        reminded(page, kept),
        kept.quiet(today) ? page.date(Objects.requireNonNull(kept.care().quietUntil())) : "",
        silences(page, today),
        colleagues.stream()
            .collect(
                Collectors.toMap(
                    person -> person.id().toString(),
                    person ->
                        page.t(
                            "upkeep.person",
                            person.name(),
                            page.t("account.role." + person.role())),
                    (one, other) -> one,
                    LinkedHashMap::new)),
        handovers.stream().map(one -> handover(page, one)).toList(),
        schedule == null ? null : fetched(page, schedule, kept),
        dataset.publisherId().equals(who.organizationId()),
        schedule == null ? address : schedule.address(),
        rhythms(page),
        (schedule == null ? rhythm : schedule.rhythm()).key(),
        first.toString(),
        kept.care().revision());
  }

  Sheet sheet(Page page, Kept kept, @Nullable Schedule schedule, List<String> decisions) {
    Version version = kept.published();
    return new Sheet(
        kept.dataset().title(),
        portal.link(CatalogPaths.dataset(kept.dataset().slug())),
        UpkeepMails.page(kept.dataset()),
        version.description().summary(),
        facts(page, kept),
        source(page, kept, schedule),
        version.corrections(page.messages().locale()),
        decisions,
        version.columns().stream()
            .filter(column -> !meaning(column).isBlank())
            .map(column -> page.t("upkeep.sheet.column", column.name(), meaning(column)))
            .toList(),
        sentence(page, kept, upkeep.today()),
        kept.reminded(),
        Stream.of("1", "2", "3", "4").map(n -> page.t("upkeep.sheet.step." + n)).toList());
  }

  private static String meaning(ColumnDescription column) {
    String said = column.description().isBlank() ? column.title() : column.description();
    return said.equalsIgnoreCase(column.name()) ? "" : said;
  }

  private static List<String> facts(Page page, Kept kept) {
    Version version = kept.published();
    List<String> facts = new ArrayList<>();
    facts.add(page.n("upkeep.sheet.size", version.rows(), (long) version.columns().size()));
    facts.add(
        page.t(
            "upkeep.sheet.version",
            version.number(),
            page.date(Objects.requireNonNull(version.publishedAt()))));
    String period = version.description().period();
    if (period != null && !period.isBlank()) {
      facts.add(page.t("upkeep.sheet.period", period));
    }
    facts.add(page.t("catalog.frequency." + kept.frequency().key()));
    return facts;
  }

  private static String source(Page page, Kept kept, @Nullable Schedule schedule) {
    if (schedule != null && !schedule.stopped()) {
      return page.t(
          "upkeep.sheet.source.fetched",
          schedule.address(),
          page.t("catalog.frequency." + schedule.rhythm().key()));
    }
    LastDeposit last = kept.last();
    if (last == null) {
      return page.t("upkeep.sheet.source.unknown");
    }
    return last.address() == null
        ? page.t("upkeep.sheet.source.file", last.fileName())
        : page.t("upkeep.sheet.source.address", last.fileName(), last.address());
  }

  private String sentence(Page page, Kept kept, LocalDate today) {
    LocalDate due = kept.due();
    Kept.State state = kept.state(today);
    if (due == null || state == Kept.State.UNDER_WAY) {
      return page.t("upkeep.sentence." + state);
    }
    long days = ChronoUnit.DAYS.between(today, due);
    if (days == 0) {
      return page.t("upkeep.sentence.today");
    }
    return days > 0
        ? page.n("upkeep.sentence.in", days, page.date(due))
        : page.n("upkeep.sentence.since", -days, page.date(due));
  }

  private static String handover(Page page, Handover one) {
    String told =
        one.from().isEmpty()
            ? page.t("upkeep.handover.first", page.date(one.at()), one.to(), one.by())
            : page.t("upkeep.handover", page.date(one.at()), one.from(), one.to(), one.by());
    return one.note().isEmpty() ? told : page.t("upkeep.handover.note", told, one.note());
  }

  private static Fetched fetched(Page page, Schedule schedule, Kept kept) {
    Schedule.Outcome outcome = schedule.outcome();
    DepositLine begun = kept.underWay();
    boolean leads =
        begun != null
            && (outcome == Schedule.Outcome.ARRIVED || outcome == Schedule.Outcome.UNDER_WAY);
    return new Fetched(
        schedule.address(),
        page.t("deposit.frequency." + schedule.rhythm().name()),
        page.t("upkeep.schedule.accepted", schedule.acceptedName(), schedule.acceptedAt()),
        schedule.stopped() ? "" : page.t("upkeep.schedule.next", page.date(schedule.nextAt())),
        page.t(
            "upkeep.schedule.outcome." + outcome,
            schedule.outcomeAt() == null ? "" : page.date(schedule.outcomeAt())),
        schedule.stopped(),
        leads && begun != null ? begun.href() : null);
  }

  private static Map<String, String> silences(Page page, LocalDate today) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (int months : SILENCES) {
      LocalDate day = today.plusMonths(months);
      choices.put(day.toString(), page.n("upkeep.quiet.months", months, page.date(day)));
    }
    return choices;
  }

  private static Map<String, String> rhythms(Page page) {
    Map<String, String> rhythms = new LinkedHashMap<>();
    Schedules.RHYTHMS.forEach(
        one -> rhythms.put(one.key(), page.t("deposit.frequency." + one.name())));
    return rhythms;
  }

  private static String reminded(Page page, Kept kept) {
    String names =
        kept.reminded().stream()
            .map(Person::name)
            .collect(Collectors.joining(page.t("upkeep.and")));
    if (kept.reminded().isEmpty()) {
      return page.t("upkeep.reminded.nobody");
    }
    return kept.due() == null ? page.t("upkeep.reminded.never") : page.t("upkeep.reminded", names);
  }

  private static String keeper(Page page, Kept kept) {
    Person keeper = kept.keeper();
    return keeper == null ? page.t("upkeep.keeper.nobody") : keeper.name();
  }

  private static String due(Page page, Kept kept) {
    LocalDate due = kept.due();
    return due == null ? page.t("upkeep.due.none") : page.date(due);
  }

  private static @Nullable String dropHref(Person who, Kept kept) {
    DepositLine begun = kept.underWay();
    if (begun != null) {
      return begun.href();
    }
    return kept.dataset().publisherId().equals(who.organizationId())
        ? UpkeepMails.drop(kept.dataset().id())
        : null;
  }

  private static String dropText(Page page, Kept kept) {
    return page.t(kept.underWay() == null ? "upkeep.drop" : "upkeep.go-on");
  }

  private static String mark(Kept.State state) {
    return switch (state) {
      case LATE, DUE -> "warning";
      case SOON, UNDER_WAY, NO_RHYTHM -> "advice";
      case UP_TO_DATE -> "done";
    };
  }

  private static String name(Map<UUID, Publisher> authorities, Dataset dataset) {
    Publisher publisher = authorities.get(dataset.publisherId());
    return publisher == null ? "" : publisher.name();
  }
}
