package fr.jalon.portal.home;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.Statements;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.agreement.Act;
import fr.jalon.portal.agreement.Euros;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.SampleSeason;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class MoneyIT extends CatalogIT {
  @Autowired private ApplicationContext portal;
  @Autowired private Seasons seasons;
  @Autowired private Money money;

  @Test
  void asksAsMuchOfTheDatabaseForOneAgreementAsForTwelve() {
    SampleSeason sample = new SampleSeason(portal);
    Season small = sample.open("Petite");
    sample.accept(small, 1);
    Season large = sample.open("Grande");
    sample.accept(large, 12).forEach(one -> sample.sign(one, seasons.today()));
    int statements = Statements.of(() -> money.look(small, seasons.today()));
    assertThat(statements).isPositive();
    assertThat(Statements.of(() -> money.look(large, seasons.today()))).isEqualTo(statements);
  }

  @Test
  void isSeenAndWrittenToFilesByThoseWhoBill() {
    SampleSeason sample = new SampleSeason(portal);
    Season season = sample.open("Saison argent");
    List<Beneficiary> three = sample.accept(season, 3);
    LocalDate today = seasons.today();
    sample.sign(three.get(0), today);
    sample.sign(three.get(1), today);
    sample.record(
        three.get(0),
        new Act.Noticed(today, UUID.randomUUID(), "T-1", Euros.of(1_000), "la commune"));
    sample.record(three.get(0), new Act.Paid(today, new Euros(70_050), "V-1"));
    sample.record(three.get(1), new Act.Terminated(today, null));
    for (TestVisitor passer :
        List.of(visitor(), facilitator(), agentOf("gien"), focalPointOf("gien"))) {
      assertThat(passer.get("/argent").statusCode()).isNotEqualTo(200);
      assertThat(passer.get("/argent/collectivites.csv?saison=" + season.slug()).statusCode())
          .isNotEqualTo(200);
    }
    TestVisitor finance = visitor().signIn(person(Role.FINANCE, null).email(), PASSWORD);
    String page = plain(finance.get("/argent?saison=" + season.slug()).body());
    assertThat(page)
        .contains("les collectivités doivent 2 000 € en tout : 700,50 € payés")
        .contains("1 299,50 €")
        .contains("5 000 € ne sont comptés ni comme dus, ni comme perdus")
        .doesNotContain("Ne vous servez pas");
    String filtered =
        plain(finance.get("/argent?saison=" + season.slug() + "&filtre=a-signer").body());
    assertThat(filtered).contains("1 ligne sur 3").contains("name=\"filtre\" value=\"a-signer\"");
    String before =
        plain(
            finance.get("/argent?saison=" + season.slug() + "&date=" + today.minusDays(1)).body());
    assertThat(before).contains("Aucune convention n'était rédigée ce jour-là");

    HttpResponse<String> csv = finance.get("/argent/collectivites.csv?saison=" + season.slug());
    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
        .contains("argent-" + season.slug() + "-collectivites-" + today + ".csv");
    assertThat(csv.body().lines())
        .hasSize(4)
        .first()
        .asString()
        .startsWith("Collectivité,Convention,Début,Fin,Prévu,Dû,Demandé,Payé,Reste à payer");
    assertThat(csv.body())
        .contains(",En vigueur," + today + ",")
        .contains(",1000.00,1000.00,1000.00,700.50,299.50,0.00,false,false,false");
    HttpResponse<String> book = finance.get("/argent/financeurs.xlsx?saison=" + season.slug());
    assertThat(book.statusCode()).isEqualTo(200);
    assertThat(book.body()).startsWith("PK");
    assertThat(finance.get("/argent/autre.csv?saison=x").statusCode()).isEqualTo(404);
    assertThat(finance.get("/argent/financeurs.csv?saison=x").statusCode()).isEqualTo(404);
    assertThat(finance.get("/argent/financeurs.csv").statusCode()).isEqualTo(400);
    assertThat(finance.get("/argent?date=hier").statusCode()).isEqualTo(200);
  }

  @Test
  void whatAFunderPaidIsRecordedOnceAndCorrected() {
    SampleSeason sample = new SampleSeason(portal);
    Season season = sample.open("Saison versée");
    sample.sign(sample.accept(season, 1).get(0), seasons.today());
    TestVisitor finance = visitor().signIn(person(Role.FINANCE, null).email(), PASSWORD);
    String address = "/argent?saison=" + season.slug();
    String funder = season.plan().funding().lines().get(0).funder();
    finance.get(address);
    Map<String, String> fields =
        Map.of(
            "saison",
            season.slug(),
            "id",
            UUID.randomUUID().toString(),
            "act",
            "received",
            "funder",
            funder,
            "amount",
            "1 500,25",
            "on",
            seasons.today().toString(),
            "reference",
            "V-<b>7</b>");
    assertThat(finance.post("/argent/financeurs", fields).statusCode()).isEqualTo(302);
    assertThat(finance.post("/argent/financeurs", fields).statusCode()).isEqualTo(302);
    assertThat(plain(finance.get(address).body()))
        .containsOnlyOnce("Noté le ")
        .contains("1 500,25 € versés")
        .contains("1 499,75 €", "V-&lt;b&gt;7&lt;/b&gt;");
    for (Map.Entry<String, String> wrong :
        Map.of(
                "amount", "-3",
                "on", "demain",
                "funder", "Personne",
                "act", "donné",
                "reference", " ",
                "id", "x")
            .entrySet()) {
      Map<String, String> sent = new java.util.HashMap<>(fields);
      sent.put("id", UUID.randomUUID().toString());
      sent.put(wrong.getKey(), wrong.getValue());
      assertThat(finance.post("/argent/financeurs", sent).statusCode())
          .as(wrong.toString())
          .isEqualTo(422);
    }
    Map<String, String> correction =
        Map.of(
            "saison", season.slug(),
            "id", UUID.randomUUID().toString(),
            "fact", fields.get("id"),
            "reason", "une autre saison");
    assertThat(finance.post("/argent/financeurs/corriger", correction).statusCode()).isEqualTo(302);
    assertThat(plain(finance.get(address).body()))
        .contains("ne compte plus. une autre saison")
        .doesNotContain("1 499,75 €");
  }

  private static String plain(String page) {
    return page.replaceAll("[\\u00a0\\u202f]", " ").replace("&#39;", "'");
  }
}
