package fr.jalon.portal.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When an answer is due, and the names files may bear. */
class HelpRulesTest {
  @ParameterizedTest
  @CsvSource({
    "1999, 1999-04-04",
    "2008, 2008-03-23",
    "2021, 2021-04-04",
    "2024, 2024-03-31",
    "2026, 2026-04-05",
    "2038, 2038-04-25"
  })
  void knowsEaster(int year, LocalDate easter) {
    assertThat(FrenchHolidays.easter(year)).isEqualTo(easter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01",
        "2026-04-06",
        "2026-05-01",
        "2026-05-08",
        "2026-05-14",
        "2026-05-25",
        "2026-07-14",
        "2026-08-15",
        "2026-11-01",
        "2026-11-11",
        "2026-12-25"
      })
  void nobodyWorksOnHolidays(LocalDate day) {
    assertThat(WorkingTime.isWorkingDay(day)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-04-03", "2026-12-26", "2026-05-15"})
  void goodFridayAndSaintStephenAreOfAlsaceAlone(LocalDate day) {
    assertThat(FrenchHolidays.isHoliday(day)).isFalse();
  }

  /** Asked at, urgency, due at; 2026-05-14 is Ascension Day, a Thursday. */
  @ParameterizedTest
  @CsvSource({
    "2026-12-01T10:00, BLOCKED, 2026-12-02T17:30",
    "2026-12-01T10:00, IN_DOUBT, 2026-12-03T17:30",
    "2026-12-01T08:00, BLOCKED, 2026-12-01T17:30",
    "2026-12-01T18:00, BLOCKED, 2026-12-02T17:30",
    "2026-12-04T16:00, BLOCKED, 2026-12-07T17:30",
    "2026-12-05T12:00, BLOCKED, 2026-12-07T17:30",
    "2026-05-13T16:00, BLOCKED, 2026-05-15T17:30",
    "2026-05-13T16:00, IN_DOUBT, 2026-05-18T17:30",
    "2026-03-27T11:00, BLOCKED, 2026-03-30T17:30"
  })
  void anAnswerIsDueAtTheClosingOfAWorkingDay(
      LocalDateTime asked, Urgency urgency, LocalDateTime due) {
    assertThat(WorkingTime.closingAfter(paris(asked), urgency.days())).isEqualTo(paris(due));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T10:00, 2026-12-01T11:30, PT1H30M",
    "2026-12-01T17:00, 2026-12-02T09:30, PT1H",
    "2026-12-04T17:00, 2026-12-07T10:00, PT1H30M",
    "2026-12-05T10:00, 2026-12-06T23:00, PT0S",
    "2026-12-24T09:00, 2026-12-28T09:00, PT8H30M"
  })
  void theTimeToAnAnswerIsWorkingTime(LocalDateTime from, LocalDateTime to, Duration time) {
    assertThat(WorkingTime.between(paris(from), paris(to))).isEqualTo(time);
  }

  @Test
  void isOpenFromNineToHalfPastFive() {
    assertThat(WorkingTime.isOpen(paris(LocalDateTime.parse("2026-12-01T08:59")))).isFalse();
    assertThat(WorkingTime.isOpen(paris(LocalDateTime.parse("2026-12-01T09:00")))).isTrue();
    assertThat(WorkingTime.isOpen(paris(LocalDateTime.parse("2026-12-01T17:29")))).isTrue();
    assertThat(WorkingTime.isOpen(paris(LocalDateTime.parse("2026-12-01T17:30")))).isFalse();
    assertThat(WorkingTime.isOpen(paris(LocalDateTime.parse("2026-12-06T12:00")))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, passwd",
    "C:\\Users\\moi\\capture.png, capture.png",
    ".htaccess, htaccess",
    "\"a\"\"b<c>|?*.csv\", abc.csv",
    "'', fichier",
    "///, fichier"
  })
  void theNameOfAFileIsOnlyALabel(String name, String label) {
    assertThat(HelpFiles.label(name)).isEqualTo(label);
  }

  @Test
  void noNameTurnsItsLettersAround() {
    assertThat(HelpFiles.label("facture\u202efdp.exe\r\nX: y")).isEqualTo("facturefdp.exeX y");
    assertThat(HelpFiles.label("a".repeat(500) + ".csv")).hasSize(120).endsWith(".csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://ailleurs.example/", "/programme/../depots", "/comptes", "//x"})
  void oneComesFromPagesOfOursAlone(String page) {
    assertThat(HelpWords.page(page)).isEmpty();
    assertThat(HelpWords.page("/programme/saisons/x")).isEqualTo("/programme/saisons/x");
  }

  private static Instant paris(LocalDateTime there) {
    return there.atZone(WorkingTime.ZONE).toInstant();
  }
}
