package fr.jalon.portal.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Json;
import fr.jalon.portal.catalog.Description;
import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.catalog.Version;
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
import java.util.UUID;
import java.util.stream.Stream;
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

  private static Version version(UpdateFrequency frequency) {
    return new Version(
        UUID.randomUUID(),
        UUID.randomUUID(),
        1,
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
        PUBLISHED,
        UUID.randomUUID(),
        PUBLISHED,
        null,
        null,
        null);
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
