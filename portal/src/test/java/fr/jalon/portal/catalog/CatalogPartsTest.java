package fr.jalon.portal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatalogPartsTest {
  @Test
  void foldsWordsAsPeopleTypeThem() {
    assertThat(Folding.fold("Équipements d’Œuilly")).isEqualTo("equipements d'oeuilly");
    assertThat(Folding.slug("Équipements d’Œuilly (2024) !"))
        .isEqualTo("equipements-d-oeuilly-2024");
    assertThat(Folding.slug("東京")).isEqualTo("donnees");
    assertThat(Folding.slug("é".repeat(300))).hasSize(80);
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
