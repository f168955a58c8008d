package fr.jalon.portal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.TestVisitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CarePagesIT extends CatalogIT {
  private static final String REASON = "=HYPERLINK(\"x\") <b>trop précis</b>";

  @Test
  void isForTheirOwnPeopleAndActsAreForThoseWhoAnswer() {
    String care = care(samples().publish(SampleDatasets.trees(5)));
    List<String> acts =
        List.of(
            "/retrait",
            "/versions/1/retrait",
            "/versions/1/retour",
            "/versions/1/effacement",
            "/remise-en-ligne");
    TestVisitor agent = agentOf("chateauroux");
    TestVisitor elsewhere = focalPointOf("vendome");
    for (String path : List.of("", "/historique", "/historique.csv")) {
      assertThat(visitor().get(care + path).statusCode()).as(path).isEqualTo(302);
      assertThat(elsewhere.get(care + path).statusCode()).as(path).isEqualTo(404);
      assertThat(agent.get(care + path).statusCode()).as(path).isEqualTo(200);
    }
    for (String path : acts) {
      assertThat(elsewhere.get(care + path).statusCode()).as(path).isEqualTo(404);
      assertThat(agent.get(care + path).statusCode()).as(path).isEqualTo(403);
      assertThat(elsewhere.post(care + path, Map.of("reason", "x")).statusCode()).isEqualTo(404);
      assertThat(agent.post(care + path, Map.of("reason", "x")).statusCode()).isEqualTo(403);
    }
    assertThat(agent.get(care).body()).doesNotContain("/retrait", "/effacement");
    assertThat(agent.get(pageOf(care)).body()).contains(care).doesNotContain("/retrait");
    assertThat(facilitator().get(pageOf(care)).body()).contains(care + "/retrait");
    assertThat(elsewhere.get(pageOf(care)).body()).doesNotContain(care);
  }

  @Test
  void asksForTheReasonAgainAndKeepsWhatWasTyped() {
    String care = care(samples().publish(SampleDatasets.trees(5)));
    TestVisitor focalPoint = focalPointOf("chateauroux");
    focalPoint.get(care + "/retrait");

    HttpResponse<String> answer =
        focalPoint.post(care + "/retrait", Map.of("reason", "  ", "titleKept", "true"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Écrivez le motif", "checked", "aria-invalid=\"true\"");
    assertThat(visitor().get(pageOf(care)).statusCode()).isEqualTo(200);
    HttpResponse<String> erasure =
        focalPoint.post(care + "/versions/1/effacement", Map.of("reason", "Erreur"));
    assertThat(erasure.statusCode()).isEqualTo(422);
    assertThat(erasure.body()).contains("Cochez la case");
    assertThat(
            focalPoint
                .post(
                    care + "/versions/1/effacement",
                    Map.of("reason", "Erreur", "understood", "true"))
                .statusCode())
        .as("still published")
        .isEqualTo(409);
  }

  @Test
  void comparesRestoresWithdrawsAndErasesFromThePageOfTheVersions() {
    Dataset dataset = samples().publish(SampleDatasets.trees(500));
    Version next =
        samples()
            .putInSandbox(SampleDatasets.subsidiesOf("chateauroux", 7), dataset.id())
            .sandbox();
    if (next == null) {
      throw new AssertionError("nothing in the sandbox");
    }
    datasets.publish(dataset.id(), next.id(), SampleDatasets.SOMEONE);
    String care = care(dataset);
    TestVisitor focalPoint = focalPointOf("chateauroux");

    assertThat(focalPoint.get(care).body()).contains("Version 2", "en ligne", "précédente");
    assertThat(focalPoint.get(care + "/comparaison?avant=1&apres=2").body())
        .contains("−493", "montant", "hauteur_m", "9 colonnes disparues", "7 colonnes ajoutées");
    assertThat(focalPoint.get(care + "/comparaison?avant=1&apres=1").body())
        .contains("octet pour octet");
    assertThat(focalPoint.get(care + "/versions/1/retour").body()).contains("numéro 3");
    focalPoint.post(care + "/versions/1/retour", Map.of());
    assertThat(focalPoint.get(care).body()).contains("Version 3", "reprend la version 1");
    assertThat(focalPoint.get(care + "/comparaison?avant=1&apres=3").body())
        .contains("octet pour octet");

    assertThat(focalPoint.get(care + "/versions/3/retrait").body())
        .contains("À sa place", "La version 1 a les mêmes fichiers");
    focalPoint.post(care + "/versions/3/retrait", Map.of("reason", REASON, "instead", "2"));
    assertThat(datasets.get(dataset.id()).current().number()).isEqualTo(4);
    focalPoint.get(care);
    focalPoint.post(care + "/versions/3/remise-en-ligne", Map.of());
    assertThat(datasets.getVersion(dataset.id(), 3).withdrawal()).isNull();
    focalPoint.post(care + "/versions/3/retrait", Map.of("reason", REASON));
    focalPoint.post(
        care + "/versions/3/effacement", Map.of("reason", REASON, "understood", "true"));
    assertThat(focalPoint.get(care).body())
        .contains("effacée", "sont encore gardés", "&lt;b&gt;trop précis");
    assertThat(focalPoint.get(care + "/comparaison?avant=3&apres=2").statusCode()).isEqualTo(409);

    String history = focalPoint.get(care + "/historique").body();
    assertThat(history)
        .contains("Effacement de la version 3", "Restauration de la version 1, sous le numéro 3")
        .contains("Dominique", "Référent");
    HttpResponse<String> csv = focalPoint.get(care + "/historique.csv");
    assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
    assertThat(csv.body())
        .contains("\"Effacement de la version 3\"", "\"'=HYPERLINK(\"\"x\"\")")
        .contains("\r\n");
    assertThat(csv.body().lines()).hasSize(linesOfHistory());
    assertThat(focalPoint.get(care + "/historique?lang=en").body()).contains("Version 3 erased");
  }

  /** A header, then: rehearsals, publications, restorations, withdrawals, a return, an erasure. */
  private static int linesOfHistory() {
    return 1 + 2 + 2 + 2 + 3 + 1 + 1;
  }

  private static String care(Dataset dataset) {
    return "/jeux-de-donnees/" + dataset.slug() + "/gestion";
  }

  private static String pageOf(String care) {
    return care.substring(0, care.length() - "/gestion".length());
  }
}
