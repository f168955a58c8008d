package fr.jalon.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisreadingTest {
  @ParameterizedTest
  @CsvSource({
    "WINDOWS_AS_MACINTOSH, ProvenchËres, Provenchères",
    "WINDOWS_AS_MACINTOSH, ProvenchÃƒÆ’Ã¢â‚¬Â¹res, Provenchères",
    "WINDOWS_AS_MACINTOSH, FranÁais, Français",
    "MACINTOSH_AS_WINDOWS, RŽmi, Rémi",
    "DOS_AS_WINDOWS, R‚mi, Rémi",
    "DOS_AS_WINDOWS, 1 all‚e du Pont, 1 allée du Pont",
    "WINDOWS_AS_DOS, RÚmi, Rémi",
    "WINDOWS_AS_FIRST_DOS, RΘmi, Rémi"
  })
  void readsAgainWhatFrenchCannotHold(Misreading misreading, String text, String meant) {
    assertThat(misreading.read(text)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Provenchères",
        "Škoda",
        "KOŠICE",
        "Ñandú",
        "McÉwan",
        "LaÉtitia",
        "SaintÉtienne",
        "DÉPÔT",
        "mot†",
        "Tours‚Orléans",
        "Paris–Lyon…",
        "IRMÃ",
        "Œuvre",
        "CŒUR",
        "Александр",
        "日本"
      })
  void leavesRightTextsAlone(String text) {
    for (Misreading misreading : Misreading.values()) {
      assertThat(misreading.read(text)).as(misreading.name()).isEqualTo(text);
    }
  }

  @Test
  void changesNothingTwice() {
    String once = Misreading.WINDOWS_AS_MACINTOSH.read("lÈgumes de ForÍt");
    for (Misreading misreading : Misreading.values()) {
      assertThat(misreading.read(once)).isEqualTo(once);
    }
  }
}
