package fr.jalon.portal.home.signal;

import fr.jalon.portal.account.Role;
import fr.jalon.portal.agreement.Act;
import fr.jalon.portal.agreement.Agreement;
import fr.jalon.portal.agreement.AgreementText;
import fr.jalon.portal.agreement.Euros;
import fr.jalon.portal.agreement.Fact;
import fr.jalon.portal.agreement.FundingLine;
import fr.jalon.portal.agreement.FundingPlan;
import fr.jalon.portal.agreement.Party;
import fr.jalon.portal.agreement.Reckoning;
import fr.jalon.portal.agreement.Window;
import fr.jalon.portal.catalog.Conformity;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Description;
import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.Tombstone;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.catalog.Withdrawal;
import fr.jalon.portal.checklist.Line;
import fr.jalon.portal.deposit.Repeated;
import fr.jalon.portal.deposit.UnderWay;
import fr.jalon.portal.diagnosis.Unreleased;
import fr.jalon.portal.help.Waiting;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Candidacy;
import fr.jalon.portal.programme.Cohort;
import fr.jalon.portal.programme.Followed;
import fr.jalon.portal.programme.Meeting;
import fr.jalon.portal.programme.Phase;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.SeasonPlan;
import fr.jalon.portal.programme.Session;
import fr.jalon.portal.programme.Stage;
import fr.jalon.portal.programme.StageKind;
import fr.jalon.portal.programme.Tally;
import fr.jalon.portal.programme.Track;
import fr.jalon.portal.questionnaire.Filling;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.workshop.SignUps;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An authority on a day, of whom nothing is to be told until a test says otherwise: signed,
 * designated, with a session to come and nothing late.
 */
final class SampleAuthority {
  static final LocalDate FIRST_DAY = day("2022-01-01");
  static final LocalDate SIGNED = day("2022-03-15");
  static final LocalDate ACCOMPANIED_UNTIL = day("2023-06-30");
  static final LocalDate END = day("2023-12-31");
  static final Window NOTICE = new Window(day("2023-02-01"), day("2023-03-31"));
  private static final Euros CONTRIBUTION = Euros.of(1_000);

  private static final Season SEASON =
      new Season(
          UUID.randomUUID(),
          "saison",
          0,
          new SeasonPlan(
              "Saison",
              new Window(day("2021-09-01"), day("2021-11-30")),
              FIRST_DAY,
              ACCOMPANIED_UNTIL,
              END,
              12,
              new Cohort(20, 25),
              new FundingPlan(CONTRIBUTION, List.of(new FundingLine("elle", CONTRIBUTION, true))),
              NOTICE,
              new AgreementText("Convention", "le GIP", "la direction", "Olivet", List.of()),
              new Track(
                  List.of(
                      new Phase(
                          "one",
                          "Une",
                          ACCOMPANIED_UNTIL,
                          List.of(
                              new Stage(
                                  "launch",
                                  "Réunion de lancement",
                                  "Lancement",
                                  StageKind.MEETING)))))));

  final UUID id = UUID.randomUUID();
  final UUID organization = UUID.randomUUID();
  final UUID agent = UUID.randomUUID();
  final LocalDate today;
  final List<Dataset> datasets = new ArrayList<>();
  final List<UnderWay> deposits = new ArrayList<>();
  final List<Repeated> repeated = new ArrayList<>();
  final List<Waiting> asking = new ArrayList<>();
  final List<Filling> questionnaires = new ArrayList<>();
  final List<Unreleased> talks = new ArrayList<>();
  final List<Line> checklist = new ArrayList<>();
  final List<Act> acts = new ArrayList<>();
  final List<Tally.Line> sessions = new ArrayList<>();
  final List<Candidacy> candidacies = new ArrayList<>();
  final List<SignUps> workshops = new ArrayList<>();
  final Map<Threshold, Integer> limits = new EnumMap<>(Threshold.class);
  final Set<UUID> people = new HashSet<>(Set.of(agent));
  private LocalDate accepted = day("2021-12-10");
  private boolean designated = true;
  private Beneficiary.Dossier dossier =
      new Beneficiary.Dossier(
          "1 place", "le maire", java.math.BigDecimal.TEN, "D-1", SIGNED, "1", "", "", true);
  private @Nullable Instant lastUse;

  SampleAuthority(LocalDate today) {
    this.today = today;
    this.lastUse = at(today);
    // a season half-way: its questionnaire is in
    questionnaires.add(
        new Filling(
            UUID.randomUUID(), id, Filling.Occasion.ENTRY, 1, at(SIGNED), at(SIGNED), "Camille"));
    planned(today.plusDays(20));
  }

  /** Of whom nothing is to be told that day. */
  static SampleAuthority on(String today) {
    SampleAuthority quiet = new SampleAuthority(day(today));
    quiet.signed(SIGNED);
    return quiet;
  }

  /** Not signed yet. */
  static SampleAuthority unsigned(String today, String drafted) {
    SampleAuthority one = new SampleAuthority(day(today));
    one.acts.add(new Act.Drafted(day(drafted), SEASON.plan().terms("la commune", "le maire", "")));
    return one;
  }

  private void signed(LocalDate on) {
    acts.add(new Act.Drafted(on.minusDays(20), SEASON.plan().terms("la commune", "le maire", "")));
    acts.add(new Act.Signed(on, Party.BENEFICIARY, "le maire"));
    acts.add(new Act.Signed(on, Party.ORGANIZER, "la direction"));
    if (!today.isBefore(NOTICE.from())) {
      noticed(NOTICE.from());
      acts.add(new Act.Paid(NOTICE.from(), CONTRIBUTION, "V"));
    }
  }

  SampleAuthority noticed(LocalDate on) {
    acts.add(new Act.Noticed(on, UUID.randomUUID(), "T", CONTRIBUTION, "elle"));
    return this;
  }

  /** Neither noticed nor paid. */
  SampleAuthority unbilled() {
    acts.removeIf(act -> act instanceof Act.Noticed || act instanceof Act.Paid);
    return this;
  }

  SampleAuthority accepted(String on) {
    accepted = day(on);
    return this;
  }

  SampleAuthority undesignated() {
    designated = false;
    return this;
  }

  SampleAuthority dossier(Beneficiary.Dossier other) {
    dossier = other;
    return this;
  }

  SampleAuthority used(@Nullable LocalDate on) {
    lastUse = on == null ? null : at(on);
    return this;
  }

  SampleAuthority planned(LocalDate on) {
    sessions.add(line(on, null, "", Tally.Why.NOT_HELD));
    return this;
  }

  SampleAuthority held(LocalDate on, String minutes) {
    sessions.add(line(on, true, minutes, Tally.Why.COUNTED));
    return this;
  }

  SampleAuthority undecided(LocalDate on) {
    sessions.add(line(on, true, "Vu.", Tally.Why.TO_DECIDE));
    return this;
  }

  private Tally.Line line(LocalDate on, @Nullable Boolean came, String note, Tally.Why why) {
    Meeting meeting =
        new Meeting(
            UUID.randomUUID(),
            SEASON.id(),
            "launch",
            at(on),
            120,
            "Olivet",
            "",
            note,
            null,
            false,
            0);
    return new Tally.Line(new Session(UUID.randomUUID(), id, meeting, came, null), why, null);
  }

  /** A dataset online. */
  Dataset published(LocalDate on, int number, UpdateFrequency frequency, UUID by) {
    Version version = version(on, number, frequency, by);
    LocalDate begun = number == 1 ? on : on.minusYears(1);
    Dataset set =
        new Dataset(
            version.datasetId(), "jeu", organization, version, null, null, at(begun), at(on));
    datasets.add(set);
    return set;
  }

  SampleAuthority withdrawn(LocalDate published, LocalDate on) {
    Version version = version(published, 1, UpdateFrequency.NEVER, agent);
    datasets.add(
        new Dataset(
            version.datasetId(),
            "jeu",
            organization,
            null,
            null,
            new Tombstone(version, new Withdrawal(at(on), agent, Role.FOCAL_POINT, "erreur"), true),
            at(published),
            at(on)));
    return this;
  }

  @Nullable Conformity conformity;

  private Version version(LocalDate on, int number, UpdateFrequency frequency, UUID by) {
    return new Version(
        UUID.randomUUID(),
        UUID.randomUUID(),
        number,
        new Description(
            "Subventions",
            "Ce que la commune verse.",
            List.of(),
            null,
            null,
            License.LICENCE_OUVERTE,
            null,
            frequency,
            null,
            null),
        List.of(),
        List.of(),
        3,
        conformity,
        List.of(),
        List.of(),
        at(on),
        by,
        at(on),
        null,
        null,
        null);
  }

  AuthorityFacts facts() {
    List<Fact> facts = new ArrayList<>();
    for (Act act : acts) {
      facts.add(new Fact(UUID.randomUUID(), at(act.on()), agent, "Noa", act, null));
    }
    Agreement agreement =
        new Agreement(UUID.randomUUID(), organization, SEASON.id(), SEASON.plan().text(), 0, facts);
    Reckoning reckoning = agreement.reckon();
    Beneficiary beneficiary =
        new Beneficiary(
            id,
            SEASON.id(),
            organization,
            "Gien",
            agreement.id(),
            at(accepted),
            dossier,
            designated
                ? List.of(new Beneficiary.Designation(agent, "Camille", accepted, "Noa"))
                : List.of(),
            null,
            0);
    int counted = (int) sessions.stream().filter(Tally.Line::isCounted).count();
    return new AuthorityFacts(
        new Followed(
            SEASON,
            beneficiary,
            agreement,
            reckoning,
            reckoning.on(today),
            new Tally(12, sessions.size() - counted, counted, counted, sessions)),
        at(today),
        today,
        new Limits(limits),
        datasets,
        deposits,
        repeated,
        asking,
        questionnaires,
        talks,
        checklist,
        people,
        lastUse);
  }

  /** A season of these authorities, on the day of the first. */
  static SeasonFacts season(SampleAuthority... all) {
    SampleAuthority first = all[0];
    return new SeasonFacts(
        SEASON,
        at(first.today),
        first.today,
        new Limits(first.limits),
        first.candidacies,
        first.workshops,
        List.of(all).stream().map(SampleAuthority::facts).toList());
  }

  /** Keys of what is told of it. */
  List<String> told() {
    return found().stream().map(one -> one.kind().key()).toList();
  }

  List<Found> found() {
    SeasonFacts season = season(this);
    return SignalKinds.ALL.stream().flatMap(kind -> kind.look(season)).toList();
  }

  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  /** Ten o'clock in Paris. */
  static Instant at(LocalDate day) {
    return day.atTime(10, 0).atZone(Messages.PARIS).toInstant();
  }
}
