package fr.jalon.portal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.engine.profile.FrenchTerritories;
import fr.jalon.engine.profile.Territory;
import fr.jalon.portal.catalog.UdataScore.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One test a rule of udata: with it the point is had, without it that point alone is missing. */
class UdataScoreTest {
  private static final Instant NOW = Instant.parse("2026-03-12T13:32:00Z");

  @Test
  void aWholeDescriptionHasNinePoints() {
    UdataScore score = UdataScore.of(new Facts().facts(), NOW);

    assertThat(score.points()).isEqualTo(9);
    assertThat(score.of()).isEqualTo(9);
    assertThat(score.missing()).isEmpty();
  }

  @Test
  void aLicenseIsAPoint() {
    assertMissing(new Facts().license(null), Rule.LICENSE);
    assertMissing(new Facts().license(License.APPROVED));
  }

  @Test
  void aPeriodIsAPointWhenItNamesAYear() {
    assertMissing(new Facts().period(""), Rule.PERIOD);
    assertMissing(new Facts().period("l'an passé"), Rule.PERIOD);
    assertMissing(new Facts().period("2019 à 2023"));
  }

  @Test
  void aTerritoryIsAPoint() {
    assertMissing(new Facts().territory(null), Rule.TERRITORY);
  }

  @Test
  void aFrequencyIsAPointAndMakesTheNextOnePossible() {
    assertMissing(new Facts().frequency(UpdateFrequency.UNKNOWN), Rule.FREQUENCY, Rule.IN_TIME);
    assertMissing(new Facts().frequency(UpdateFrequency.IRREGULAR));
    assertMissing(new Facts().frequency(UpdateFrequency.NEVER));
  }

  @Test
  void anUpdateInTimeIsAPointWithADayOfTolerance() {
    Facts monthly = new Facts().frequency(UpdateFrequency.MONTHLY);
    Instant due = NOW.minus(Duration.ofDays(UpdateFrequency.MONTHLY.days()));

    assertMissing(monthly.updatedAt(due.minus(Duration.ofHours(23))));
    assertMissing(monthly.updatedAt(due.minus(Duration.ofHours(25))), Rule.IN_TIME);
    assertMissing(
        new Facts()
            .frequency(UpdateFrequency.IRREGULAR)
            .updatedAt(NOW.minus(Duration.ofDays(9000))));
  }

  @Test
  void aDescriptionOfMoreThanAHundredCharactersIsAPoint() {
    assertMissing(new Facts().summary("x".repeat(100)), Rule.DESCRIPTION);
    assertMissing(new Facts().summary("x".repeat(101)));
    assertMissing(new Facts().summary(" ".repeat(200)), Rule.DESCRIPTION);
  }

  @Test
  void anOpenFormatIsAPoint() {
    assertMissing(new Facts().formats(List.of(WrittenFormat.XLSX)), Rule.OPEN_FORMAT);
    assertMissing(new Facts().formats(List.of(WrittenFormat.XLSX, WrittenFormat.CSV)));
  }

  @Test
  void pointsOfFilesNeedAFile() {
    assertMissing(
        new Facts().formats(List.of()), Rule.OPEN_FORMAT, Rule.AVAILABLE, Rule.DOCUMENTED);
  }

  @Test
  void aFileThatIsExplainedIsAPoint() {
    assertMissing(new Facts().explained(false), Rule.DOCUMENTED);
  }

  private static void assertMissing(Facts facts, Rule... rules) {
    assertThat(UdataScore.of(facts.facts(), NOW).missing()).containsExactly(rules);
  }

  /** A whole description, of which one thing is changed at a time. */
  static final class Facts {
    private String summary = "x".repeat(120);
    private List<String> keywords = List.of("arbres");
    private @Nullable Theme theme = Theme.ENVIRONMENT;
    private @Nullable Territory territory = FrenchTerritories.FRANCE;
    private String period = "2024";
    private UpdateFrequency frequency = UpdateFrequency.ANNUAL;
    private @Nullable License license = License.LICENCE_OUVERTE;
    private String contact = "mairie@exemple.fr";
    private List<WrittenFormat> formats = List.of(WrittenFormat.XLSX, WrittenFormat.CSV);
    private boolean explained = true;
    private Instant updatedAt = NOW;

    MetadataFacts facts() {
      return new MetadataFacts(
          summary, keywords, theme, territory, period, frequency, license, contact, formats,
          explained, updatedAt);
    }

    Facts summary(String text) {
      summary = text;
      return this;
    }

    Facts keywords(List<String> words) {
      keywords = words;
      return this;
    }

    Facts theme(@Nullable Theme chosen) {
      theme = chosen;
      return this;
    }

    Facts territory(@Nullable Territory place) {
      territory = place;
      return this;
    }

    Facts period(String words) {
      period = words;
      return this;
    }

    Facts frequency(UpdateFrequency chosen) {
      frequency = chosen;
      return this;
    }

    Facts license(@Nullable License chosen) {
      license = chosen;
      return this;
    }

    Facts contact(String address) {
      contact = address;
      return this;
    }

    Facts formats(List<WrittenFormat> files) {
      formats = files;
      return this;
    }

    Facts explained(boolean columns) {
      explained = columns;
      return this;
    }

    Facts updatedAt(Instant when) {
      updatedAt = when;
      return this;
    }
  }
}
