package fr.jalon.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.rule.mend.Proposal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "n;ouvert|a;x|b;|c;X ! n;ouvert|a;oui|b;non|c;oui",
        "n;ouvert|a;✓|b;|c;✔ ! n;ouvert|a;oui|b;non|c;oui",
        "n;ouvert|a;OUI|b;|c;OUI ! n;ouvert|a;OUI|b;NON|c;OUI",
        "n;ouvert|a;Oui|b;|c;Oui|d;oui ! n;ouvert|a;Oui|b;Non|c;Oui|d;Oui",
        "n;ouvert|a;VRAI|b;|c;VRAI ! n;ouvert|a;VRAI|b;FAUX|c;VRAI"
      })
  void asksWhetherNothingMeansNo(String before, String after) throws Exception {
    Told told = Told.of(before);
    Proposal mend = told.proposal("yes-or-nothing");

    assertThat(mend.certain()).isFalse();
    assertThat(told.mended(mend)).isEqualTo(after);
    assertThat(mend.count()).isEqualTo(changed(before, after));
    assertThat(told.proposals()).noneMatch(other -> other.rule().equals("blank-word"));
    assertThat(told.causes("boolean-form")).isEmpty();
  }

  private static long changed(String before, String after) {
    String[] was = before.split("\\|");
    String[] is = after.split("\\|");
    long changed = 0;
    for (int row = 0; row < was.length; row++) {
      changed += was[row].equals(is[row]) ? 0 : 1;
    }
    return changed;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n;note|a;x|b;|c;voir la mairie",
        "n;rang|a;A|b;|c;B",
        "n;rang|a;1|b;|c;1",
        "n;sens|a;O|b;|c;O",
        "n;ouvert|a;oui|b;|c;non",
        "n;ouvert|a;x|b;x|c;x"
      })
  void asksNothingOfOtherColumns(String table) throws Exception {
    assertThat(Told.of(table).causes("yes-or-nothing")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "v|Oui|Non|OUI|oui|Oui ! v|Oui|Non|Oui|Oui|Oui",
        "v|oui|non|O|vrai|oui|FAUX ! v|oui|non|oui|oui|oui|non",
        "v|OUI|non|OUI|OUI ! v|OUI|NON|OUI|OUI"
      })
  void asksToWriteYesAndNoInOneWay(String before, String after) throws Exception {
    Told told = Told.of(before);
    Proposal mend = told.proposal("boolean-form");

    assertThat(mend.certain()).isFalse();
    assertThat(told.mended(mend)).isEqualTo(after);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v|Oui|Non|Oui", "v|O|V|F|N|O", "v|VRAI|FAUX"})
  void leavesAnswersOfOneWayAndCodesAlone(String table) throws Exception {
    assertThat(Told.of(table).causes("boolean-form")).isEmpty();
  }

  @Test
  void takesNoSchoolYearForAFaultOfAYear() throws Exception {
    assertThat(
            Told.of("exercice|2021|2022|2023|2022/2023|2022-23|2023/2024|2024|2025|2020|2019")
                .causes("wrong-type"))
        .isEmpty();
    assertThat(
            Told.of("exercice|2021|2022|2023|2023/2021|2020|2024|2025|2019|2018|2017")
                .causes("wrong-type"))
        .hasSize(1);
  }

  @Test
  void tellsUnseenSpacesAmongNumbersOnce() throws Exception {
    Told told = Told.of("n|1|2|3|4|5|6|7|8|9|\u00a0\u00a0");

    assertThat(told.causes("only-spaces")).hasSize(1);
    assertThat(told.causes("wrong-type")).isEmpty();
  }
}
