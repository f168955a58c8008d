package fr.jalon.portal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatalogPartsTest {
  @Test
  void foldsWordsAsPeopleTypeThem() {
    assertThat(Folding.fold("Équipements d’Œuilly")).isEqualTo("equipements d'oeuilly");
    assertThat(Folding.slug("Équipements d’Œuilly (2024) !"))
        .isEqualTo("equipements-d-oeuilly-2024");
    assertThat(Folding.fold("ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ àâäçéèêëîïôöùûüÿœæ"))
        .isEqualTo("aaaceeeeiioouuuyoeae aaaceeeeiioouuuyoeae");
    assertThat(Folding.fold("Saint‑Cyr–l’École ʼ ﬁn ß Łódź ☃ co\u00ADrrigé"))
        .isEqualTo("saint-cyr-l'ecole ' fin ss lodz ☃ corrige");
    assertThat(Folding.slug("東京")).isEqualTo("donnees");
    assertThat(Folding.slug("é".repeat(300))).hasSize(80);
  }

  @Test
  void takesTheWordsOfATextApart() {
    assertThat(SearchWords.of("L’Île-Bouchard : n° 12, qu'on l'écrive"))
        .containsExactly("ile", "bouchard", "12", "on", "ecrive");
    assertThat(SearchWords.of("nom_beneficiaire 东京 45232"))
        .contains("nom", "beneficiaire", "45232");
    assertThat(SearchWords.of("x".repeat(5_000)).get(0)).hasSize(40);
    assertThat(SearchWords.of("'-’ \0 _")).isEmpty();
  }

  @Test
  void countsTypingErrors() {
    assertThat(Misspelling.errors("arbes", "arbres")).isEqualTo(1);
    assertThat(Misspelling.errors("arbers", "arbres")).as("two exchanged").isEqualTo(1);
    assertThat(Misspelling.errors("mediatheqe", "mediatheque")).isEqualTo(1);
    assertThat(Misspelling.errors("bicyclete", "tricycle")).isGreaterThan(2);
    assertThat(Misspelling.errors("soubvension", "subventions")).as("no plural").isEqualTo(2);
    assertThat(Misspelling.forgiven("eau")).isZero();
    assertThat(Misspelling.forgiven("45232")).as("nobody guesses a code").isZero();
    assertThat(Misspelling.forgiven("arbre")).isEqualTo(1);
    assertThat(Misspelling.forgiven("mediatheque")).isEqualTo(2);
  }

  @Test
  void nearWordsShareADeletion() {
    for (String[] pair :
        new String[][] {
          {"arbes", "arbres"},
          {"arbers", "arbres"},
          {"inondatoin", "inondation"},
          {"subvension", "subvention"},
          {"defibrilateur", "defibrillateur"},
          {"budjet", "budget"},
          {"cantnie", "cantine"},
          {"xarbre", "arbre"}
        }) {
      assertThat(Misspelling.deletions(pair[0]))
          .as(pair[0])
          .containsAnyElementsOf(Misspelling.deletions(pair[1]));
    }
  }

  @Test
  void promisesTheFirstSentenceAndTellsTheRestAfter() {
    Description said =
        SampleDatasets.description(
            "Arbres",
            "L’inventaire des arbres, au 1.1.2024. Chaque arbre.\n\nEt la suite.",
            Theme.ENERGY);

    assertThat(said.promise()).isEqualTo("L’inventaire des arbres, au 1.1.2024.");
    assertThat(said.rest()).containsExactly("Chaque arbre.", "Et la suite.");
  }
}
