package fr.jalon.portal.deposit.describe;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.portal.catalog.Theme;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThemesTest {
  @Test
  void theFirstWordOfATitleSaysMoreThanWhatQualifiesIt() {
    assertThat(Themes.guess(List.of("Stationnement des écoles"), List.of(), List.of()))
        .hasValue(Theme.TRANSPORT);
    assertThat(Themes.guess(List.of("Écoles et leur stationnement"), List.of(), List.of()))
        .hasValue(Theme.EDUCATION);
  }

  @Test
  void anExpressionIsReadWhole() {
    assertThat(Themes.guess(List.of("Points d'eau incendie"), List.of(), List.of()))
        .hasValue(Theme.JUSTICE);
    assertThat(Themes.guess(List.of("Espaces verts municipaux"), List.of(), List.of()))
        .hasValue(Theme.ENVIRONMENT);
  }

  @Test
  void columnsAloneMakeAThemeWhenSeveralAgree() {
    assertThat(Themes.guess(List.of("Liste"), List.of("Espèce", "Essence", "Lieu"), List.of()))
        .hasValue(Theme.ENVIRONMENT);
    assertThat(Themes.guess(List.of("Liste"), List.of("Espèce", "Lieu"), List.of())).isEmpty();
  }

  @Test
  void whatOnlyOneThemeHoldsCounts() {
    assertThat(Themes.guess(List.of("Liste"), List.of("Nom"), List.of(Kinds.UAI)))
        .hasValue(Theme.EDUCATION);
  }

  @Test
  void twoThemesAsLikelyAreNone() {
    assertThat(Themes.guess(List.of(""), List.of("Arbre", "Fleur", "Bus"), List.of())).isEmpty();
    assertThat(Themes.guess(List.of("Tableau"), List.of("A", "B"), List.of())).isEmpty();
  }
}
