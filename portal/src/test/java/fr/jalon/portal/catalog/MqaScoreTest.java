package fr.jalon.portal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.portal.catalog.MqaScore.Dimension;
import fr.jalon.portal.catalog.MqaScore.Rating;
import fr.jalon.portal.catalog.MqaScore.Rule;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One test a rule of the Metadata Quality Assessment that a description may miss. */
class MqaScoreTest {
  @Test
  void aWholeDescriptionHasEveryPointInEachDimension() {
    MqaScore score = MqaScore.of(new UdataScoreTest.Facts().facts());

    assertThat(score.points()).isEqualTo(405);
    assertThat(score.of()).isEqualTo(405);
    assertThat(Arrays.stream(Dimension.values()).map(score::points))
        .as("the sums of the methodology")
        .containsExactly(100, 100, 110, 75, 20);
    assertThat(score.rating()).isEqualTo(Rating.EXCELLENT);
  }

  @Test
  void keywordsAre30() {
    assertMissing(new UdataScoreTest.Facts().keywords(List.of()), 30, Rule.KEYWORD);
  }

  @Test
  void aThemeIs30() {
    assertMissing(new UdataScoreTest.Facts().theme(null), 30, Rule.THEME);
  }

  @Test
  void aTerritoryIs20() {
    assertMissing(new UdataScoreTest.Facts().territory(null), 20, Rule.SPATIAL);
  }

  @Test
  void aPeriodIs20() {
    assertMissing(new UdataScoreTest.Facts().period("?"), 20, Rule.TEMPORAL);
  }

  @Test
  void aLicenseIs20And10MoreInTheListAndItsRights5() {
    assertMissing(
        new UdataScoreTest.Facts().license(null),
        35,
        Rule.LICENSE,
        Rule.LICENSE_FROM_VOCABULARY,
        Rule.RIGHTS);
    assertMissing(
        new UdataScoreTest.Facts().license(License.APPROVED), 10, Rule.LICENSE_FROM_VOCABULARY);
  }

  @Test
  void aContactIs20() {
    assertMissing(new UdataScoreTest.Facts().contact(" "), 20, Rule.CONTACT);
  }

  @Test
  void anOpenFileThatProgramsReadIs40() {
    assertMissing(
        new UdataScoreTest.Facts().formats(List.of(WrittenFormat.XLSX)),
        40,
        Rule.NON_PROPRIETARY,
        Rule.MACHINE_READABLE);
  }

  @Test
  void withoutAFileNothingIsReached() {
    MqaScore score = MqaScore.of(new UdataScoreTest.Facts().formats(List.of()).facts());

    assertThat(score.points(Dimension.ACCESSIBILITY)).isZero();
    assertThat(score.points(Dimension.INTEROPERABILITY)).isZero();
    assertThat(score.missing())
        .contains(Rule.ACCESS_RIGHTS, Rule.BYTE_SIZE, Rule.ISSUED, Rule.MODIFIED)
        .doesNotContain(Rule.PUBLISHER);
  }

  @Test
  void eachRatingBeginsWhereTheMethodologySays() {
    assertThat(List.of(405, 351, 350, 221, 220, 121, 120, 0))
        .extracting(Rating::of)
        .containsExactly(
            Rating.EXCELLENT,
            Rating.EXCELLENT,
            Rating.GOOD,
            Rating.GOOD,
            Rating.SUFFICIENT,
            Rating.SUFFICIENT,
            Rating.BAD,
            Rating.BAD);
  }

  private static void assertMissing(UdataScoreTest.Facts facts, int points, Rule... rules) {
    MqaScore score = MqaScore.of(facts.facts());
    assertThat(score.missing()).containsExactly(rules);
    assertThat(score.of() - score.points()).isEqualTo(points);
  }
}
