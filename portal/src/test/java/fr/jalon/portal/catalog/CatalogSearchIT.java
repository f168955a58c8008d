package fr.jalon.portal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class CatalogSearchIT extends CatalogIT {
  private static final String SUBSIDIES = "Subventions versées aux associations";

  @Autowired private CatalogSearch search;
  @Autowired private SearchEntries entries;
  @Autowired private Synonyms synonyms;
  @Autowired private Withdrawals withdrawals;
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

  @Test
  void forgivesErrorsInWordsThatNothingHoldsAndSaysSo() {
    var found = search.find(CatalogQuery.of(Map.of("q", "subvension vendome")));

    assertThat(found.datasets()).extracting(Dataset::title).containsExactly(SUBSIDIES);
    assertThat(found.corrections()).containsExactly(new Correction("subvension", "subventions"));
    assertThat(found.loosened()).isFalse();
    assertThat(titles("soubvension")).as("two errors").containsExactly(SUBSIDIES);
    assertThat(titles("xoubvension")).as("three are another word").isEmpty();
  }

  @Test
  void findsByCodesWordsOfValuesAndOtherWords() {
    assertThat(titles("aides aux assos 41269")).as("INSEE").containsExactly(SUBSIDIES);
    assertThat(titles("41100")).as("postal code").containsExactly(SUBSIDIES);
    assertThat(titles("214102691")).as("SIREN").containsExactly(SUBSIDIES);
    assertThat(titles("\"versées aux associations\"")).containsExactly(SUBSIDIES);
    assertThat(titles("\"associations versées\"")).isEmpty();
    assertThat(titles("quartiers -associations"))
        .containsExactly("Périmètres des conseils de quartier");
    assertThat(titles("-associations")).hasSize(2).doesNotContain(SUBSIDIES);
  }

  @Test
  void putsTheBestFirstThenTheLatest() {
    samples().publish(SampleDatasets.subsidies(4).titled("Comptes de la mairie, année une"));
    samples().publish(SampleDatasets.subsidies(4).titled("Comptes de la mairie, année deux"));
    age("Comptes de la mairie, année une", 3);
    assertThat(titles("comptes mairie"))
        .containsExactly("Comptes de la mairie, année deux", "Comptes de la mairie, année une");
    age("Comptes de la mairie, année deux", 6);
    assertThat(titles("comptes mairie"))
        .containsExactly("Comptes de la mairie, année une", "Comptes de la mairie, année deux");
    age(SUBSIDIES, 9);
    assertThat(titles("subventions versées").get(0))
        .as("a better title counts more than ten years")
        .isEqualTo(SUBSIDIES);
  }

  @Test
  void beingNewMakesUpForAWordMoreInTheTitle() {
    samples().publish(SampleDatasets.subsidies(4).titled("Comptes de la mairie"));
    samples().publish(SampleDatasets.subsidies(4).titled("Comptes de la mairie annuels"));
    age("Comptes de la mairie annuels", 8);
    age("Comptes de la mairie", 9);
    assertThat(titles("comptes mairie").get(0))
        .as("both are old")
        .isEqualTo("Comptes de la mairie");
    age("Comptes de la mairie annuels", 0);
    assertThat(titles("comptes mairie").get(0)).isEqualTo("Comptes de la mairie annuels");
  }

  @Test
  void theAuthorityNamedInFullComesFirst() {
    samples().publish(SampleDatasets.subsidiesOf("tours", 4).titled("Subventions de la ville"));
    samples().publish(SampleDatasets.subsidiesOf("joue-les-tours", 4).titled("Subventions"));
    age("Subventions de la ville", 9);

    assertThat(titles("subventions tours"))
        .containsExactly("Subventions de la ville", "Subventions");
    assertThat(titles("subventions joué les tours")).containsExactly("Subventions");
    assertThat(titles("subventions 37000").get(0)).isEqualTo("Subventions de la ville");
  }

  @Test
  void takesSeveralValuesOfAFacetAndCountsAsIfNoneWereChosen() {
    var found =
        search.find(
            CatalogQuery.ofLists(
                Map.of(
                    "theme", List.of("economy", "government"),
                    "territoire", List.of("departement-41"))));

    assertThat(found.datasets()).extracting(Dataset::title).containsExactly(SUBSIDIES);
    assertThat(counts(found, CatalogQuery.Facet.THEME)).isEqualTo(Map.of("ECONOMY", 1L));
    assertThat(counts(found, CatalogQuery.Facet.TERRITORY))
        .containsEntry("commune-41269", 1L)
        .containsEntry("commune-28134", 1L)
        .containsEntry("region-24", 2L);
    var none =
        search.find(
            CatalogQuery.of(
                Map.of("theme", "economy", "collectivite", "dreux", "fraicheur", "a-jour")));
    assertThat(none.total()).isZero();
    assertThat(none.without())
        .isEqualTo(Map.of(CatalogQuery.Facet.THEME, 1L, CatalogQuery.Facet.PUBLISHER, 1L));
  }

  @Test
  void neitherFindsNorGuessesWhatWasWithdrawn() {
    Dataset secret =
        samples().publish(SampleDatasets.districts().titled("Ornithorynques de la ville"));
    assertThat(titles("ornithorinque")).containsExactly("Ornithorynques de la ville");

    withdrawals.withdraw(secret.id(), person(Role.ADMINISTRATOR, null), "Essai", false);

    var found = search.find(CatalogQuery.of(Map.of("q", "ornithorinque")));
    assertThat(found.total()).isZero();
    assertThat(found.corrections()).isEmpty();
    assertThat(
            jdbc.sql("select count(*) from catalog.search_word where word like 'ornith%'")
                .query(Long.class)
                .single())
        .isZero();
    withdrawals.restore(secret.id(), person(Role.ADMINISTRATOR, null));
    assertThat(titles("ornithorinque")).hasSize(1);
    Dataset again =
        samples().putInSandbox(SampleDatasets.districts().titled("Caméléons"), secret.id());
    assertThat(titles("caméléon")).as("a sandbox").isEmpty();
    datasets.publish(
        again.id(), java.util.Objects.requireNonNull(again.sandbox()).id(), SampleDatasets.SOMEONE);
    assertThat(titles("caméléon")).hasSize(1);
    assertThat(titles("ornithorynques")).as("words of the version before").isEmpty();
  }

  @Test
  void makesAgainWhatAnEarlierJalonDidNot() {
    var before = words();
    jdbc.sql("truncate catalog.search_entry, catalog.search_word cascade").update();
    assertThat(titles("subventions")).isEmpty();

    entries.catchUp();

    assertThat(titles("subventions")).containsExactly(SUBSIDIES);
    assertThat(words()).isEqualTo(before);
    jdbc.sql("update catalog.search_entry set revision = 0").update();
    entries.catchUp();
    assertThat(words()).as("counted once").isEqualTo(before);
  }

  @Test
  void administratorsAddWordsForTheSameThing() {
    TestVisitor desk = visitor().signIn(person(Role.ADMINISTRATOR, null).email(), PASSWORD);
    assertThat(titles("pécule")).isEmpty();
    desk.get(CatalogPaths.SYNONYMS);
    assertThat(desk.post(CatalogPaths.SYNONYMS, Map.of("phrases", "pécule")).statusCode())
        .isEqualTo(422);
    assertThat(
            desk.post(CatalogPaths.SYNONYMS, Map.of("phrases", "x,".repeat(40) + "y".repeat(99)))
                .statusCode())
        .isEqualTo(422);
    desk.post(CatalogPaths.SYNONYMS, Map.of("phrases", "pécule, subventions; <b>sous</b>"));

    assertThat(titles("pecule vendome")).containsExactly(SUBSIDIES);
    assertThat(desk.get(CatalogPaths.SYNONYMS).body())
        .contains("pécule, subventions", "&lt;b&gt;")
        .doesNotContain("<b>sous");
    desk.post(
        CatalogPaths.SYNONYMS + "/" + synonyms.listAdded().get(0).id() + "/retirer", Map.of());
    assertThat(titles("pécule")).isEmpty();
  }

  @Test
  void marksWhatWasSoughtAndNothingElse() {
    samples().publish(SampleDatasets.hostile());

    String page = page("/jeux-de-donnees?q=script+essai");

    assertThat(page)
        .contains("<mark>Essai</mark>", "&lt;<mark>script</mark>&gt;")
        .doesNotContain("<script>window", "<img src=x");
    assertThat(page("/jeux-de-donnees?q=conseil+quartier"))
        .contains("Périmètres des <mark>conseils</mark> de <mark>quartier</mark>");
    assertThat(page("/jeux-de-donnees?q=montant")).contains("<mark>Montant</mark> en euros");
  }

  @Test
  void helpsWhoFindsNothing() {
    assertThat(page("/jeux-de-donnees?q=xylophone+dreux"))
        .contains("Dreux n'a pas encore ouvert", "/collectivites/dreux", "collectivite=dreux");
    assertThat(page("/jeux-de-donnees?q=subventions+amboise"))
        .contains("/collectivites/amboise")
        .doesNotContain("collectivite=amboise");
    assertThat(page("/jeux-de-donnees?q=subventions+blois")).contains("territoire=departement-41");
    assertThat(page("/jeux-de-donnees?theme=economy&collectivite=dreux"))
        .contains("Sans «\u00a0Dreux\u00a0»\u202f: 1 jeu de données");
    assertThat(page("/jeux-de-donnees?theme=nimporte&page=-3&fraicheur=x&territoire=%3Cb%3E"))
        .contains("Aucun jeu de données ne correspond", "&lt;b&gt;");
  }

  private static Map<String, Long> counts(
      CatalogSearch.SearchResults found, CatalogQuery.Facet facet) {
    return found.choices(facet).stream()
        .collect(Collectors.toMap(CatalogSearch.Choice::value, CatalogSearch.Choice::count));
  }

  private Map<String, Integer> words() {
    return jdbc
        .sql("select word, datasets from catalog.search_word")
        .query((row, number) -> Map.entry(row.getString(1), row.getInt(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private void age(String title, int years) {
    jdbc.sql(
            "update catalog.search_entry set published_at = now() - :years * interval '1 year' where title_folded = :title")
        .param("years", years)
        .param("title", Folding.fold(title))
        .update();
  }

  private List<String> titles(String text) {
    return search.find(CatalogQuery.of(Map.of("q", text))).datasets().stream()
        .map(Dataset::title)
        .toList();
  }
}
