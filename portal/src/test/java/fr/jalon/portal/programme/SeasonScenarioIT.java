package fr.jalon.portal.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.portal.PortalIT;
import fr.jalon.portal.TestClock;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.agreement.Act;
import fr.jalon.portal.agreement.Doubt;
import fr.jalon.portal.agreement.Euros;
import fr.jalon.portal.agreement.Fact;
import fr.jalon.portal.agreement.Status;
import fr.jalon.portal.programme.Candidacy.Standing;
import fr.jalon.portal.programme.Tally.Why;
import fr.jalon.portal.web.Rejected;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A season from its call to after its term, through the services. */
@Import(TestClock.Wired.class)
class SeasonScenarioIT extends PortalIT {
  private static final Person ALIX =
      new Person(UUID.randomUUID(), "alix@example.fr", "Alix", Role.FACILITATOR, null);
  private static final String LAUNCH = "launch";

  @Autowired private ApplicationContext portal;
  @Autowired private TestClock clock;
  @Autowired private Seasons seasons;
  @Autowired private Candidacies candidacies;
  @Autowired private Beneficiaries beneficiaries;
  @Autowired private Sessions sessions;
  @Autowired private MeetingReminders reminders;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void emptied() {
    jdbc.sql(
            """
            truncate programme.season, programme.candidacy, programme.beneficiary, programme.meeting,
              programme.session, programme.membership, agreement.agreement cascade
            """)
        .update();
  }

  @Test
  void aSeasonIsPlayedFromItsCallToAfterItsTerm() {
    on("2021-09-15");
    SampleSeason sample = new SampleSeason(portal);
    Season season =
        seasons.make(SampleSeason.ADMINISTRATOR, "Saison 2", LocalDate.of(2022, 1, 1), null);
    assertThat(season.plan().accompaniedUntil()).isEqualTo("2023-06-30");
    assertThat(season.plan().end()).isEqualTo("2023-12-31");

    List<String> sirens = sample.largest(27);
    List<Beneficiary> all =
        sirens.subList(0, 25).stream().map(siren -> sample.accept(season, siren)).toList();
    Candidacy waiting = sample.apply(season, sirens.get(25));
    candidacies.decide(ALIX, waiting.id(), Standing.WAITING, "", 0);
    Candidacy refused = sample.apply(season, sirens.get(26));
    assertProblem(
        ProgrammeProblem.WORDS_MISSING,
        () -> candidacies.decide(ALIX, refused.id(), Standing.REFUSED, " ", 0));
    candidacies.decide(ALIX, refused.id(), Standing.REFUSED, "La saison est pleine.", 0);
    assertProblem(ProgrammeProblem.APPLIED_ALREADY, () -> sample.apply(season, sirens.get(0)));
    assertProblem(
        ProgrammeProblem.DECIDED_ALREADY,
        () -> candidacies.accept(ALIX, refused.id(), "a", "b", "c", 1));
    on("2021-12-02");
    assertProblem(ProgrammeProblem.CALL_CLOSED, () -> sample.apply(season, "219740115"));

    changesUntilTheFirstSignature(sample, season, all);

    all.forEach(one -> sample.sign(one, LocalDate.of(2022, 3, 15)));
    List<Followed> followed = beneficiaries.follow(season);
    assertThat(followed)
        .hasSize(25)
        .allSatisfy(one -> assertThat(one.position().status()).isEqualTo(Status.IN_FORCE));
    assertThat(Euros.sum(followed.stream().map(one -> one.position().due()).toList()))
        .isEqualTo(Euros.of(25_000));

    aWorkshopIsASessionForEachWhoCame(season, all.subList(0, 3));
    aThirteenthCountsByDecisionAlone(season, all.get(3));
    nothingCountsAfterTheEnd(sample, season, all.get(4));

    on("2024-01-02");
    assertThat(beneficiaries.follow(season))
        .filteredOn(one -> one.position().status() == Status.ENDED_BY_TERM)
        .hasSize(24);
    Season next =
        seasons.make(SampleSeason.ADMINISTRATOR, "Saison 3", LocalDate.of(2025, 1, 1), season.id());
    assertThat(next.plan().end()).isEqualTo("2026-12-31");
    assertThat(next.plan().notice().to()).isEqualTo("2026-03-31");
    assertThat(next.plan().sessions()).isEqualTo(12);
  }

  private void changesUntilTheFirstSignature(
      SampleSeason sample, Season season, List<Beneficiary> all) {
    SeasonPlan plan = season.plan();
    Fields fields = new Fields(form(plan, "sessions", "11"));
    SeasonPlan eleven = SeasonForm.read(fields, plan).orElseThrow();
    Season edited = seasons.edit(SampleSeason.ADMINISTRATOR, season.id(), eleven, 0);
    assertThat(beneficiaries.follow(beneficiaries.get(all.get(0).id())).tally().quota())
        .as("what was drafted is drafted anew")
        .isEqualTo(11);
    assertProblem(
        ProgrammeProblem.CHANGED_MEANWHILE,
        () -> seasons.edit(SampleSeason.ADMINISTRATOR, season.id(), plan, 0));
    assertProblem(
        ProgrammeProblem.FOR_ADMINISTRATORS,
        () -> seasons.edit(ALIX, season.id(), plan, edited.revision()));
    seasons.edit(SampleSeason.ADMINISTRATOR, season.id(), plan, edited.revision());
    on("2022-03-15");
    sample.record(all.get(0), new Act.Sent(LocalDate.of(2022, 3, 14)));
    sample.record(
        all.get(0),
        new Act.Signed(
            LocalDate.of(2022, 3, 15), fr.jalon.portal.agreement.Party.BENEFICIARY, "Claude"));
    assertProblem(
        ProgrammeProblem.SEASON_SIGNED,
        () -> seasons.edit(SampleSeason.ADMINISTRATOR, season.id(), plan, 2));
    UUID signature =
        beneficiaries.follow(all.get(0)).agreement().facts().stream()
            .filter(fact -> fact.act() instanceof Act.Signed)
            .findFirst()
            .orElseThrow()
            .id();
    sample.record(all.get(0), new Act.Corrected(LocalDate.of(2022, 3, 15), signature, "trop tôt"));
  }

  private void aWorkshopIsASessionForEachWhoCame(Season season, List<Beneficiary> three) {
    on("2022-03-20");
    List<UUID> ids = three.stream().map(Beneficiary::id).toList();
    Appointment workshop =
        new Appointment(
            "workshop-first-steps",
            LocalDate.of(2022, 4, 4),
            LocalTime.of(9, 30),
            360,
            "Olivet",
            "");
    Meeting meeting = sessions.plan(ALIX, season, workshop, ids).meeting();
    assertThat(sessions.plan(ALIX, season, workshop, ids.subList(0, 1)).busy())
        .extracting(Beneficiary::id)
        .containsExactly(ids.get(0));
    sessions.cancel(
        sessions.listOfSeason(season.id()).stream()
            .map(Session::meeting)
            .filter(one -> !one.id().equals(meeting.id()))
            .findFirst()
            .orElseThrow()
            .id(),
        0);
    assertThat(sessions.listParticipants(meeting.id()))
        .as("without accounts, who applied is written to")
        .hasSize(3);
    reminders.send();
    assertThat(reminded()).isEmpty();
    on("2022-03-28");
    reminders.send();
    reminders.send();
    assertThat(reminded()).containsExactly(7, 7, 7);
    sessions.answer(sessions.listParticipants(meeting.id()).get(0).id(), false);
    on("2022-04-03");
    reminders.send();
    assertThat(reminded()).as("who does not come is not reminded").containsExactly(1, 1, 7, 7, 7);
    assertProblem(ProgrammeProblem.NOT_YET, () -> sessions.attend(ALIX, meeting.id(), ids));
    on("2022-04-05");
    sessions.attend(ALIX, meeting.id(), ids.subList(0, 2));
    assertThat(whys(three.get(0))).containsExactlyInAnyOrder(Why.COUNTED, Why.NOT_HELD);
    assertThat(whys(three.get(2))).containsExactly(Why.ABSENT);
    assertThat(tally(three.get(0)).counted()).isEqualTo(1);
    assertProblem(
        ProgrammeProblem.SOMEBODY_CAME, () -> sessions.cancel(meeting.id(), meeting.revision()));
  }

  private void aThirteenthCountsByDecisionAlone(Season season, Beneficiary one) {
    on("2022-12-20");
    note(season, one, "2022-03-14", true);
    assertThat(whys(one)).as("the day before it was signed").containsExactly(Why.TO_DECIDE);
    for (int month = 4; month <= 12; month++) {
      note(season, one, "2022-%02d-10".formatted(month), true);
      note(season, one, "2022-%02d-10".formatted(month), true);
    }
    assertThat(tally(one).counted()).as("noted twice, counted once").isEqualTo(9);
    for (int day = 1; day <= 4; day++) {
      note(season, one, "2022-12-1" + day, true);
    }
    Tally tally = tally(one);
    assertThat(tally.counted()).isEqualTo(12);
    assertThat(tally.remaining()).isZero();
    Tally.Line last = tally.lines().get(tally.lines().size() - 1);
    assertThat(last.why()).isEqualTo(Why.BEYOND_QUOTA);
    sessions.decide(ALIX, last.session().id(), true, "Rattrapage convenu.");
    assertThat(tally(one).counted()).isEqualTo(13);
    assertProblem(
        ProgrammeProblem.NOT_TO_DECIDE,
        () -> sessions.decide(ALIX, tally.lines().get(0).session().id(), true, "Oui."));
  }

  private void nothingCountsAfterTheEnd(SampleSeason sample, Season season, Beneficiary one) {
    on("2022-06-10");
    beneficiaries.setMembership(
        ALIX, one.id(), LocalDate.of(2019, 1, 1), LocalDate.of(2022, 6, 10), "Fusion.");
    assertThat(endsWithItsMembership(one)).as("told once, it is on the agreement").isTrue();
    beneficiaries.setMembership(ALIX, one.id(), LocalDate.of(2019, 1, 1), null, "");
    assertThat(endsWithItsMembership(one)).as("it was a mistake").isFalse();
    beneficiaries.setMembership(
        ALIX, one.id(), LocalDate.of(2019, 1, 1), LocalDate.of(2022, 6, 10), "Fusion.");
    on("2023-02-01");
    beneficiaries.setMembership(ALIX, one.id(), LocalDate.of(2022, 6, 11), null, "");
    assertThat(endsWithItsMembership(one)).as("a member again, it was lost all the same").isTrue();
    note(season, one, "2022-05-10", true);
    note(season, one, "2022-09-01", true);
    note(season, one, "2023-01-15", true);
    assertThat(whys(one)).containsExactly(Why.COUNTED, Why.TO_DECIDE, Why.AFTER_THE_END);
    sample.record(
        one,
        new Act.Decided(
            LocalDate.of(2023, 2, 1),
            Doubt.SESSIONS_AFTER_LOSS,
            Doubt.Choice.COUNTED,
            "Elle est venue."));
    assertThat(whys(one)).containsExactly(Why.COUNTED, Why.COUNTED, Why.AFTER_THE_END);
    assertThat(beneficiaries.follow(one).position().status())
        .isEqualTo(Status.ENDED_BY_MEMBERSHIP_LOSS);
  }

  private boolean endsWithItsMembership(Beneficiary one) {
    Fact ending = beneficiaries.follow(one).position().ending();
    return ending != null && ending.act() instanceof Act.MembershipLost;
  }

  private void note(Season season, Beneficiary one, String day, boolean came) {
    sessions.note(ALIX, season, List.of(one.id()), LocalDate.parse(day), LAUNCH, came);
  }

  private Tally tally(Beneficiary one) {
    return beneficiaries.follow(beneficiaries.get(one.id())).tally();
  }

  private List<Why> whys(Beneficiary one) {
    return tally(one).lines().stream().map(Tally.Line::why).toList();
  }

  private List<Integer> reminded() {
    return jdbc.sql("select days from programme.reminder order by days")
        .query(Integer.class)
        .list();
  }

  private void on(String day) {
    clock.set(LocalDate.parse(day));
  }

  static org.springframework.util.LinkedMultiValueMap<String, String> form(
      SeasonPlan plan, String... changed) {
    var fields = new org.springframework.util.LinkedMultiValueMap<String, String>();
    SeasonForm.write(plan).forEach(fields::set);
    for (int i = 0; i < changed.length; i += 2) {
      fields.set(changed[i], changed[i + 1]);
    }
    return fields;
  }

  private static void assertProblem(ProgrammeProblem problem, Runnable request) {
    assertThatThrownBy(request::run)
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.problem()).isEqualTo(problem));
  }
}
