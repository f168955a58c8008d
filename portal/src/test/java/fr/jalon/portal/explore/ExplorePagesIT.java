package fr.jalon.portal.explore;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.SampleDatasets;
import fr.jalon.portal.catalog.Version;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExplorePagesIT extends CatalogIT {
  @Test
  void showsEveryWayOfSeeingADataset() {
    String path = "/jeux-de-donnees/" + samples().publish(SampleDatasets.trees(300)).slug();

    assertThat(page("/")).contains("Arbres du domaine public");
    assertThat(page("/jeux-de-donnees")).contains("Arbres du domaine public");
    assertThat(page("/collectivites/chateauroux")).contains("Arbres du domaine public");
    assertThat(page(path)).contains("<table class=\"data\"", "A00001", "id_arbre");
    assertThat(page(path + "?page=2")).contains("A00051").doesNotContain("A00001");
    assertThat(page(path + "?ligne=77")).contains("id=\"ligne-77\" class=\"sought\"");
    assertThat(page(path + "?vue=carte")).contains("<circle", "data-bounds=");
    assertThat(page(path + "?vue=graphique")).contains("<rect class=\"bar\"");
    assertThat(page(path + "?espece__contains=chene&filtres=oui"))
        .contains("Chêne pédonculé", "contient")
        .doesNotContain("Platane commun");
    assertThat(page(path + "/lignes/3")).contains("A00003");
    assertThat(page(path + "/carte?ouest=1&sud=46&est=2&nord=47")).contains("\"groups\"");
    assertThat(page(path + "?lang=en")).contains("Filter the columns");
  }

  @Test
  void drawsNoEndlessFrame() {
    String path = "/jeux-de-donnees/" + samples().publish(SampleDatasets.trees(3)).slug();
    for (String frame :
        List.of("-Infinity&sud=-1&est=Infinity&nord=1", "NaN&sud=1&est=1&nord=2", "1e300&sud=1")) {
      assertThat(visitor().getJson(path + "/carte?ouest=" + frame).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void keepsAndFindsColumnsOfAnyNameAndValue() {
    SampleDatasets.Sample trees = SampleDatasets.trees(1);
    String paragraph =
        new Random(1)
            .ints(9000, 'a', 'z')
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    List<String> names = List.of(paragraph, "n\0om", "a\"b.c__d", "page", "select *; --");
    Dataset dataset =
        samples()
            .publish(
                new SampleDatasets.Sample(
                    trees.publisher(),
                    trees.description(),
                    names.stream()
                        .map(name -> SampleDatasets.column(name, ValueType.TEXT, Kinds.TEXT, name))
                        .toList(),
                    2,
                    i -> List.of("v\0" + i, "b", "c" + i, "d", "")));

    String path = "/api/datasets/" + dataset.slug() + "/rows";
    assertThat(page(path)).contains("\"nom\":\"b\"", "\"page\":\"d\"");
    assertThat(page(path + "?a%22b.c__d__exact=c1")).contains("\"c1\"").doesNotContain("\"c0\"");
    assertThat(page("/jeux-de-donnees/" + dataset.slug() + "?filtres=oui")).contains("nom");
  }

  @Test
  void drawsAreasToo() {
    String path = "/jeux-de-donnees/" + samples().publish(SampleDatasets.districts()).slug();

    assertThat(page(path + "?vue=carte")).contains("<path class=\"shape\"");
    assertThat(page(path + "/carte?ouest=-10&sud=40&est=10&nord=52&zoom=14"))
        .contains("\"area\":true", "\"rings\":[[");
  }

  @Test
  void saysWhatToDoWhenThereIsNothing() {
    String path =
        "/jeux-de-donnees/"
            + samples().publish(SampleDatasets.trees(0).titled("Jeu sans ligne")).slug();

    assertThat(page(path)).contains("n'a pas de ligne");
    assertThat(page("/jeux-de-donnees?q=xylophone")).contains("Aucun jeu de données ne correspond");
  }

  @Test
  void answersAWrongFilterInWordsAndShowsTheRows() {
    String path = "/jeux-de-donnees/" + samples().publish(SampleDatasets.trees(5)).slug();

    assertThat(page(path + "?hauteur_m__greater=haut"))
        .contains("Ce filtre n'a pas été compris", "A00001");
    assertThat(page(path + "?inconnue__exact=1&utm_source=lettre")).contains("A00001");
  }

  @Test
  void neverTakesACellForAnythingButText() {
    String path = "/jeux-de-donnees/" + samples().publish(SampleDatasets.hostile()).slug();

    for (String way : new String[] {"", "?vue=carte", "?vue=graphique", "?filtres=oui"}) {
      assertThat(page(path + way))
          .as(way)
          .doesNotContain("<script>window", "<img src=x", "<svg onload", "<b>gras", "<i>nom")
          .doesNotContain("href=\"javascript:");
    }
  }

  @Test
  void keepsEveryEarlierNameWorking() {
    Dataset first = samples().putInSandbox(SampleDatasets.trees(3).titled("Premier nom"), null);
    Dataset renamed =
        samples().putInSandbox(SampleDatasets.trees(3).titled("Second nom"), first.id());
    Version version = renamed.sandbox();
    datasets.publish(renamed.id(), version == null ? first.id() : version.id(), first.id());

    HttpResponse<String> answer = visitor().get("/jeux-de-donnees/premier-nom?vue=carte");

    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(TestVisitor.location(answer)).isEqualTo("/jeux-de-donnees/second-nom?vue=carte");
  }
}
