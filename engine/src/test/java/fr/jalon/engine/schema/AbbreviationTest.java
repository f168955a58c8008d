package fr.jalon.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.profile.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbbreviationTest {
  @ParameterizedTest
  @CsvSource({
    "haut_tot, Hauteur totale, true",
    "tronc_diam, Diamètre du tronc, true",
    "fk_stadedev, Stade de développement, true",
    "STADE_DEV, Stade de développement, true",
    "fk_port, Port, true",
    "haut_tronc, Hauteur totale, false",
    "haut, Hauteur totale, false",
    "haut_tot_max, Hauteur totale, false",
    "ha_to, Hauteur totale, false",
    "com_nom, Nom commun, false",
    "stadenautique, Stade de développement, false",
    "fk, Port, false",
  })
  void aNameIsShortForAnotherWhenEachWordIsBegun(String header, String name, boolean expected) {
    boolean is = Abbreviation.of(name).isOf(Abbreviation.shorts(Words.of(header)));
    assertThat(is).isEqualTo(expected);
  }
}
