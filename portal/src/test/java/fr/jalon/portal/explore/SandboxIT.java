package fr.jalon.portal.explore;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.SampleDatasets;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class SandboxIT extends CatalogIT {
  private static final String SECRET = "Répétition secrète";

  @Test
  void isSeenNowhereByPassersByNorByOtherAuthorities() {
    String slug = rehearse().slug();
    TestVisitor other = agentOf("vendome");
    for (String ending :
        List.of(
            "",
            "/carte?ouest=1&sud=46&est=2&nord=47",
            "/lignes/1",
            "/fichiers/" + slug + ".csv",
            "/fichiers/" + slug + "-v1.csv",
            "/fichiers/" + slug + "-bac-a-sable.csv")) {
      assertThat(visitor().get("/jeux-de-donnees/" + slug + ending).statusCode())
          .as(ending)
          .isEqualTo(404);
      assertThat(visitor().get("/bac-a-sable/" + slug + ending).statusCode())
          .as(ending)
          .isEqualTo(302);
      assertThat(other.get("/bac-a-sable/" + slug + ending).statusCode()).as(ending).isEqualTo(404);
    }
    for (String ending : List.of("", "/rows", "/rows.csv", "/openapi.json")) {
      assertThat(visitor().getJson("/api/datasets/" + slug + ending).statusCode())
          .as(ending)
          .isEqualTo(404);
    }
    for (String list :
        List.of(
            "/",
            "/jeux-de-donnees?q=repetition",
            "/jeux-de-donnees",
            "/api/datasets",
            "/collectivites/chateauroux",
            "/api/datasets?q=secrete",
            "/api")) {
      assertThat(page(list)).as(list).doesNotContain(SECRET).doesNotContain(slug);
    }
  }

  @Test
  void isSeenByItsPeopleAndTheFacilitatorsWatermarkedAndNotKept() {
    String slug = rehearse().slug();
    for (TestVisitor visitor : List.of(agentOf("chateauroux"), facilitator())) {
      HttpResponse<String> page = visitor.get("/bac-a-sable/" + slug);

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains(SECRET, "noindex", "class=\"watermark\"", "A00001");
      assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(page.headers().firstValue("X-Robots-Tag")).hasValue("noindex, nofollow");
      assertThat(visitor.get("/bac-a-sable/" + slug + "?vue=carte").statusCode()).isEqualTo(200);
      HttpResponse<String> file =
          visitor.get("/bac-a-sable/" + slug + "/fichiers/" + slug + "-bac-a-sable.csv");
      assertThat(file.body()).startsWith("id_arbre,");
      assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(file.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
  }

  @Test
  void ofANextVersionLeavesThePublishedOneAsItIs() {
    Dataset published = samples().publish(SampleDatasets.trees(7).titled("Arbres publiés"));
    samples().putInSandbox(SampleDatasets.trees(9).titled(SECRET), published.id());

    String path = "/jeux-de-donnees/" + published.slug();
    assertThat(page(path)).contains("Arbres publiés").doesNotContain(SECRET, "A00008");
    assertThat(page("/api/datasets/" + published.slug() + "/rows")).contains("\"total\":7");
    assertThat(page("/jeux-de-donnees?q=repetition+secrete")).doesNotContain(SECRET);
    assertThat(agentOf("chateauroux").get(path).body()).contains("/bac-a-sable/");
    assertThat(agentOf("vendome").get(path).body()).doesNotContain("/bac-a-sable/");
  }

  private Dataset rehearse() {
    return samples().putInSandbox(SampleDatasets.trees(4).titled(SECRET), null);
  }
}
