package fr.jalon.portal.deposit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.jalon.portal.PortalIT;
import fr.jalon.portal.TestBrowser;
import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Datasets;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import java.io.ByteArrayInputStream;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Next year: what was decided for the last file is not asked again. */
class RenewalBrowserIT extends PortalIT {
  private static final String SECRET = "un-chemin-de-halage-en-mars";

  /** What an agent clicks next year when nothing surprises, once the file is chosen. */
  private static final int MOST_CLICKS = 4;

  /** Dates written in the French way, a title, a total, an amount that nobody could settle. */
  private static final String LAST_YEAR =
      """
      Subventions versées aux associations;;;
      Nom bénéficiaire;Objet;Date de convention;Montant
      Les Amis de l'Orgue;Restauration;12/03/2022;1 200,50
      Étoile sportive;Fonctionnement;01/04/2022;3 150,00
      Comité des fêtes;Fête de la Loire;15/06/2022;800,25
      Ciné-club;Fonctionnement;20/06/2022;à préciser
      Harmonie municipale;Achat de cuivres;21/06/2022;640,00
      TOTAL;;;5 790,75
      """;

  @Autowired private Deposits deposits;
  @Autowired private DepositMends mends;
  @Autowired private Publications publications;
  @Autowired private Describing describing;
  @Autowired private Datasets datasets;
  @Autowired private Accounts accounts;
  @Autowired private Organizations organizations;

  @Test
  void nextYearTakesFourClicksWhenNothingSurprises() throws Exception {
    UUID here =
        organizations.search("Orléans", 20).stream()
            .filter(one -> one.kind() == LocalAuthority.Kind.COMMUNE)
            .findFirst()
            .orElseThrow()
            .id();
    Person agent = accounts.open("agent@orleans.example", "Camille", Role.AGENT, here, SECRET);
    Person focalPoint =
        accounts.open("referent@orleans.example", "Dominique", Role.FOCAL_POINT, here, SECRET);
    Person facilitator =
        accounts.open("animation@orleans.example", "Sacha", Role.FACILITATOR, null, SECRET);
    Dataset dataset = published(agent, focalPoint, facilitator);

    try (TestBrowser browser = new TestBrowser(port())) {
      Page page = browser.visitor();
      TestBrowser.signIn(page, agent.email(), SECRET);
      page.navigate("/depots/nouveau?jeu=" + dataset.id());
      String next =
          LAST_YEAR
              .replace("800,25", "900,00")
              .replace(
                  "TOTAL;;;5 790,75", "Club d'échecs;Tournoi;02/07/2023;300,00\nTOTAL;;;6 190,50");
      page.setInputFiles(
          "#fichier", new FilePayload("subventions 2023.csv", "text/csv", next.getBytes(UTF_8)));
      int clicks = 0;
      while (!page.locator("h2#visas, .visas").isVisible() && clicks <= MOST_CLICKS) {
        if (page.url().endsWith("/verification")) {
          page.locator(".ways summary").click();
          assertThat(page.locator(".ways").innerText().replace('\u202f', ' '))
              .contains("Ensuite 6 lignes publiques : 2 ajoutées, 0 modifiées, 1 disparues")
              .contains("Ensuite 7 lignes publiques : 2 ajoutées, 0 modifiées, 0 disparues");
          TestBrowser.check(page, "renouvellement-verification");
        }
        page.locator("main form .button.main").first().click();
        clicks++;
        settle(page);
      }
      assertThat(clicks).as(page.url()).isEqualTo(MOST_CLICKS);
      assertThat(page.url()).endsWith("/publication");
      assertThat(page.locator("main").innerText())
          .contains("2 lignes ajoutées, 1 disparue")
          .contains("2022 à 2023");
      TestBrowser.check(page, "renouvellement-demande");
      page.navigate(page.url().replace("/publication", "/corrections"));
      assertThat(page.locator("#tableau td del").count()).as("replayed, and shown").isPositive();
      TestBrowser.check(page, "renouvellement-corrections");
      page.navigate("/jeux-de-donnees/" + dataset.slug() + "/gestion/mise-a-jour");
      page.locator(".unfolds summary").all().forEach(one -> one.click());
      TestBrowser.check(page, "tenir-a-jour");
      page.navigate("/jeux-de-donnees/" + dataset.slug() + "/gestion/mise-a-jour/fiche");
      TestBrowser.check(page, "fiche");
      page.navigate("/mises-a-jour");
      TestBrowser.check(page, "mises-a-jour");
    }
  }

  /** Waits until no work goes on. */
  private static void settle(Page page) {
    page.waitForLoadState();
    page.waitForCondition(
        () ->
            page.locator("meta[http-equiv=refresh]").count() == 0
                && !page.url().endsWith("/nouveau")
                && page.locator("main h1").count() == 1);
  }

  private Dataset published(Person agent, Person focalPoint, Person facilitator) throws Exception {
    UUID id =
        deposits.receive(
            agent, "subventions 2022.csv", new ByteArrayInputStream(LAST_YEAR.getBytes(UTF_8)));
    Deposit read = done(id);
    deposits.confirmReading(id, agent, 0);
    mends.acceptCertain(id, agent);
    mends.applyMends(id, agent);
    Deposit repaired = done(id);
    assertThat(repaired.unsettled()).as("something is published as it is").isNotEmpty();
    Draft draft = Samples.whole(describing.of(repaired).draft());
    Deposit told = publications.describe(id, agent, read.described().revision(), draft);
    Dataset dataset = publications.putInSandbox(id, agent, told.saved().revision(), draft, "");
    UUID version = Objects.requireNonNull(deposits.get(id, agent).versionId());
    publications.askPublication(id, agent, version);
    publications.giveVisa(id, focalPoint, version);
    publications.giveVisa(id, facilitator, version);
    return datasets.get(dataset.id());
  }

  private Deposit done(UUID id) throws InterruptedException {
    for (int i = 0; i < 600 && deposits.job(id).running(); i++) {
      Thread.sleep(50);
    }
    assertThat(deposits.job(id).failed()).isFalse();
    return deposits.get(id, new Person(UUID.randomUUID(), "", "", Role.ADMINISTRATOR, null));
  }
}
