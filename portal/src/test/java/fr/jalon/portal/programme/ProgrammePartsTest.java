package fr.jalon.portal.programme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.agreement.Clause;
import fr.jalon.portal.agreement.Counting;
import fr.jalon.portal.agreement.Euros;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.LocalAuthority.Kind;
import fr.jalon.portal.programme.Eligibility.Answer;
import fr.jalon.portal.web.Messages;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgrammePartsTest {
  private static final SeasonPlan PLAN =
      SeasonTemplate.shipped().on("Saison 2", LocalDate.of(2022, 1, 1));

  @ParameterizedTest
  @CsvSource({
    "COMMUNE, 3500, 50, SUBJECT",
    "COMMUNE, 3499, 50, NOT_SUBJECT",
    "COMMUNE, 3500, 49.99, NOT_SUBJECT",
    "COMMUNE, 3500, , UNKNOWN",
    "COMMUNE, 120, , NOT_SUBJECT",
    "COMMUNE, 0, 60, UNKNOWN",
    "EPCI, 3000, 60, TO_CHECK",
    "EPCI, 30000, 12, NOT_SUBJECT",
    "EPCI, 30000, , TO_CHECK"
  })
  void theLawIsForFiftyAgentsAndThreeThousandFiveHundredInhabitants(
      Kind kind, int population, @Nullable BigDecimal agents, Answer answer) {
    LocalAuthority authority =
        new LocalAuthority(
            UUID.randomUUID(), kind, "Gien", "214501554", null, "45", "gien", population);
    assertThat(Eligibility.of(authority, agents).answer()).isEqualTo(answer);
  }

  @Test
  void theTemplateHasThePhasesAndStagesOfTheText() {
    assertThat(PLAN.track().phases())
        .extracting(Phase::title)
        .containsExactly("ENGAGER", "METTRE EN PRATIQUE / \"FORM'ACTION\"", "EVALUER");
    assertThat(PLAN.track().stages())
        .extracting(Stage::title)
        .hasSize(13)
        .contains(
            "Réunion de lancement",
            "Elaboration de la « check-list » Open data",
            "Les fondamentaux des données de ma collectivité",
            "Réunion de restitution / Bilan du volet 1 du Challenge");
    assertThat(PLAN.funding().budget()).isEqualTo(Euros.of(6_000));
    assertThat(PLAN.funding().contribution()).isEqualTo(Euros.of(1_000));
    assertThat(PLAN.cohort()).isEqualTo(new Cohort(20, 25));
    assertThat(PLAN.notice().from()).isEqualTo("2023-01-01");
    assertThat(PLAN.notice().to()).isEqualTo("2023-03-31");
    assertThat(PLAN.text().reference(Clause.UNILATERAL_TERMINATION)).isEqualTo("art. 7.1");
    assertThat(PLAN.text().articles()).hasSize(9);
  }

  @Test
  void anotherYearIsTheSameSeasonFurtherOn() {
    SeasonPlan next = PLAN.shifted("Saison 3", LocalDate.of(2024, 3, 1));
    assertThat(next.call().from()).isEqualTo("2023-11-01");
    assertThat(next.end()).as("two years later, to the day before").isEqualTo("2026-02-28");
    assertThat(next.shifted("Saison 2", PLAN.firstDay())).isEqualTo(PLAN);
  }

  @Test
  void aFormGivesBackTheSeasonItWasMadeOf() {
    assertThat(SeasonForm.read(new Fields(SeasonScenarioIT.form(PLAN)), PLAN)).contains(PLAN);
  }

  @ParameterizedTest
  @CsvSource({
    "accompanied-until, 2021-12-31, accompanied-until",
    "end, 2023-06-29, end",
    "call-to, 2021-08-01, call-to",
    "first-day, demain, first-day",
    "first-day, 9999-01-01, first-day",
    "amount-0, -3000, amount-0",
    "amount-0, 999999999999, amount-0",
    "amount-0, 3000.01, budget",
    "own, 7, budget",
    "sessions, 0, sessions",
    "most, 19, most",
    "name, '', name",
    "organizer, '', organizer"
  })
  void badInputIsToldAtItsField(String field, String value, String fault) {
    Fields fields = new Fields(SeasonScenarioIT.form(PLAN, field, value));
    assertThat(SeasonForm.read(fields, PLAN)).isEmpty();
    assertThat(fields.errors(Messages.in(Messages.FRENCH)).of(fault)).isNotNull();
  }

  @Test
  void aCalendarSaysEachAppointmentInLinesThatProgramsRead() {
    Meeting meeting = meeting("2023-03-14T08:30:00Z", "Mairie d'Olivet, salle 2; 1er étage", "");
    String text =
        ICalendar.of(
            "Jalon",
            List.of(
                new ICalendar.Entry(
                    meeting, "Réunion\nde lancement ".repeat(8), "", "jalon.example", "")),
            Instant.parse("2023-01-01T00:00:00Z"));
    assertThat(text.split("\r\n"))
        .contains(
            "DTSTART:20230314T083000Z",
            "DTEND:20230314T113000Z",
            "LOCATION:Mairie d'Olivet\\, salle 2\\; 1er étage",
            "STATUS:CONFIRMED")
        .allSatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
    assertThat(text).endsWith("END:VCALENDAR\r\n").doesNotContain("\nde lancement");
    assertThat(text.replace("\r\n ", "")).contains("Réunion\\nde lancement Réunion");
  }

  /** Whatever the order in which sessions are written down, none is counted beyond the quota. */
  @Test
  void theOrderOfWritingChangesNothing() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<Session> sessions =
          new ArrayList<>(
              Stream.generate(() -> session(random)).limit(random.nextInt(25)).toList());
      LocalDate end = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(400));
      Tally tally = tally(sessions, end);
      Collections.shuffle(sessions, random);
      assertThat(tally(sessions, end)).isEqualTo(tally);
      assertThat(tally.lines())
          .filteredOn(line -> line.session().day().isAfter(end))
          .noneMatch(Tally.Line::isCounted);
      long decided =
          tally.lines().stream()
              .filter(line -> line.why() == Tally.Why.COUNTED_BY_DECISION)
              .count();
      assertThat(tally.counted() - decided).isLessThanOrEqualTo(12);
      assertThat(tally.counted())
          .isEqualTo((int) tally.lines().stream().filter(Tally.Line::isCounted).count());
    }
  }

  private static Tally tally(List<Session> sessions, LocalDate end) {
    return Tally.of(
        sessions,
        12,
        key -> key.equals("help") ? Optional.of(StageKind.HELP) : Optional.of(StageKind.MEETING),
        day ->
            new Counting(
                day.isAfter(end) ? Counting.Answer.AFTER_THE_END : Counting.Answer.COUNTS, null));
  }

  private static Session session(Random random) {
    Meeting meeting =
        new Meeting(
            UUID.randomUUID(),
            UUID.randomUUID(),
            random.nextInt(4) == 0 ? "help" : "launch",
            Instant.parse("2022-01-01T09:00:00Z").plusSeconds(86_400L * random.nextInt(400)),
            180,
            "",
            "",
            "",
            null,
            random.nextInt(6) == 0,
            0);
    Boolean came = Arrays.asList(true, true, true, false, null).get(random.nextInt(5));
    Session.Decision decision =
        random.nextInt(5) == 0
            ? new Session.Decision(random.nextBoolean(), "r", "Alix", Instant.EPOCH)
            : null;
    return new Session(UUID.randomUUID(), UUID.randomUUID(), meeting, came, decision);
  }

  @Test
  void aMeetingHeldThereAndElsewhereSaysBoth() {
    String link = "https://visio.example/salle";
    Messages french = Messages.in(Messages.FRENCH);
    String day = "2023-03-14T08:30:00Z";
    assertThat(Words.place(french, meeting(day, "Mairie", link))).contains("Mairie", link);
    assertThat(Words.place(french, meeting(day, "", link))).contains("distance", link);
    assertThat(Words.place(french, meeting(day, "Mairie", ""))).isEqualTo("Mairie");
    String text =
        ICalendar.of(
            "Jalon",
            List.of(
                new ICalendar.Entry(
                    meeting(day, "Mairie", link), "Lancement", "", "a.example", "")),
            Instant.EPOCH);
    assertThat(text).contains("LOCATION:Mairie · " + link);
  }

  private static Meeting meeting(String startsAt, String place, String link) {
    return new Meeting(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "launch",
        Instant.parse(startsAt),
        180,
        place,
        link,
        "",
        null,
        false,
        2);
  }
}
