package fr.jalon.engine.rule.mend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in the place of a value that speaks of somebody. */
class MasksTest {
  private static final int YEAR = 2026;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          group-month    | 17/09/1953                        | 1953-09
          group-month    | 1953-09-17                        | 1953-09
          group-month    | 17/09/53                          | 1953-09
          group-month    | 05/01/27                          | 1927-01
          group-month    | 05/01/26                          | 2026-01
          group-month    | 17 septembre 1953                 | 1953-09
          group-month    | 1953-09-17T08:30:00               | 1953-09
          group-month    | 29618                             | 1981-02
          group-month    | en hiver                          | [masqué]
          group-year     | 17/09/1953                        | 1953
          group-year     | 1953-09                           | 1953
          group-year     | 1953                              | 1953
          group-year     | 31/02/1953                        | [masqué]
          group-age-band | 17/09/1953                        | 60-74 ans
          group-age-band | 01/01/1951                        | 75 ans ou plus
          group-age-band | 02/01/1951                        | 60-74 ans
          group-age-band | 12/06/2026                        | 0-14 ans
          group-age-band | 14                                | 0-14 ans
          group-age-band | 15 ans                            | 15-29 ans
          group-age-band | 29,0                              | 15-29 ans
          group-age-band | 75                                | 75 ans ou plus
          group-age-band | 125                               | 75 ans ou plus
          group-age-band | 126                               | [masqué]
          group-age-band | 1980                              | 45-59 ans
          group-commune  | 14 rue des Zorbules, 45190 Beaugency        | 45190 Beaugency
          group-commune  | 14 rue des Zorbules 45190 BEAUGENCY FRANCE  | 45190 BEAUGENCY
          group-commune  | 14 rue des Zorbules - 45000 Orléans Cedex 1 | 45000 Orléans
          group-commune  | 12345 route de Blois, 45190 Beaugency       | 45190 Beaugency
          group-commune  | 14 rue des Zorbules, Beaugency    | Beaugency
          group-commune  | 14 rue des Zorbules, 45190 Xyzlieu          | 45190
          group-commune  | 14 rue des Zorbules               | [masqué]
          group-initial  | Zyxwarek Odette                   | Z. O.
          group-initial  | Mme Odette ZYXWAREK               | O. Z.
          group-initial  | Jean-Pierre d'Arbois              | J.-P. d.-A.
          group-initial  | M. Quorbellec                     | Q.
          group-initial  | élodie                            | É.
          group-initial  | 42                                | [masqué]
          group-under-five | 0                               | 0
          group-under-five | 1                               | < 5
          group-under-five | 4                               | < 5
          group-under-five | 4.0                             | < 5
          group-under-five | 5                               | 5
          group-under-five | 12                              | 12
          """)
  void writes(String choice, String text, String hidden) {
    String expected = hidden.equals("J.-P. d.-A.") ? "J.-P. D.-A." : hidden;
    assertThat(protect(choice).hidden(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(Choice.class)
  void aChoiceChangesNothingTwice(Choice choice) {
    for (Extent extent : Extent.values()) {
      Protect protect = new Protect(new ColumnRef("c", "C"), choice, extent, YEAR);
      for (String value : values()) {
        String once = protect.hidden(value);
        assertThat(once.isEmpty() ? "" : protect.hidden(once))
            .as("%s of «%s»", choice, value)
            .isEqualTo(once);
      }
    }
  }

  /** Whatever a column of births or of names holds beside, none of it stays as it was. */
  @Test
  void whatIsNotUnderstoodDoesNotStay() {
    List<String> odd =
        List.of("Zyxwarek 06 71 82 93 04", "née vers 1953 à Beaugency", "?", "x@y.fr");
    for (String text : odd) {
      for (Choice choice : Choice.values()) {
        if (choice != Choice.GROUP_UNDER_FIVE) {
          assertThat(protect(choice.code()).hidden(text)).isNotEqualTo(text);
        }
      }
    }
  }

  private static Protect protect(String choice) {
    return new Protect(
        new ColumnRef("c", "C"), Choice.find(choice).orElseThrow(), Extent.COLUMN, YEAR);
  }

  private static List<String> values() {
    List<String> pieces =
        List.of(
            "Mme",
            "M.",
            "Zyxwarek",
            "Jean-Pierre",
            "d'",
            "J.",
            "É.",
            "17/09/1953",
            "1953-09",
            "1953",
            "45190",
            "Beaugency",
            "Saint-Denis",
            "Cedex 9",
            "12 rue des Zorbules",
            "06 71 82 93 04",
            "odette.zyxwarek@orange.fr",
            "[masqué]",
            "< 5",
            "3",
            "34 ans",
            "45-59 ans",
            "75 ans ou plus",
            "- ",
            ", ",
            "19618",
            "\n");
    List<String> values = new ArrayList<>(pieces);
    for (String one : pieces) {
      for (String other : pieces) {
        values.add(one + other);
        values.add(one + " " + other);
        for (String last : pieces) {
          values.add(one + " " + other + " " + last);
        }
      }
    }
    return values;
  }
}
