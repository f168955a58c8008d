package fr.jalon.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

  /**
   * Every letter of French and of its western neighbours, and its signs, in every place of a word,
   * in every usual wrong alphabet, once and twice: what is called sure is the original.
   */
  @Test
  void isSureOfNothingButTheOriginal() {
    int sure = 0;
    int wrong = 0;
    for (String charset :
        List.of("windows-1252", "ISO-8859-1", "ISO-8859-15", "x-MacRoman", "IBM850", "IBM437")) {
      for (String original : originals()) {
        String once = spoilt(original, charset);
        for (String spoilt : List.of(once, spoilt(once, charset))) {
          Mojibake.Reading reading = Mojibake.read(spoilt);
          if (reading.surety() == Mojibake.Surety.SURE) {
            sure++;
            wrong += reading.text().equals(original) ? 0 : 1;
          }
          assertThat(Mojibake.mend(reading.text())).isEqualTo(reading.text());
        }
      }
    }
    assertThat(wrong).isZero();
    assertThat(sure).isGreaterThan(4000);
  }

  private static List<String> originals() {
    List<String> originals = new ArrayList<>();
    for (char letter : "àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ’«»–—…°²³€“”ñáíóúãõ".toCharArray()) {
      for (String place :
          List.of("%s", "a%sb", "%sb", "ab%s", "A%sB", "AB%s", "%sB", "ab%s c", "%s la", "l’%s")) {
        originals.add(place.replace('%', letter).replace("s", ""));
      }
    }
    return originals;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fête de l’« Été\u00a0»",
        "Festival « Santé\u00a0»",
        "« Liberté\u00a0», 3e édition",
        "Salle « Voilà\u00a0»",
        "12 000 €, soit 20\u00a0% : c’est dit\u00a0!",
        "São Paulo",
        "IRMÃ DULCE",
        "CORAÇÕES",
        "Škoda",
        "Ñandú",
        "Žižkov, Dvořák, ŁÓDŹ",
        "ÅÄÖ BLÅBÄR",
        "東京の頻度",
        "Ελλάδα",
        "Россия",
        "العربية",
        "😀 👨\u200d👩\u200d👧",
        "Ã",
        "CAFÉ™"
      })
  void leavesRightTextsOfTheWorldAlone(String text) {
    assertThat(Mojibake.read(text)).extracting("surety").isEqualTo(Mojibake.Surety.SOUND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ã© perdu ï¿½", "Ã© perdu \ufffd", "Ã© Ã¯Â¿Â½"})
  void neverMendsATextThatLostALetter(String text) {
    assertThat(Mojibake.mend(text)).isEqualTo(text);
    assertThat(Mojibake.isLost(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SKÅ’S", "MANHÃ®", "R=2√πr", "√∑n", "2r√πr", "a√±b", "x2√±yz"})
  void asksOfCapitalsBeforeSignsAndOfFormulas(String text) {
    assertThat(Mojibake.read(text).surety()).isEqualTo(Mojibake.Surety.DOUBTFUL);
  }

  @ParameterizedTest
  @CsvSource({
    "CÅ’UR, CŒUR",
    "VÅ’U, VŒU",
    "CAFÃ© DES SPORTS, CAFé DES SPORTS",
    "d’o√π vient, d’où vient",
    "Mu√±oz, Muñoz",
    "'Ã 12h', à 12h",
    "'voilÃ !', voilà !",
    "'voilÃ , oui', 'voilà, oui'"
  })
  void isSureInsideWords(String spoilt, String right) {
    assertThat(Mojibake.read(spoilt))
        .isEqualTo(
            new Mojibake.Reading(right, Mojibake.Surety.SURE, Mojibake.read(spoilt).windows()));
  }

  @Test
  void asksWhereTheTextMayBeRight() {
    assertThat(Mojibake.read("TOTALÂ\u00a0:").surety()).isEqualTo(Mojibake.Surety.DOUBTFUL);
    assertThat(Mojibake.read("« le signe é s’affiche Ã© »").surety())
        .isEqualTo(Mojibake.Surety.DOUBTFUL);
    assertThat(Mojibake.read("ÃŽle").surety()).isEqualTo(Mojibake.Surety.TIED);
    assertThat(Mojibake.read("accÃƒÆ’Ã¢â‚¬Â¹s ForÃƒÆ’Ã¯â€ Â_t").surety())
        .isEqualTo(Mojibake.Surety.BEYOND);
  }

  @Test
  void readsAMegabyteOfAnythingInNoTime() {
    Random random = new Random(7);
    String any =
        random
            .ints(1 << 20, 1, 0x2600)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          Mojibake.mend(any);
          Mojibake.mend("Ã©".repeat(1 << 19));
          Mojibake.mend("Ã".repeat(1 << 20));
          for (Misreading misreading : Misreading.values()) {
            misreading.read(any);
          }
        });
  }
}
