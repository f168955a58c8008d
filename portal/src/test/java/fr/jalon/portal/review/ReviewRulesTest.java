package fr.jalon.portal.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Json;
import fr.jalon.portal.catalog.Chronicle;
import fr.jalon.portal.catalog.Description;
import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.deposit.Glimpse;
import fr.jalon.portal.deposit.Making;
import fr.jalon.portal.deposit.Place;
import fr.jalon.portal.deposit.Step;
import fr.jalon.portal.help.Category;
import fr.jalon.portal.help.HelpRequest;
import fr.jalon.portal.help.Urgency;
import fr.jalon.portal.review.Content.Opened;
import fr.jalon.portal.web.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReviewRulesTest {
  private static final Path PAGE = Path.of("../docs/season-data.md");
  private static final Instant PUBLISHED = Instant.parse("2022-11-08T09:00:00Z");

  @Test
  void anUpdateMayBeThirtyDaysLateAndNoMore() {
    Instant due = PUBLISHED.plus(Duration.ofDays(UpdateFrequency.ANNUAL.days()));
    Version annual = version(UpdateFrequency.ANNUAL);
    assertThat(Survival.isInTime(annual, due.plus(Duration.ofDays(30)))).isTrue();
    assertThat(Survival.isInTime(annual, due.plus(Duration.ofDays(30)).plusSeconds(1))).isFalse();
    assertThat(Survival.isInTime(version(UpdateFrequency.NEVER), due))
        .as("what promises nothing shows nothing")
        .isFalse();
  }

  @Test
  void aVersionPutBackIsAsOldAsWhatItRepeats() {
    Instant replaced = PUBLISHED.plus(Duration.ofDays(300));
    Instant back = PUBLISHED.plus(Duration.ofDays(600));
    Version again = version(UpdateFrequency.ANNUAL, 4, back, 3);
    Chronicle told =
        new Chronicle(
            UUID.randomUUID(),
            "arbres",
            UUID.randomUUID(),
            List.of(
                version(UpdateFrequency.ANNUAL),
                version(UpdateFrequency.ANNUAL, 2, replaced, null),
                version(UpdateFrequency.ANNUAL, 3, back, 1),
                again),
            List.of());
    assertThat(told.origin(again).number()).isEqualTo(1);
    assertThat(Survival.isInTime(told.origin(again), back)).isFalse();
    assertThat(Survival.isInTime(told.origin(told.versions().get(1)), back)).isTrue();
  }

  @Test
  void helpAskedOnceAVersionIsPublishedIsNoHelpWithIt() {
    Version version = version(UpdateFrequency.ANNUAL);
    Making making = new Making(version.id(), UUID.randomUUID(), Set.of(), false);
    Function<Instant, HelpRequest> asked = at -> request(making.depositId(), at);
    assertThat(Known.isHelpWith(making, version, asked.apply(PUBLISHED))).isTrue();
    assertThat(Known.isHelpWith(making, version, asked.apply(PUBLISHED.plusMillis(1)))).isFalse();
  }

  private static HelpRequest request(UUID deposit, Instant at) {
    return new HelpRequest(
        UUID.randomUUID(),
        1,
        UUID.randomUUID(),
        UUID.randomUUID(),
        "Sacha",
        Category.DESCRIPTION,
        Urgency.BLOCKED,
        new HelpRequest.Where(
            new Place(deposit, Step.DESCRIPTION, "", List.of()), "", Glimpse.Counts.NONE),
        at,
        HelpRequest.State.SOLVED,
        at,
        at,
        Duration.ofHours(1),
        List.of(),
        null);
  }

  @Test
  void aRequestIsOfThePhaseInWhichItWasAsked() {
    HelpRequest asked = request(UUID.randomUUID(), PUBLISHED);
    LocalDate day = LocalDate.of(2022, 11, 8);
    assertThat(Facts.isAsked(asked, day, day)).isTrue();
    assertThat(Facts.isAsked(asked, day.plusDays(1), day.plusDays(9))).isFalse();
    assertThat(Facts.isAsked(asked, day.minusDays(9), day.minusDays(1))).isFalse();
  }

  @Test
  void whatWasOpenBeforeTheAgreementTookNoDays() {
    LocalDate signed = LocalDate.of(2022, 3, 15);
    assertThat(Facts.days(signed, LocalDate.of(2022, 11, 8))).hasValue(238L);
    assertThat(Facts.days(signed, signed)).hasValue(0L);
    assertThat(Facts.days(signed, signed.minusDays(1))).isEmpty();
  }

  @Test
  void whatTheFactsSayIsSaidAsPeopleDo() {
    Messages words = Messages.in(Messages.FRENCH);
    assertThat(ReviewViews.quality(words, opened(1, 0))).isEqualTo("1 point sur 9, aucun écart");
    assertThat(ReviewViews.quality(words, opened(7, 2))).isEqualTo("7 points sur 9, 2 écarts");
    assertThat(begun(words, 0))
        .isEqualTo(
            "Gien\u202f: aucun jeu de données n'est encore ouvert. Un jeu de données est commencé.");
    assertThat(begun(words, 1))
        .isEqualTo(
            "Gien\u202f: un jeu de données ouvert, dont 0 de qualité. Un autre est commencé.");
  }

  private static String begun(Messages words, long open) {
    Content content =
        new Content(
            LocalDate.of(2022, 11, 8),
            "Gien",
            List.of(
                Figure.of(Measure.DATASETS, open, "/x"),
                new Figure(Measure.DATASETS_GOOD, 0, open, "/x"),
                Figure.of(Measure.UNDER_WAY, 1, "/x")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            List.of(),
            List.of());
    return Proposed.text(words, Review.Kind.CLOSING, content, Passage.SUMMARY);
  }

  private static Version version(UpdateFrequency frequency) {
    return version(frequency, 1, PUBLISHED, null);
  }

  private static Version version(
      UpdateFrequency frequency, int number, Instant published, @Nullable Integer repeats) {
    return new Version(
        UUID.randomUUID(),
        UUID.randomUUID(),
        number,
        new Description(
            "Arbres",
            "",
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
        null,
        List.of(),
        List.of(),
        published,
        UUID.randomUUID(),
        published,
        null,
        null,
        repeats);
  }

  @Test
  void qualityIsNoDepartureAndSevenPoints() {
    assertThat(opened(7, 0).isGood()).isTrue();
    assertThat(opened(6, 0).isGood()).isFalse();
    assertThat(opened(9, 1).isGood()).isFalse();
  }

  private static Opened opened(int points, int problems) {
    return new Opened("Gien", "Arbres", "/x", "", 3, points, problems, LocalDate.of(2022, 1, 1));
  }

  @Test
  void aMedianIsTheMiddleOne() {
    assertThat(Facts.median(List.of(3L))).isEqualTo(3);
    assertThat(Facts.median(List.of(3L, 5L, 100L))).isEqualTo(5);
    assertThat(Facts.median(List.of(47L, 238L, 351L, 421L))).isEqualTo(295);
  }

  @Test
  void everyMeasureSaysHowItIsCounted() {
    for (Messages words : List.of(Messages.in(Messages.FRENCH), Messages.in(Messages.ENGLISH))) {
      assertThat(Stream.of(Measure.values()))
          .as("give it its two sentences in both message files")
          .allMatch(one -> words.has("review.measure." + one))
          .allMatch(one -> words.has("review.measure." + one + ".rule"));
      assertThat(Stream.of(SurveyQuestion.values()))
          .allMatch(one -> words.has("review.survey." + one.key()));
    }
  }

  @Test
  @SuppressWarnings("unchecked")
  void theModelOfTheSeasonsDataIsTheirsAndItsPageTellsIt() throws IOException {
    Map<String, Object> schema = (Map<String, Object>) Json.read(SeasonTable.schema(), Map.class);
    List<Map<String, Object>> fields =
        (List<Map<String, Object>>) Objects.requireNonNull(schema.get("fields"));
    assertThat(fields.stream().map(field -> (String) field.get("name")))
        .containsExactlyElementsOf(SeasonTable.FIELDS);
    StringBuilder page =
        new StringBuilder(
            """
            # Open data of a season

            Written by `ReviewRulesTest` from `season.schema.json`, the Table Schema that Jalon serves at `/saisons/modele.json`. One click on the
            page of a season's reports makes the file, in UTF-8 with commas, and deposits it in the name of the organizer; it is then
            read, described and published as any other. It names no person, and says nothing of money.

            """);
    page.append(schema.get("description"))
        .append("\n\n| field | type | needed | meaning | example |\n");
    page.append("|---|---|---|---|---|\n");
    for (Map<String, Object> field : fields) {
      Map<String, Object> rules = (Map<String, Object>) field.getOrDefault("constraints", Map.of());
      page.append(
          "| `%s` | %s | %s | %s | %s |\n"
              .formatted(
                  field.get("name"),
                  field.get("type"),
                  Boolean.TRUE.equals(rules.get("required")) ? "yes" : "",
                  field.get("description"),
                  field.get("example")));
    }
    if (System.getProperty("update") != null) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).as("run with -Dupdate and read what changed").hasContent(page.toString());
  }
}
