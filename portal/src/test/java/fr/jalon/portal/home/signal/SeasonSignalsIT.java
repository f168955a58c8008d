package fr.jalon.portal.home.signal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.TestClock;
import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.agreement.Act;
import fr.jalon.portal.agreement.Euros;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.SampleDatasets;
import fr.jalon.portal.catalog.Withdrawals;
import fr.jalon.portal.checklist.AuthorityItem;
import fr.jalon.portal.checklist.Checklists;
import fr.jalon.portal.checklist.ItemState;
import fr.jalon.portal.checklist.Said;
import fr.jalon.portal.diagnosis.Interview;
import fr.jalon.portal.diagnosis.Interviews;
import fr.jalon.portal.help.Asked;
import fr.jalon.portal.help.Category;
import fr.jalon.portal.help.HelpRequests;
import fr.jalon.portal.help.Urgency;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.programme.Appointment;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Beneficiary.Dossier;
import fr.jalon.portal.programme.Candidacies;
import fr.jalon.portal.programme.Candidacy;
import fr.jalon.portal.programme.Meeting;
import fr.jalon.portal.programme.SampleSeason;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.programme.Sessions;
import fr.jalon.portal.questionnaire.Filling;
import fr.jalon.portal.questionnaire.Filling.Occasion;
import fr.jalon.portal.questionnaire.Fillings;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Three years of a season, through the real services, day after day: one authority is on time
 * everywhere, the others each have their stories. Each signal is told once, on its day; nobody
 * takes the mails, so that they stay.
 */
@Import(TestClock.Wired.class)
@TestPropertySource(
    properties = {"jalon.mail.host=127.0.0.1", "jalon.mail.port=1", "jalon.mail.security=none"})
class SeasonSignalsIT extends CatalogIT {
  private static final Person NOA = SampleSeason.ADMINISTRATOR;
  private static final LocalDate CALL = day("2021-09-15");
  private static final LocalDate LAST = day("2024-07-31");
  private static final LocalTime NINE = LocalTime.of(9, 0);

  /** Between two looks when nothing happens: what is told of nobody is seen too. */
  private static final int STRIDE = 28;

  private static final String QUIET = "quiet";
  private static final String UNSIGNED = "unsigned";
  private static final String SESSIONS = "sessions";
  private static final String LIVELY = "lively";
  private static final List<String> STORIES = List.of(QUIET, UNSIGNED, SESSIONS, LIVELY);

  /** Who, what, on which day first. Nothing of the one that is on time. */
  private static final String EXPECTED =
      """
      2021-09-20 season candidacies-waiting
      2021-09-30 unsigned agreement-unsigned
      2021-09-30 unsigned focal-point-missing
      2021-10-15 unsigned piece-missing
      2022-01-16 sessions nothing-planned
      2022-02-04 sessions session-to-note
      2022-02-08 sessions minutes-missing
      2022-05-01 lively nobody-signs-in
      2022-05-10 lively help-blocked
      2022-05-12 lively help-late
      2022-06-01 lively first-dataset
      2022-06-11 lively item-late
      2022-06-20 lively dataset-withdrawn
      2022-07-08 lively summary-missing
      2022-12-27 sessions nothing-planned
      2023-02-14 lively notice-to-send
      2023-04-01 lively notice-late
      2023-05-10 lively notice-unpaid
      2023-05-16 lively questionnaire-unfinished
      2023-06-17 lively update-overdue
      2023-09-04 lively goes-on-alone
      2023-12-01 season end-near
      """;

  @Autowired private ApplicationContext portal;
  @Autowired private TestClock clock;
  @Autowired private Seasons seasons;
  @Autowired private Beneficiaries beneficiaries;
  @Autowired private Candidacies candidacies;
  @Autowired private Sessions sessions;
  @Autowired private Fillings fillings;
  @Autowired private Interviews interviews;
  @Autowired private Checklists checklists;
  @Autowired private HelpRequests help;
  @Autowired private Withdrawals withdrawals;
  @Autowired private Organizations organizations;
  @Autowired private Accounts accounts;
  @Autowired private Signals signals;
  @Autowired private Digests digests;
  @Autowired private JdbcClient jdbc;

  private final TreeMap<LocalDate, List<Runnable>> diary = new TreeMap<>();
  private final Map<String, Beneficiary> all = new HashMap<>();
  private final Map<String, Person> agents = new HashMap<>();
  private @Nullable SampleSeason sample;
  private @Nullable Season season;

  @Test
  void everySignalIsToldOnceOnItsDayAndNoneOfWhoIsOnTime() {
    open();
    everybody();
    unsigned();
    ownSessions();
    money();
    data();
    people();
    for (LocalDate day = CALL; !day.isAfter(LAST); day = day.plusDays(1)) {
      boolean eve = diary.containsKey(day.plusDays(1)) || EXPECTED.contains(day.plusDays(1) + " ");
      boolean looked = CALL.until(day, ChronoUnit.DAYS) % STRIDE == 0 || eve;
      if (!looked && !diary.containsKey(day) && !EXPECTED.contains(day + " ")) {
        continue;
      }
      clock.set(day);
      signIn(day);
      diary.getOrDefault(day, List.of()).forEach(Runnable::run);
      signals.look(season(), seasons.now().plusSeconds(1));
      digests.send();
    }
    assertThat(String.join("\n", told())).isEqualTo(EXPECTED.strip());
    assertThat(signals.listOpen(season(), NOA)).as("all of it is resolved in the end").isEmpty();
    weekly();
    jdbc.sql(
            """
            insert into home.signal (id, season_id, kind, object, told, href, first_seen)
            values (gen_random_uuid(), ?, 'candidacies-waiting', 'x', '{"title": "", "code": ""}', '/', now())
            """)
        .param(season().id())
        .update();
    clock.set(season().plan().end().plusDays(Signals.FOLLOWED_DAYS + 1L));
    signals.look(season(), seasons.now().plusSeconds(1));
    assertThat(signals.listOpen(season(), NOA)).as("it is followed no more").isEmpty();
  }

  /** One mail a week at most, and none when there was nothing to say. */
  private void weekly() {
    List<String> weeks =
        jdbc.sql("select week || ' ' || lines from home.digest where lines > 0 order by week")
            .query(String.class)
            .list();
    List<String> subjects =
        jdbc.sql("select subject from account.mail where text like '%résumé le lundi%'")
            .query(String.class)
            .list();
    assertThat(weeks)
        .isNotEmpty()
        .allMatch(week -> LocalDate.parse(week.substring(0, 10)).getDayOfWeek() == Digests.DAY);
    assertThat(subjects).hasSameSizeAs(weeks);
    assertThat(
            jdbc.sql("select min(text) from account.mail where text like '%résumé le lundi%'")
                .query(String.class)
                .single())
        .as("its first line says what matters")
        .startsWith("Le plus pressant");
  }

  private void open() {
    clock.set(CALL);
    sample = new SampleSeason(portal);
    season = seasons.make(NOA, "Saison", day("2022-01-01"), null);
    accounts.open("alix@example.fr", "Alix", Role.FACILITATOR, null, PASSWORD);
    List<String> sirens = sample().largest(STORIES.size() + 1);
    for (int i = 0; i < STORIES.size(); i++) {
      Beneficiary one = sample().accept(season(), sirens.get(i));
      all.put(STORIES.get(i), one);
      agents.put(
          STORIES.get(i), person(Role.AGENT, organizations.get(one.organizationId()).slug()));
    }
    at("2021-09-20", () -> sample().apply(season(), sirens.get(STORIES.size())));
    at("2021-10-01", this::refuse);
  }

  private void refuse() {
    Candidacy waiting =
        candidacies.listOf(season().id()).stream()
            .filter(one -> one.standing() == Candidacy.Standing.RECEIVED)
            .findFirst()
            .orElseThrow();
    candidacies.decide(
        NOA, waiting.id(), Candidacy.Standing.REFUSED, "complet", waiting.revision());
  }

  /** What is on time is so for all but where their story says otherwise. */
  private void everybody() {
    for (String who : STORIES) {
      if (!who.equals(UNSIGNED)) {
        at("2021-09-16", () -> complete(who));
        at("2021-09-25", () -> sample().sign(one(who), day("2021-09-25")));
        at("2022-01-05", () -> handIn(who));
      }
      if (!who.equals(LIVELY)) {
        at("2023-01-10", () -> notice(who, "2023-01-10"));
        at("2023-01-25", () -> pay(who, "2023-01-25"));
      }
    }
    at("2021-10-01", this::plan);
  }

  private void complete(String who) {
    Beneficiary now = beneficiaries.get(one(who).id());
    Dossier asked = now.dossier();
    beneficiaries.designate(NOA, now.id(), agent(who).id(), seasons.today());
    beneficiaries.tell(
        NOA,
        now.id(),
        new Dossier(
            asked.address(),
            asked.signatory(),
            asked.agents(),
            "D-1",
            CALL,
            "21450234600007",
            "",
            "",
            true),
        now.revision());
  }

  private void handIn(String who) {
    fillings.handIn(NOA, fillings.open(NOA, one(who).id(), Occasion.ENTRY).id());
  }

  private void notice(String who, String on) {
    sample()
        .record(
            one(who),
            new Act.Noticed(day(on), UUID.randomUUID(), "T", Euros.of(1_000), one(who).name()));
  }

  private void pay(String who, String on) {
    sample().record(one(who), new Act.Paid(day(on), Euros.of(1_000), "V"));
  }

  private final List<Meeting> meetings = new ArrayList<>();

  /** Twelve sessions of all but one, a month each; noted, with their minutes, on their day. */
  private void plan() {
    List<UUID> who =
        STORIES.stream().filter(one -> !one.equals(SESSIONS)).map(one -> one(one).id()).toList();
    for (int i = 0; i < 12; i++) {
      Meeting planned =
          sessions
              .plan(
                  NOA,
                  season(),
                  new Appointment(
                      "launch", day("2022-01-12").plusMonths(i), NINE, 60, "Olivet", ""),
                  who)
              .meeting();
      meetings.add(planned);
      diary
          .computeIfAbsent(planned.day(), none -> new ArrayList<>())
          .add(() -> hold(planned.id(), "Vu ensemble."));
    }
  }

  private void hold(UUID meeting, String minutes) {
    sessions.attend(
        NOA,
        meeting,
        sessions.listOfMeeting(meeting).stream().map(one -> one.beneficiaryId()).toList());
    if (!minutes.isEmpty()) {
      sessions.write(meeting, minutes, sessions.getMeeting(meeting).revision());
    }
  }

  private void unsigned() {
    at("2022-01-05", () -> sample().sign(one(UNSIGNED), day("2022-01-05")));
    at("2022-01-05", () -> complete(UNSIGNED));
    at("2022-01-06", () -> handIn(UNSIGNED));
  }

  private @Nullable UUID own;

  private void ownSessions() {
    at(
        "2022-01-20",
        () ->
            own =
                sessions
                    .plan(
                        NOA,
                        season(),
                        new Appointment("launch", day("2022-02-03"), NINE, 60, "Gien", ""),
                        List.of(one(SESSIONS).id()))
                    .meeting()
                    .id());
    at("2022-02-06", () -> hold(Objects.requireNonNull(own), ""));
    at(
        "2022-02-10",
        () ->
            sessions.write(
                Objects.requireNonNull(own),
                "Vu.",
                sessions.getMeeting(Objects.requireNonNull(own)).revision()));
    at(
        "2022-02-11",
        () ->
            meetings.stream()
                .filter(meeting -> meeting.day().isAfter(day("2022-02-12")))
                .forEach(meeting -> sessions.add(meeting.id(), List.of(one(SESSIONS).id()))));
  }

  private void money() {
    at("2023-04-10", () -> notice(LIVELY, "2023-04-10"));
    at("2023-05-15", () -> pay(LIVELY, "2023-05-15"));
  }

  private @Nullable UUID dataset;

  private void data() {
    at("2022-06-01", () -> dataset = publish(null).id());
    at("2022-06-20", () -> withdrawals.withdraw(opened(), NOA, "Une erreur", true));
    at("2022-06-22", () -> withdrawals.restore(opened(), NOA));
    at("2023-09-04", () -> publish(opened()));
  }

  /** Made by somebody of the authority. */
  private Dataset publish(@Nullable UUID renewed) {
    String slug = organizations.get(one(LIVELY).organizationId()).slug();
    Dataset set = samples().putInSandbox(SampleDatasets.subsidiesOf(slug, 3), renewed);
    UUID version = Objects.requireNonNull(set.sandbox()).id();
    Dataset made = datasets.publish(set.id(), version, agent(LIVELY).id());
    jdbc.sql("update catalog.version set created_by = ? where id = ?")
        .params(agent(LIVELY).id(), version)
        .update();
    return made;
  }

  private UUID opened() {
    return Objects.requireNonNull(dataset);
  }

  private void people() {
    UUID request = UUID.randomUUID();
    at(
        "2022-05-10",
        () ->
            help.ask(
                agent(LIVELY),
                new Asked(request, Category.OTHER, Urgency.BLOCKED, null, "", "Que faire ?"),
                List.of()));
    at("2022-04-01", () -> {});
    at("2022-05-03", () -> {});
    at("2022-05-13", () -> help.solve(request, NOA, UUID.randomUUID(), "Ceci."));
    at("2022-06-01", () -> item(ItemState.UNDER_WAY, day("2022-06-10"), 0));
    at("2022-06-13", () -> item(ItemState.DONE, null, 1));
    at("2022-07-01", this::talk);
    at("2022-07-11", this::release);
    at("2023-05-02", () -> fillings.open(NOA, one(LIVELY).id(), Occasion.EXIT));
    at(
        "2023-05-20",
        () ->
            fillings.handIn(
                NOA,
                fillings.find(one(LIVELY).id(), Occasion.EXIT).map(Filling::id).orElseThrow()));
  }

  private void item(ItemState state, @Nullable LocalDate due, int revision) {
    checklists.say(
        NOA,
        one(LIVELY),
        AuthorityItem.ELECTED,
        new Said(state, "L'adjointe", "", "", due),
        revision);
  }

  private @Nullable Interview talk;

  private void talk() {
    talk =
        interviews.begin(
            NOA, one(LIVELY).id(), Interview.Guide.ENTRY, seasons.today(), "La DGS", "oui");
    interviews.write(NOA, one(LIVELY).id(), talk.id(), Map.of("x", "Suit de près"), "Vu.", 0);
  }

  private void release() {
    UUID id = Objects.requireNonNull(talk).id();
    int revision = interviews.read(NOA, one(LIVELY).id(), id).revision();
    interviews.release(NOA, one(LIVELY).id(), id, revision);
  }

  /** All sign in each time one looks, but somebody for a month. */
  private void signIn(LocalDate day) {
    boolean silent = day.isAfter(day("2022-04-01")) && day.isBefore(day("2022-05-03"));
    jdbc.sql("update account.person set used_at = :now where id <> :silent or not :quiet")
        .param("now", java.sql.Timestamp.from(seasons.now()))
        .param("silent", agent(LIVELY).id())
        .param("quiet", silent)
        .update();
  }

  private List<String> told() {
    Map<UUID, String> names = new HashMap<>();
    all.forEach((name, one) -> names.put(one.id(), name));
    return jdbc.sql(
            """
            select (first_seen at time zone 'Europe/Paris')::date as day, beneficiary_id, kind
            from home.signal order by 1, first_seen, kind
            """)
        .query(
            (row, n) ->
                row.getString("day")
                    + " "
                    + (row.getObject("beneficiary_id") == null
                        ? "season"
                        : names.get(row.getObject("beneficiary_id", UUID.class)))
                    + " "
                    + row.getString("kind"))
        .list();
  }

  private void at(String day, Runnable what) {
    diary.computeIfAbsent(day(day), none -> new ArrayList<>()).add(what);
  }

  private Beneficiary one(String who) {
    return Objects.requireNonNull(all.get(who));
  }

  private Person agent(String who) {
    return Objects.requireNonNull(agents.get(who));
  }

  private Season season() {
    return Objects.requireNonNull(season);
  }

  private SampleSeason sample() {
    return Objects.requireNonNull(sample);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
