package fr.jalon.portal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class CatalogSearchIT extends CatalogIT {
  @Autowired private CatalogSearch search;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void publishThree() {
    jdbc.sql("truncate catalog.dataset, catalog.version, catalog.search_word cascade").update();
    samples()
        .publish(SampleDatasets.trees(3).titled("Équipements sportifs de la ville de Châteauroux"));
    samples().publish(SampleDatasets.subsidies(4));
    samples().publish(SampleDatasets.districts());
  }

  @Test
  void findsWordsWhateverTheirAccentsAndPlurals() {
    assertThat(titles("equipement chateauroux"))
        .containsExactly("Équipements sportifs de la ville de Châteauroux");
    assertThat(titles("SUBVENTION versee")).containsExactly("Subventions versées aux associations");
    assertThat(titles("subv")).containsExactly("Subventions versées aux associations");
  }

  @Test
  void findsByThePublisherTheKeywordsAndTheColumns() {
    assertThat(titles("vendôme")).containsExactly("Subventions versées aux associations");
    assertThat(titles("démocratie locale")).containsExactly("Périmètres des conseils de quartier");
    assertThat(titles("montant en euros")).containsExactly("Subventions versées aux associations");
  }

  @Test
  void givesWhatHoldsSomeOfTheWordsAndSaysSo() {
    var found = search.find(CatalogQuery.of(Map.of("q", "subventions licorne")));

    assertThat(found.loosened()).isTrue();
    assertThat(found.datasets()).hasSize(1);
  }

  @Test
  void narrowsByFacetsAndCountsTheOthers() {
    var found = search.find(CatalogQuery.of(Map.of("theme", "economy")));

    assertThat(found.total()).isEqualTo(1);
    assertThat(found.choices().get(CatalogQuery.Facet.THEME)).hasSize(3);
    assertThat(found.choices().get(CatalogQuery.Facet.PUBLISHER))
        .extracting(CatalogSearch.Choice::value)
        .containsExactly("vendome");
  }

  @Test
  void takesAnythingTypedForWords() {
    for (String typed :
        List.of("'", "a & b | !c", "\"guillemets\" -moins", ":*", "((((", "%_\\", "le")) {
      assertThat(page("/jeux-de-donnees?q=" + RowAddress.encode(typed))).contains("<h1>");
    }
    assertThat(visitor().get("/jeux-de-donnees?q=%00").statusCode()).isEqualTo(400);
  }

  private List<String> titles(String text) {
    return search.find(CatalogQuery.of(Map.of("q", text))).datasets().stream()
        .map(Dataset::title)
        .toList();
  }
}
