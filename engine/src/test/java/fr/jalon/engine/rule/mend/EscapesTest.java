package fr.jalon.engine.rule.mend;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.rule.mend.Escapes.Extent;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MARCHÉ_x0001_Déplacement | MARCHÉ Déplacement",
        "MARCHÉ _x0001_Déplacement | MARCHÉ Déplacement",
        "fin_x000D_ | fin",
        "Caf&eacute; de l&#39;&Eacute;toile | Café de l'Étoile",
        "R&amp;D | R&D",
        "2&egrave; &eacute;tage | 2è étage",
        "&agrave; Gien | à Gien",
        "&amp;amp;eacute; | é",
        "12&nbsp;&euro; | 12\u00a0€",
        "l&rsquo;&#233;t&#xE9; | l’été"
      })
  void writesPlainlyWhatNobodyTypes(String text, String plain) {
    assertThat(Escapes.undone(text, Extent.SURE)).isEqualTo(plain);
    assertThat(Escapes.undone(plain, Extent.ALL)).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "voir _x0041_",
        "écrire &eacute; pour é",
        "&eacute;",
        "&laquo;",
        "&egrave; : e accent grave",
        "a &lt; b",
        "<p>Caf&eacute;</p>",
        "R&D",
        "AT&T;",
        "?a=1&copy=2",
        "&inconnu;",
        "fichier_x1_final",
        "_x005F_x000D_"
      })
  void leavesTheRestToBeAsked(String text) {
    assertThat(Escapes.undone(text, Extent.SURE)).isEqualTo(text);
  }

  @Test
  void asksOfTheRestWhatItWouldBe() {
    assertThat(Escapes.undone("voir _x0041_", Extent.ALL)).isEqualTo("voir A");
    assertThat(Escapes.undone("a &lt; b", Extent.ALL)).isEqualTo("a < b");
    assertThat(Escapes.undone("_x005F_x0041_", Extent.ALL)).isEqualTo("_x005F_x0041_");
  }

  @Test
  void readsAMegabyteInNoTime() {
    Assertions.assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          Escapes.undone("&" + "amp;".repeat(1 << 18), Extent.ALL);
          Escapes.undone("&amp;".repeat(1 << 18), Extent.ALL);
          Escapes.undone("_x0001".repeat(1 << 17), Extent.ALL);
          Escapes.undone("<a".repeat(1 << 19) + "&eacute;", Extent.ALL);
        });
  }
}
