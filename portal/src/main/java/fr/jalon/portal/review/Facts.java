package fr.jalon.portal.review;

import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.agreement.Position;
import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.Chronicle;
import fr.jalon.portal.catalog.Chronicles;
import fr.jalon.portal.catalog.Conformity;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.checklist.ChecklistPaths;
import fr.jalon.portal.checklist.Checklists;
import fr.jalon.portal.checklist.Share;
import fr.jalon.portal.deposit.DepositProgress;
import fr.jalon.portal.deposit.Making;
import fr.jalon.portal.deposit.Makings;
import fr.jalon.portal.deposit.Milestone;
import fr.jalon.portal.deposit.Milestones;
import fr.jalon.portal.diagnosis.Diagnoses;
import fr.jalon.portal.diagnosis.Snapshot;
import fr.jalon.portal.help.Category;
import fr.jalon.portal.help.HelpPaths;
import fr.jalon.portal.help.HelpRequest;
import fr.jalon.portal.help.HelpRequests;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Followed;
import fr.jalon.portal.programme.Phase;
import fr.jalon.portal.programme.ProgrammePaths;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.SeasonPlan;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.programme.Session;
import fr.jalon.portal.programme.Stage;
import fr.jalon.portal.programme.Tally;
import fr.jalon.portal.questionnaire.Filling.Occasion;
import fr.jalon.portal.review.Content.Asked;
import fr.jalon.portal.review.Content.Criterion;
import fr.jalon.portal.review.Content.Held;
import fr.jalon.portal.review.Content.OfAuthority;
import fr.jalon.portal.review.Content.Opened;
import fr.jalon.portal.review.Content.Published;
import fr.jalon.portal.review.Content.UnderWay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the facts of a report where they live. Whoever calls checks who may see the beneficiary. A
 * season of twenty-five costs as many statements as a season of one.
 */
@Service
class Facts {
  /** What a dataset has to go past to be seen by all, in order. */
  private static final List<Milestone> NEEDED =
      List.of(
          Milestone.MODEL_SETTLED,
          Milestone.PEOPLE_DECIDED,
          Milestone.WITHOUT_ERROR,
          Milestone.LICENSED,
          Milestone.IN_SANDBOX,
          Milestone.AGREED_BY_AUTHORITY,
          Milestone.PUBLISHED);

  private final Seasons seasons;
  private final Beneficiaries beneficiaries;
  private final Chronicles chronicles;
  private final Makings makings;
  private final Milestones milestones;
  private final Checklists checklists;
  private final Diagnoses diagnoses;
  private final HelpRequests requests;
  private final Surveys surveys;
  private final Accounts accounts;
  private final Organizations organizations;

  Facts(
      Seasons seasons,
      Beneficiaries beneficiaries,
      Chronicles chronicles,
      Makings makings,
      Milestones milestones,
      Checklists checklists,
      Diagnoses diagnoses,
      HelpRequests requests,
      Surveys surveys,
      Accounts accounts,
      Organizations organizations) {
    this.seasons = seasons;
    this.beneficiaries = beneficiaries;
    this.chronicles = chronicles;
    this.makings = makings;
    this.milestones = milestones;
    this.checklists = checklists;
    this.diagnoses = diagnoses;
    this.requests = requests;
    this.surveys = surveys;
    this.accounts = accounts;
    this.organizations = organizations;
  }

  /** What is known of the data of these authorities. */
  @Transactional(readOnly = true)
  public Known known(Collection<Followed> all) {
    List<UUID> ids = all.stream().map(one -> one.beneficiary().organizationId()).toList();
    List<Chronicle> told = chronicles.listOf(ids);
    Map<UUID, Making> made =
        makings.listOf(
            told.stream().flatMap(one -> one.versions().stream()).map(Version::id).toList());
    Set<UUID> hands = new HashSet<>();
    made.values().forEach(one -> hands.addAll(one.people()));
    return new Known(
        told.stream().collect(Collectors.groupingBy(Chronicle::publisherId)),
        made,
        accounts.listEver(hands).stream()
            .collect(Collectors.toMap(Person::id, Function.identity())),
        requests.listOfAll(ids).stream()
            .collect(Collectors.groupingBy(HelpRequest::organizationId)));
  }

  /** The facts of a phase of a beneficiary. */
  @Transactional(readOnly = true)
  public Content ofPhase(Followed one, Phase phase) {
    Known known = known(List.of(one));
    UUID organization = one.beneficiary().organizationId();
    LocalDate from = from(one.season().plan(), phase);
    Set<String> stages = phase.stages().stream().map(Stage::key).collect(Collectors.toSet());
    List<Tally.Line> lines =
        one.tally().lines().stream()
            .filter(line -> stages.contains(line.session().meeting().stage()))
            .toList();
    List<HelpRequest> asked =
        known.requests(organization).stream()
            .filter(request -> isAsked(request, from, phase.until()))
            .toList();
    List<Opened> opened = opened(one, known);
    List<UnderWay> underWay = underWay(one, known);
    List<Figure> figures = new ArrayList<>(ofData(one, opened, underWay.size()));
    figures.addAll(ofSessions(one, lines));
    figures.addAll(ofRequests(asked));
    figures.addAll(ofChecklist(one));
    return new Content(
        seasons.today(),
        one.beneficiary().name(),
        figures,
        opened,
        underWay,
        byCategory(asked),
        held(one, lines),
        List.of(),
        null,
        null,
        List.of(),
        List.of());
  }

  /** A request belongs to a phase when it was asked after the phase before was to be over… */
  private static LocalDate from(SeasonPlan plan, Phase phase) {
    LocalDate from = plan.call().from();
    for (Phase each : plan.track().phases()) {
      if (each.key().equals(phase.key())) {
        return from;
      }
      from = each.until().plusDays(1);
    }
    return from;
  }

  /** …and before it was itself. Both days are of it. */
  static boolean isAsked(HelpRequest request, LocalDate from, LocalDate until) {
    LocalDate day = Survival.day(request.askedAt());
    return !day.isBefore(from) && !day.isAfter(until);
  }

  /** An authority may come back: what it asked in another season is not of this one. */
  private static List<HelpRequest> asked(Followed one, Known known) {
    SeasonPlan plan = one.season().plan();
    return known.requests(one.beneficiary().organizationId()).stream()
        .filter(request -> isAsked(request, plan.call().from(), plan.end()))
        .toList();
  }

  /** The facts of a whole accompaniment. */
  @Transactional(readOnly = true)
  public Content ofWhole(Followed one) {
    Known known = known(List.of(one));
    UUID organization = one.beneficiary().organizationId();
    List<HelpRequest> asked = asked(one, known);
    List<Opened> opened = opened(one, known);
    List<UnderWay> underWay = underWay(one, known);
    Criterion criterion = criterion(one, known, opened);
    @Nullable Snapshot before = last(one, Occasion.ENTRY);
    @Nullable Snapshot after = last(one, Occasion.EXIT);
    Survey survey = surveys.find(one.beneficiary().id());
    List<Figure> figures = new ArrayList<>(ofData(one, opened, underWay.size()));
    days(one, known)
        .ifPresent(
            days -> figures.add(Figure.of(Measure.DAYS_TO_FIRST, days, publisher(organization))));
    figures.addAll(ofSessions(one, one.tally().lines()));
    figures.add(
        new Figure(
            Measure.SESSIONS_COUNTED,
            one.tally().counted(),
            one.tally().quota(),
            sessions(one.beneficiary())));
    figures.addAll(ofRequests(asked));
    figures.addAll(ofChecklist(one));
    figures.add(
        Figure.of(
            Measure.PUBLISHED_ALONE,
            criterion.alone().size(),
            ReviewPaths.beneficiary(one.beneficiary().id()) + "#suite"));
    figures.addAll(ofLevels(before, after));
    if (survey.isAnswered()) {
      mean(List.of(survey))
          .ifPresent(
              mean ->
                  figures.add(
                      Figure.of(
                          Measure.SATISFACTION,
                          mean,
                          ReviewPaths.beneficiary(one.beneficiary().id()) + "/avis")));
    }
    return new Content(
        seasons.today(),
        one.beneficiary().name(),
        figures,
        opened,
        underWay,
        byCategory(asked),
        held(one, one.tally().lines()),
        before == null && after == null ? List.of() : changes(before, after),
        survey.isAnswered()
            ? satisfaction(List.of(survey), survey.reply(SurveyQuestion.WORDS))
            : null,
        criterion,
        List.of(),
        money(one.position(), ProgrammePaths.agreement(one.agreement().id())));
  }

  /** The facts of a season. */
  @Transactional(readOnly = true)
  public Content ofSeason(Season season) {
    List<Followed> all = signed(season);
    Known known = known(all);
    Map<UUID, Snapshot> before = lasts(season, Occasion.ENTRY);
    Map<UUID, Snapshot> after = lasts(season, Occasion.EXIT);
    Map<UUID, Share> shares = checklists.shares(all);
    List<Opened> opened = all.stream().flatMap(one -> opened(one, known).stream()).toList();
    List<OfAuthority> authorities =
        all.stream()
            .map(
                one ->
                    ofAuthority(
                        one,
                        known,
                        shares.getOrDefault(one.beneficiary().id(), Share.NONE),
                        before.get(one.beneficiary().id()),
                        after.get(one.beneficiary().id())))
            .toList();
    List<HelpRequest> asked = all.stream().flatMap(one -> asked(one, known).stream()).toList();
    List<Survey> answered =
        surveys.listOf(all.stream().map(one -> one.beneficiary().id()).toList()).stream()
            .filter(Survey::isAnswered)
            .toList();
    return new Content(
        seasons.today(),
        season.name(),
        figures(season, all, known, authorities, opened, asked, answered, before, after),
        opened,
        List.of(),
        byCategory(asked),
        List.of(),
        means(all, before, after),
        answered.isEmpty() ? null : satisfaction(answered, ""),
        null,
        authorities,
        moneyOf(all));
  }

  /** What everybody may know of a season: each authority leads to its public page. */
  @Transactional(readOnly = true)
  public Content ofAll(Season season) {
    List<Followed> all = signed(season);
    Known known = known(all);
    List<OfAuthority> authorities =
        told(all, known).stream()
            .map(one -> one.said().at(CatalogPaths.authority(one.authority().slug())))
            .toList();
    List<Opened> opened = all.stream().flatMap(one -> opened(one, known).stream()).toList();
    return new Content(
        seasons.today(),
        season.name(),
        figures(season, all, known, authorities, opened, List.of(), List.of(), Map.of(), Map.of()),
        opened,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        authorities,
        List.of());
  }

  /** A beneficiary with what everybody may know of it. */
  record Told(Followed followed, LocalAuthority authority, OfAuthority said) {}

  /**
   * What everybody may know of the authorities of a season, by name. Neither money, surveys,
   * diagnoses nor checklists are looked at.
   */
  @Transactional(readOnly = true)
  public List<Told> told(Season season) {
    List<Followed> all = signed(season);
    return told(all, known(all));
  }

  private List<Told> told(List<Followed> all, Known known) {
    Map<UUID, LocalAuthority> byId =
        organizations
            .findAll(all.stream().map(one -> one.beneficiary().organizationId()).toList())
            .stream()
            .collect(Collectors.toMap(LocalAuthority::id, Function.identity()));
    return all.stream()
        .map(
            one ->
                new Told(
                    one,
                    Objects.requireNonNull(byId.get(one.beneficiary().organizationId())),
                    ofAuthority(one, known, Share.NONE, null, null)))
        .toList();
  }

  /** The beneficiaries whose agreement both signed, by name. */
  List<Followed> signed(Season season) {
    LocalDate today = seasons.today();
    return beneficiaries.follow(season).stream()
        .filter(one -> isSigned(one.position(), today))
        .toList();
  }

  private static boolean isSigned(Position position, LocalDate today) {
    LocalDate start = position.start();
    return start != null && !start.isAfter(today);
  }

  private List<Figure> figures(
      Season season,
      List<Followed> all,
      Known known,
      List<OfAuthority> authorities,
      List<Opened> opened,
      List<HelpRequest> asked,
      List<Survey> answered,
      Map<UUID, Snapshot> before,
      Map<UUID, Snapshot> after) {
    String here = ReviewPaths.ofAll(season.slug());
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.of(Measure.AUTHORITIES, all.size(), season.href() + "#beneficiaires"));
    figures.add(
        new Figure(
            Measure.AUTHORITIES_OPEN,
            authorities.stream().filter(one -> one.datasets() > 0).count(),
            all.size(),
            here));
    figures.add(
        new Figure(
            Measure.AUTHORITIES_ALONE,
            authorities.stream().filter(OfAuthority::alone).count(),
            all.size(),
            ReviewPaths.season(season.slug()) + "#bilans"));
    figures.addAll(ofData(opened, here));
    List<Long> days = all.stream().flatMap(one -> days(one, known).stream()).sorted().toList();
    if (!days.isEmpty()) {
      figures.add(Figure.of(Measure.DAYS_TO_FIRST, median(days), here));
    }
    String calendar = season.href() + "/calendrier";
    figures.add(
        Figure.of(
            Measure.SESSIONS_HELD,
            all.stream().mapToLong(one -> one.tally().held()).sum(),
            calendar));
    figures.add(
        Figure.of(
            Measure.SESSIONS_PLANNED,
            all.stream().mapToLong(one -> one.tally().planned()).sum(),
            calendar));
    figures.addAll(ofRequests(asked));
    figures.addAll(overall(season, all, before, after));
    String surveysHref = ReviewPaths.season(season.slug()) + "#avis";
    figures.add(new Figure(Measure.SURVEYS, answered.size(), all.size(), surveysHref));
    mean(answered)
        .ifPresent(mean -> figures.add(Figure.of(Measure.SATISFACTION, mean, surveysHref)));
    return figures;
  }

  /** Of those who have both. */
  private static List<Figure> overall(
      Season season, List<Followed> all, Map<UUID, Snapshot> before, Map<UUID, Snapshot> after) {
    List<UUID> both = both(all, before, after);
    List<Figure> figures = new ArrayList<>();
    String href = ReviewPaths.season(season.slug()) + "#bilans";
    hundredths(both, before)
        .ifPresent(level -> figures.add(Figure.of(Measure.LEVEL_BEFORE, level, href)));
    hundredths(both, after)
        .ifPresent(level -> figures.add(Figure.of(Measure.LEVEL_AFTER, level, href)));
    return figures;
  }

  private static List<UUID> both(
      List<Followed> all, Map<UUID, Snapshot> before, Map<UUID, Snapshot> after) {
    return all.stream()
        .map(one -> one.beneficiary().id())
        .filter(id -> before.containsKey(id) && after.containsKey(id))
        .toList();
  }

  private static Optional<Long> hundredths(List<UUID> ids, Map<UUID, Snapshot> snapshots) {
    List<Long> levels =
        ids.stream()
            .flatMap(id -> Stream.ofNullable(snapshots.get(id)))
            .flatMap(one -> Stream.ofNullable(overall(one)))
            .toList();
    return levels.isEmpty()
        ? Optional.empty()
        : Optional.of(Math.round(levels.stream().mapToLong(Long::longValue).average().orElse(0)));
  }

  static long median(List<Long> sorted) {
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : Math.round((sorted.get(half - 1) + sorted.get(half)) / 2.0);
  }

  private OfAuthority ofAuthority(
      Followed one, Known known, Share share, @Nullable Snapshot before, @Nullable Snapshot after) {
    List<Opened> opened = opened(one, known);
    return new OfAuthority(
        one.beneficiary().name(),
        one.beneficiary().href(),
        opened.size(),
        (int) opened.stream().filter(Opened::isGood).count(),
        opened.stream().mapToLong(Opened::rows).sum(),
        first(one, known).map(Survival::day).orElse(null),
        one.tally().held(),
        one.tally().counted(),
        one.tally().quota(),
        share.done(),
        share.of(),
        before == null ? null : overall(before),
        after == null ? null : overall(after),
        criterion(one, known, opened).isMet());
  }

  private static @Nullable Long overall(Snapshot snapshot) {
    Double mean = snapshot.findings().profile().overall();
    return mean == null ? null : Math.round(mean * 100);
  }

  private @Nullable Snapshot last(Followed one, Occasion occasion) {
    return lasts(one.season(), occasion).get(one.beneficiary().id());
  }

  private Map<UUID, Snapshot> lasts(Season season, Occasion occasion) {
    return diagnoses.listLast(season.id(), occasion).stream()
        .collect(Collectors.toMap(Snapshot::beneficiaryId, Function.identity()));
  }

  /** What all see of an authority, the first opened first. */
  List<Opened> opened(Followed one, Known known) {
    Instant now = seasons.now();
    String authority = one.beneficiary().name();
    return known.chronicles(one.beneficiary().organizationId()).stream()
        .flatMap(
            each -> each.on(now).map(version -> opened(authority, each, version, now)).stream())
        .sorted(Comparator.comparing(Opened::since).thenComparing(Opened::title))
        .toList();
  }

  private static Opened opened(String authority, Chronicle one, Version version, Instant now) {
    Conformity conformity = version.conformity();
    return new Opened(
        authority,
        version.description().title(),
        CatalogPaths.dataset(one.slug()),
        conformity == null ? "" : conformity.title() + " " + conformity.version(),
        version.rows(),
        Quality.points(version, now),
        Quality.problems(version),
        Survival.day(one.firstSeen().orElse(version.createdAt())));
  }

  private List<UnderWay> underWay(Followed one, Known known) {
    Set<UUID> seen =
        known.chronicles(one.beneficiary().organizationId()).stream()
            .map(Chronicle::datasetId)
            .collect(Collectors.toSet());
    return milestones.listOf(one.beneficiary().organizationId()).stream()
        .filter(deposit -> deposit.since(Milestone.PUBLISHED) == null)
        .filter(deposit -> deposit.datasetId() == null || !seen.contains(deposit.datasetId()))
        .map(Facts::underWay)
        .sorted(Comparator.comparing(UnderWay::since).thenComparing(UnderWay::title))
        .toList();
  }

  private static UnderWay underWay(DepositProgress deposit) {
    return new UnderWay(
        deposit.title(),
        deposit.href(),
        NEEDED.stream()
            .filter(milestone -> deposit.since(milestone) == null)
            .findFirst()
            .orElse(Milestone.PUBLISHED),
        Survival.day(
            deposit.past().values().stream().max(Instant::compareTo).orElse(Instant.EPOCH)));
  }

  private List<Figure> ofData(Followed one, List<Opened> opened, int underWay) {
    List<Figure> figures =
        new ArrayList<>(ofData(opened, publisher(one.beneficiary().organizationId())));
    figures.add(
        Figure.of(
            Measure.UNDER_WAY,
            underWay,
            ChecklistPaths.checklist(one.beneficiary().id()) + "#jeux"));
    return figures;
  }

  private static List<Figure> ofData(List<Opened> opened, String href) {
    return List.of(
        Figure.of(Measure.DATASETS, opened.size(), href),
        new Figure(
            Measure.DATASETS_GOOD,
            opened.stream().filter(Opened::isGood).count(),
            opened.size(),
            href),
        Figure.of(Measure.ROWS, opened.stream().mapToLong(Opened::rows).sum(), href));
  }

  private String publisher(UUID organizationId) {
    LocalAuthority authority = organizations.get(organizationId);
    return CatalogPaths.authority(authority.slug());
  }

  private static String sessions(Beneficiary one) {
    return one.href() + "#sessions";
  }

  private static List<Figure> ofSessions(Followed one, List<Tally.Line> lines) {
    String href = sessions(one.beneficiary());
    return List.of(
        Figure.of(Measure.SESSIONS_HELD, count(lines, Session.State.HELD), href),
        Figure.of(Measure.SESSIONS_PLANNED, count(lines, Session.State.PLANNED), href));
  }

  private static long count(List<Tally.Line> lines, Session.State state) {
    return lines.stream().filter(line -> line.session().state() == state).count();
  }

  private static List<Held> held(Followed one, List<Tally.Line> lines) {
    return lines.stream()
        .filter(line -> line.session().state() != Session.State.CANCELLED)
        .map(
            line ->
                new Held(
                    line.session().day(),
                    one.season()
                        .plan()
                        .track()
                        .findStage(line.session().meeting().stage())
                        .map(Stage::title)
                        .orElse(line.session().meeting().stage()),
                    line.session().state(),
                    line.isCounted()))
        .toList();
  }

  private static List<Figure> ofRequests(List<HelpRequest> asked) {
    Figure all = Figure.of(Measure.REQUESTS, asked.size(), HelpPaths.HELP);
    return asked.isEmpty()
        ? List.of(all)
        : List.of(
            all, new Figure(Measure.REQUESTS_SOLVED, solved(asked), asked.size(), HelpPaths.HELP));
  }

  private static long solved(List<HelpRequest> asked) {
    return asked.stream().filter(one -> one.state() == HelpRequest.State.SOLVED).count();
  }

  private static List<Asked> byCategory(List<HelpRequest> asked) {
    return Stream.of(Category.values())
        .map(
            about -> {
              List<HelpRequest> some =
                  asked.stream().filter(one -> one.category() == about).toList();
              return new Asked(about, some.size(), (int) solved(some));
            })
        .filter(one -> one.asked() > 0)
        .toList();
  }

  private List<Figure> ofChecklist(Followed one) {
    Share share = checklists.of(one).share();
    String href = ChecklistPaths.checklist(one.beneficiary().id());
    return List.of(
        new Figure(Measure.CHECKLIST, share.done(), share.of(), href),
        new Figure(Measure.CHECKLIST_BY_ITSELF, share.byItself(), share.done(), href));
  }

  private static List<Figure> ofLevels(@Nullable Snapshot before, @Nullable Snapshot after) {
    List<Figure> figures = new ArrayList<>();
    level(Measure.LEVEL_BEFORE, before).ifPresent(figures::add);
    level(Measure.LEVEL_AFTER, after).ifPresent(figures::add);
    return figures;
  }

  private static Optional<Figure> level(Measure measure, @Nullable Snapshot snapshot) {
    Long level = snapshot == null ? null : overall(snapshot);
    return snapshot == null || level == null
        ? Optional.empty()
        : Optional.of(Figure.of(measure, level, snapshot.href()));
  }

  /** By the dimensions of the last of the two. */
  private static List<Content.Change> changes(@Nullable Snapshot before, @Nullable Snapshot after) {
    Map<String, Double> former = levels(before);
    Map<String, Double> latter = levels(after);
    return Stream.ofNullable(after == null ? before : after)
        .flatMap(one -> one.findings().profile().levels().stream())
        .map(
            level ->
                new Content.Change(
                    level.title(), former.get(level.dimension()), latter.get(level.dimension())))
        .toList();
  }

  private static Map<String, Double> levels(@Nullable Snapshot snapshot) {
    Map<String, Double> levels = new HashMap<>();
    if (snapshot != null) {
      snapshot
          .findings()
          .profile()
          .levels()
          .forEach(
              level -> {
                Double value = level.value();
                if (value != null) {
                  levels.put(level.dimension(), value);
                }
              });
    }
    return levels;
  }

  /** Means of those who have both, by dimension. */
  private static List<Content.Change> means(
      List<Followed> all, Map<UUID, Snapshot> before, Map<UUID, Snapshot> after) {
    Map<String, List<Content.Change>> byDimension = new java.util.LinkedHashMap<>();
    for (UUID id : both(all, before, after)) {
      changes(before.get(id), after.get(id)).stream()
          .filter(one -> one.before() != null && one.after() != null)
          .forEach(
              one ->
                  byDimension.computeIfAbsent(one.dimension(), none -> new ArrayList<>()).add(one));
    }
    return byDimension.entrySet().stream()
        .map(
            entry ->
                new Content.Change(
                    entry.getKey(),
                    mean(entry.getValue(), Content.Change::before),
                    mean(entry.getValue(), Content.Change::after)))
        .toList();
  }

  private static Double mean(
      List<Content.Change> some, Function<Content.Change, @Nullable Double> of) {
    return some.stream()
        .flatMap(one -> Stream.ofNullable(of.apply(one)))
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }

  private static Content.Satisfaction satisfaction(List<Survey> answered, String words) {
    return new Content.Satisfaction(
        SurveyQuestion.marked().stream()
            .map(
                question -> {
                  double[] marks =
                      answered.stream()
                          .flatMapToDouble(one -> one.mark(question).stream())
                          .toArray();
                  double mean = java.util.Arrays.stream(marks).average().orElse(0);
                  return new Content.Mark(question, Math.round(mean * 100), marks.length);
                })
            .toList(),
        answered.size(),
        words);
  }

  /** Of all marks given. */
  private static Optional<Long> mean(List<Survey> answered) {
    double[] marks =
        answered.stream()
            .flatMapToDouble(
                one ->
                    SurveyQuestion.marked().stream()
                        .flatMapToDouble(question -> one.mark(question).stream()))
            .toArray();
    return marks.length == 0
        ? Optional.empty()
        : Optional.of(Math.round(java.util.Arrays.stream(marks).average().orElse(0) * 100));
  }

  Criterion criterion(Followed one, Known known, List<Opened> opened) {
    UUID organization = one.beneficiary().organizationId();
    LocalDate last =
        one.tally().lines().stream()
            .map(Tally.Line::session)
            .filter(session -> session.state() == Session.State.HELD)
            .map(Session::day)
            .max(LocalDate::compareTo)
            .orElse(null);
    List<Published> alone =
        last == null
            ? List.of()
            : known
                .alone(organization, Survival.endOf(last), seasons.now())
                .map(version -> published(known.chronicles(organization), version))
                .toList();
    return new Criterion((int) opened.stream().filter(Opened::isGood).count(), last, alone);
  }

  private static Published published(List<Chronicle> chronicles, Version version) {
    Instant at = version.publishedAt();
    return new Published(
        version.description().title(),
        CatalogPaths.dataset(Survival.of(chronicles, version).slug()),
        version.number(),
        Survival.day(at == null ? version.createdAt() : at));
  }

  private static Optional<Instant> first(Followed one, Known known) {
    return known.chronicles(one.beneficiary().organizationId()).stream()
        .flatMap(each -> each.firstSeen().stream())
        .min(Instant::compareTo);
  }

  /** Days from the agreement to the first dataset all saw; none for one that was there before. */
  private static Optional<Long> days(Followed one, Known known) {
    LocalDate start = one.position().start();
    return start == null
        ? Optional.empty()
        : first(one, known).flatMap(at -> days(start, Survival.day(at)));
  }

  static Optional<Long> days(LocalDate start, LocalDate first) {
    return first.isBefore(start)
        ? Optional.empty()
        : Optional.of(ChronoUnit.DAYS.between(start, first));
  }

  private static List<Figure> money(Position position, String href) {
    return List.of(
        Figure.of(Measure.DUE, position.due().cents(), href),
        Figure.of(Measure.PAID, position.paid().cents(), href),
        Figure.of(Measure.REMAINING, position.remaining().cents(), href));
  }

  private static List<Figure> moneyOf(List<Followed> all) {
    String href = "/conventions";
    return List.of(
        Figure.of(
            Measure.DUE, all.stream().mapToLong(one -> one.position().due().cents()).sum(), href),
        Figure.of(
            Measure.PAID, all.stream().mapToLong(one -> one.position().paid().cents()).sum(), href),
        Figure.of(
            Measure.REMAINING,
            all.stream().mapToLong(one -> one.position().remaining().cents()).sum(),
            href));
  }
}
