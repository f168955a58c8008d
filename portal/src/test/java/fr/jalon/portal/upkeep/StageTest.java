package fr.jalon.portal.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.catalog.UpdateFrequency;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTest {
  private static final LocalDate DUE = LocalDate.of(2027, 6, 15);

  @ParameterizedTest
  @CsvSource({
    "ANNUAL, -15, ",
    "ANNUAL, -14, SOON",
    "ANNUAL, -1, SOON",
    "ANNUAL, 0, DUE",
    "ANNUAL, 29, DUE",
    "ANNUAL, 30, LATE",
    "ANNUAL, 900, LATE",
    "MONTHLY, -8, ",
    "MONTHLY, -7, SOON",
    "MONTHLY, 14, DUE",
    "MONTHLY, 15, LATE",
    "WEEKLY, -1, ",
    "WEEKLY, 2, ",
    "WEEKLY, 3, LATE",
    "DAILY, 0, ",
    "DAILY, 1, LATE",
    "IRREGULAR, 500, ",
    "NEVER, 500, ",
    "UNKNOWN, 500, "
  })
  void remindsBeforeOnTheDayAndOnceAfter(UpdateFrequency frequency, int days, Stage stage) {
    assertThat(Stage.reached(frequency, DUE, DUE.plusDays(days)).orElse(null)).isEqualTo(stage);
  }
}
