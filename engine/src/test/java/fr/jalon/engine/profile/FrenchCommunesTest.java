package fr.jalon.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrenchCommunesTest {
  private static final FrenchCommunes COMMUNES = FrenchCommunes.all();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bourg-en-Bresse",
        "BOURG EN BRESSE CEDEX 9",
        "01000 Bourg-en-Bresse",
        "1000 BOURG EN BRESSE",
        "St-Étienne",
        "Ste-Maxime",
        "Lyon 3e",
        "PARIS 12",
        "Le Havre",
        "Havre (Le)",
        "L'Abergement-Clémenciat",
        "ABERGEMENT CLEMENCIAT (L')",
        "Œting",
        "L'Haÿ-les-Roses"
      })
  void knowsACommuneHoweverWritten(String name) {
    assertThat(COMMUNES.isNamed(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Waterloo", "Barcelone", "Figueres", "Girona", "Comines-Warneton", "Le", "", "7"})
  void knowsNoOther(String name) {
    assertThat(COMMUNES.isNamed(name)).isFalse();
  }

  @Test
  void knowsWhichCodeGoesWithWhichName() {
    assertThat(COMMUNES.hasCode("01053")).isTrue();
    assertThat(COMMUNES.hasCode("Laon", "02408")).isTrue();
    assertThat(COMMUNES.hasCode("Laon", "02409")).isFalse();
    assertThat(COMMUNES.hasPostalCode("Bourg-en-Bresse", "01000")).isTrue();
    assertThat(COMMUNES.hasPostalCode("Bourg-en-Bresse", "01012")).isFalse();
    assertThat(COMMUNES.hasPostalCode("Bourg-en-Bresse CEDEX", "01012")).isTrue();
    assertThat(COMMUNES.hasPostalCode("Paris", "01000")).isFalse();
    assertThat(COMMUNES.isIn("Nice", "06")).isTrue();
    assertThat(COMMUNES.isIn("Nice", "05")).isFalse();
  }
}
