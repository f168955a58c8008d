package fr.jalon.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {
  private static final String TEXT = "Élève à l’école : « goûter » n° 3, cœur brûlé, garçon, 12 €";

  private static String spoilt(String text, String charset) {
    return new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName(charset));
  }

  @ParameterizedTest
  @CsvSource({
    "x-MacRoman, 1",
    "x-MacRoman, 2",
    "IBM850, 1",
    "IBM850, 2",
    "ISO-8859-1, 1",
    "ISO-8859-1, 2"
  })
  void bringsBackAccentsReadInTheWrongAlphabet(String charset, int times) {
    String spoilt = TEXT;
    for (int i = 0; i < times; i++) {
      spoilt = spoilt(spoilt, charset);
    }
    assertThat(spoilt).isNotEqualTo(TEXT);
    assertThat(Mojibake.mend(spoilt)).isEqualTo(TEXT);
  }

  @Test
  void bringsBackWhatWindowsReadTwice() {
    assertThat(Mojibake.mend("MusÃ©e, MusÃƒÂ©e, cÅ“ur, lâ€™Ã©tÃ©"))
        .isEqualTo("Musée, Musée, cœur, l’été");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CHÂTEAU",
        "RÔLE",
        "PÔLE ÉCO",
        "Âge",
        "√2",
        "a ≈ b",
        "¬A",
        "├── dossier",
        "DÉPÔT",
        "‚oui‘",
        "DRÔLE D’ÉTÉ",
        "ÔÉ"
      })
  void leavesSoundTextAlone(String text) {
    assertThat(Mojibake.mend(text)).isEqualTo(text);
  }
}
