package fr.jalon.portal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.PortalIT;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.storage.Storage;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CatalogPagesIT extends PortalIT {
  @Autowired private Datasets datasets;
  @Autowired private Storage storage;
  @Autowired private Organizations organizations;

  @Test
  void showsEveryWayOfSeeingADataset() {
    Dataset trees = samples().publish(SampleDatasets.trees(300));
    String path = "/jeux-de-donnees/" + trees.slug();

    assertThat(get("/").body()).contains("Arbres du domaine public");
    assertThat(get("/jeux-de-donnees").body()).contains("Arbres du domaine public");
    assertThat(get("/collectivites/chateauroux").body()).contains("Arbres du domaine public");
    assertThat(get(path).body()).contains("<table class=\"data\"", "A00001", "id_arbre");
    assertThat(get(path + "?page=2").body()).contains("A00051").doesNotContain("A00001");
    assertThat(get(path + "?vue=carte").body()).contains("<circle", "data-bounds=");
    assertThat(get(path + "?vue=graphique").body()).contains("<rect class=\"bar\"");
    assertThat(get(path + "?espece__contains=chene&filtres=oui").body())
        .contains("Chêne pédonculé", "contient")
        .doesNotContain("Platane commun");
    assertThat(get(path + "/lignes/3").body()).contains("A00003");
    assertThat(get(path + "/carte?ouest=1&sud=46&est=2&nord=47").body()).contains("\"groups\"");
  }

  @Test
  void drawsAreasToo() {
    Dataset districts = samples().publish(SampleDatasets.districts());
    String path = "/jeux-de-donnees/" + districts.slug();

    assertThat(get(path + "?vue=carte").body()).contains("<path class=\"shape\"");
    assertThat(get(path + "/formes").body()).contains("\"Polygon\"");
  }

  private HttpResponse<String> get(String path) {
    TestVisitor visitor = visitor();
    HttpResponse<String> answer = visitor.get(path);
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    return answer;
  }

  private SampleDatasets samples() {
    return new SampleDatasets(datasets, storage, organizations);
  }
}
