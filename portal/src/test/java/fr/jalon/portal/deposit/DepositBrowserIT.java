package fr.jalon.portal.deposit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fr.jalon.portal.PortalIT;
import fr.jalon.portal.TestBrowser;
import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import java.nio.charset.Charset;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the drop to the publication in a real browser: with a mouse, then with a keyboard alone. */
class DepositBrowserIT extends PortalIT {
  /** Once the mends are applied: the description, or the check when it lacks nothing. */
  private static final Pattern FINAL = Pattern.compile(".*/(description|verification)$");

  private static final String SECRET = "un-chemin-de-halage-en-mars";
  private static final String MESSY =
      """
      Subventions aux associations;;;;
      Exercice 2022;;;;
      Nom attribuant;Nom bénéficiaire;Objet;Date de convention;Montant
      Ville d'Orléans;Les Amis de l'Orgue ;Restauration;12/03/2022;1 200,50
      Ville d'Orléans;Étoile sportive;Fonctionnement;1er avril 2022;3 150,00
      Ville d'Orléans;Comité des fêtes;Fête de la Loire;15/06/2022;800,25 €
      Ville d'Orléans;Ciné-club;Fonctionnement;20/06/2022;à préciser
      TOTAL;;;;5 150,75
      """;

  private static final TestWorkbook WORKBOOK =
      new TestWorkbook()
          .sheet(
              "Lisez-moi",
              """
              Mode d'emploi de ce classeur
              Ce fichier recense les aides de la ville. Il est mis à jour chaque année en mars.
              Contact : le service des finances
              """)
          .sheet(
              "Aides 2023",
              """
              Aides aux associations
              Bénéficiaire;Objet;Montant
              Étoile sportive;Fonctionnement;1200
              Ciné-club;Projet;800
              Harmonie;Fonctionnement;450
              Tennis Club;Projet;300
              TOTAL;;2750
              """)
          .sheet("2022", "Bénéficiaire;Montant\nJudo Club;1200\nTennis Club;900\n")
          .sheet(
              "Équipements",
              """
              Piscine;Entrées
              Bassin nord;1200
              Bassin sud;3400
              Bassin ouest;800
              ;
              ;
              Gymnase;Adresse;Créneaux
              Ballu;rue Ballu;12
              Coubertin;rue du Stade;40
              Noah;rue Noah;31
              Flessel;quai Neuf;22
              """)
          .hidden("Brouillon", "a;b\n1;2\n");

  @Autowired private Accounts accounts;
  @Autowired private Organizations organizations;

  private @Nullable TestBrowser browser;

  @BeforeEach
  void people() {
    UUID orleans =
        organizations.search("Orléans", 20).stream()
            .filter(one -> one.kind() == LocalAuthority.Kind.COMMUNE)
            .findFirst()
            .orElseThrow()
            .id();
    person("agent@orleans.example", Role.AGENT, orleans);
    person("referent@orleans.example", Role.FOCAL_POINT, orleans);
    person("animation@exemple.example", Role.FACILITATOR, null);
    browser = new TestBrowser(port());
  }

  @AfterEach
  void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void everyPageOfADepositIsForAll() {
    Page page = signedIn("agent@orleans.example");
    page.navigate("/depots");
    TestBrowser.check(page, "depots");
    page.navigate("/depots/nouveau");
    TestBrowser.check(page, "nouveau");

    send(page, "subventions 2022.csv", MESSY.getBytes(Charset.forName("windows-1252")));
    waitForTitle(page, "Voici ce que j'ai lu");
    assertThat(page.locator("#tableau").textContent()).contains("Étoile sportive");
    TestBrowser.check(page, "lecture");
    unfold(page);
    TestBrowser.check(page, "lecture-depliee");

    button(page, "C'est bien mon tableau").click();
    page.waitForURL("**/corrections");
    unfold(page);
    TestBrowser.check(page, "corrections");
    page.locator(".changes a.cell").first().click();
    page.locator("#tableau :target .to-card").first().click();
    page.waitForCondition(() -> page.locator(".card:target").count() == 1);
    int before = page.locator(".offer").count();
    page.locator(".offer button").first().click();
    page.waitForCondition(() -> page.locator(".offer").count() == before - 1);
    page.locator(".history button").first().click();
    page.waitForCondition(() -> page.locator(".offer").count() == before);
    while (page.locator(".offer").count() > 0) {
      int left = page.locator(".offer").count();
      page.locator(".offer button").first().click();
      page.waitForCondition(() -> page.locator(".offer").count() < left);
    }
    TestBrowser.check(page, "corrections-faites");

    page.locator("form[action$='/corrections'] button").click();
    page.waitForURL(FINAL);
    page.navigate(page.url().replaceAll("/[a-z]+$", "/description?modifier=1"));
    page.waitForSelector("#title");
    assertThat(page.inputValue("#title")).contains("Orléans");
    TestBrowser.check(page, "description");
    page.fill("#title", "");
    button(page, "Vérifier tout").click();
    page.waitForSelector(".note.error");
    TestBrowser.check(page, "description-a-revoir");
    page.fill("#title", "Subventions aux associations");
    page.selectOption("#theme", "GOVERNMENT");
    page.selectOption("#frequency", "ANNUAL");
    page.fill("#contact", "donnees@orleans.example");
    page.waitForCondition(() -> page.locator("#score li").count() == 0);
    assertThat(page.locator("#score").textContent())
        .contains("9 points sur 9", "405 points sur 405");
    button(page, "Vérifier tout").click();
    page.waitForURL("**/verification");
    TestBrowser.check(page, "verification");
    button(page, "Mettre dans le bac à sable").click();
    page.waitForURL("**/bac-a-sable");
    TestBrowser.check(page, "bac-a-sable");

    button(page, "Demander la publication").click();
    page.waitForURL("**/publication");
    assertThat(page.locator(".visas li.done").count()).isZero();
    TestBrowser.check(page, "publication");
    String address = page.url();
    visa("referent@orleans.example", address, "Donner mon visa");
    visa("animation@exemple.example", address, "Donner mon visa et publier");
    page.reload();
    assertThat(page.locator("h1").textContent()).isEqualTo("Vos données sont visibles de tous");
    TestBrowser.check(page, "publie");
  }

  @Test
  void whyNothingWasDoneIsSaidWhereOneIs() {
    Page page = signedIn("agent@orleans.example");
    page.navigate("/depots/nouveau");
    send(page, "changee.csv", MESSY.getBytes(Charset.forName("windows-1252")));
    waitForTitle(page, "Voici ce que j'ai lu");
    button(page, "C'est bien mon tableau").click();
    page.waitForURL("**/corrections");
    int before = page.locator(".offer").count();
    page.evaluate("() => document.querySelector('.offer [name=seen]').value = 'autre'");
    page.locator(".offer button").first().click();
    page.locator(".note[role=alert]").waitFor();
    assertThat(page.locator(".note[role=alert]").textContent()).contains("la revoici");
    page.waitForCondition(
        () ->
            Boolean.TRUE.equals(
                page.evaluate("() => document.activeElement.matches('.note[role=alert]')")));
    assertThat(page.locator(".offer").count()).isEqualTo(before);
    TestBrowser.check(page, "corrections-changee");

    page.locator(".recipe summary").last().click();
    page.setInputFiles(
        "#recette", new FilePayload("x.json", "application/json", "{}".getBytes(UTF_8)));
    button(page, "Rejouer ces corrections").click();
    page.locator("#recette-refus").waitFor();
    TestBrowser.check(page, "corrections-recette-refusee");
  }

  @Test
  void aFileThatIsNotATableSaysWhatItIsAndWhatToDo() {
    Page page = signedIn("agent@orleans.example");
    page.navigate("/depots/nouveau");
    send(page, "photo.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0});
    waitForTitle(page, "Je n'ai pas pu lire ce fichier");
    assertThat(page.locator(".note.error").textContent()).isNotBlank();
    TestBrowser.check(page, "refus");
  }

  @Test
  void aKeyboardIsEnough() {
    Page page = signedIn("agent@orleans.example");
    page.navigate("/depots/nouveau");
    send(page, "clavier.csv", MESSY.getBytes(Charset.forName("windows-1252")));
    waitForTitle(page, "Voici ce que j'ai lu");
    page.keyboard().press("Tab");
    assertThat(focused(page)).isEqualTo("Aller au contenu");
    pressUntil(page, "C'est bien mon tableau");
    page.waitForURL("**/corrections");
    pressUntil(page, "Continuer sans régler le reste");
    page.waitForURL(FINAL);
    if (page.url().endsWith("/description")) {
      page.focus("#contact");
      page.keyboard().type("donnees@orleans.example");
      pressUntil(page, "Vérifier");
      page.waitForURL("**/verification");
    }
    pressUntil(page, "Mettre dans le bac à sable");
    page.waitForURL("**/bac-a-sable");
    pressUntil(page, "Demander la publication");
    page.waitForURL("**/publication");
  }

  @Test
  void aWorkbookIsReadAgainBySheetByTableAndByTitles() {
    Page page = signedIn("agent@orleans.example");
    page.navigate("/depots/nouveau");
    send(page, "classeur.xlsx", WORKBOOK.bytes());
    waitForTitle(page, "Voici ce que j'ai lu");
    assertThat(page.locator("#tableau").textContent()).contains("Étoile sportive");
    unfold(page);
    TestBrowser.check(page, "classeur-deplie");

    choose(page, "feuille", "2022");
    assertThat(page.locator("#tableau").textContent()).contains("Judo Club");
    assertThat(page.locator(".changed").textContent()).contains("2022");
    assertThat(focused(page)).as("one comes back to what one answered").contains("feuilles");
    TestBrowser.check(page, "classeur-autre-feuille");

    choose(page, "feuille", "Équipements");
    assertThat(page.locator("#tableau").textContent()).contains("Bassin nord");
    choose(page, "tableaux", "Lignes 7 à 11");
    assertThat(page.locator("#tableau").textContent())
        .contains("Coubertin")
        .doesNotContain("Bassin nord");
    unfold(page);
    TestBrowser.check(page, "classeur-autre-tableau");
    choose(page, "titres", "Ligne 8");
    assertThat(page.locator("#tableau thead").textContent()).contains("Ballu");

    assertThat(page.locator(".changed li").count()).isEqualTo(3);
    page.locator(".changed li button").last().click();
    page.waitForCondition(() -> page.locator(".changed li").count() == 2);
    button(page, "Revenir à ma première lecture").click();
    page.waitForCondition(() -> page.locator(".changed").count() == 0);
    assertThat(page.locator("#tableau").textContent()).contains("Étoile sportive");
  }

  @Test
  void aRowPointedAtShowsInTheTableMadeOfIt() {
    Page page = signedIn("agent@orleans.example");
    page.navigate("/depots/nouveau");
    send(page, "lignes.csv", MESSY.getBytes(Charset.forName("windows-1252")));
    waitForTitle(page, "Voici ce que j'ai lu");
    page.locator("#fichier tr[data-row='5']").hover();
    assertThat(page.locator("#tableau tr.echo").getAttribute("data-row")).isEqualTo("5");
  }

  @Test
  void aKeyboardIsEnoughToReadAgainOnAPhone() {
    Page page = signedIn("agent@orleans.example");
    page.setViewportSize(320, 640);
    page.navigate("/depots/nouveau");
    send(page, "telephone.csv", MESSY.getBytes(Charset.forName("windows-1252")));
    waitForTitle(page, "Voici ce que j'ai lu");
    pressUntil(page, "Les titres des colonnes sont à la ligne 3");
    pressUntil(page, "Lignes 2 à 3 ensemble");
    page.waitForSelector(".changed");
    assertThat(focused(page)).contains("Les titres des colonnes occupent les lignes 2 et 3");
    assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(320);
    page.keyboard().press("Shift+Tab");
    while (!focused(page).contains("Revenir à ma première lecture")) {
      page.keyboard().press("Shift+Tab");
    }
    page.keyboard().press("Enter");
    page.waitForCondition(() -> page.locator(".changed").count() == 0);
  }

  @Test
  void everythingIsSaidInEnglishToo() {
    Page page = signedIn("agent@orleans.example");
    page.navigate("/depots/nouveau?lang=en");
    page.setInputFiles(
        "#fichier",
        new FilePayload(
            "english.csv", "text/csv", MESSY.getBytes(Charset.forName("windows-1252"))));
    page.locator("form[data-drop] button").click();
    waitForTitle(page, "Here is what I read");
    assertThat(page.locator(".said").textContent())
        .contains("The column titles are in row 3.")
        .contains("The row “TOTAL” (row 8) announces")
        .doesNotContain("ligne");
    unfold(page);
    TestBrowser.check(page, "lecture-anglais");
    page.navigate("/depots?lang=fr");
  }

  /** Opens the question about something, and answers it. */
  private static void choose(Page page, String question, String label) {
    Locator open = page.locator("#" + question + " details[open]");
    if (open.count() == 0) {
      page.locator("#" + question + " summary").click();
    }
    String revision = page.locator("#tableau").textContent();
    page.locator("#" + question + " .alternative", new Page.LocatorOptions().setHasText(label))
        .first()
        .click();
    page.waitForCondition(() -> !page.locator("#tableau").textContent().equals(revision));
  }

  /** Moves with the Tab key alone, and presses Enter there. */
  private static void pressUntil(Page page, String text) {
    for (int i = 0; i < 400; i++) {
      if (focused(page).contains(text)) {
        page.keyboard().press("Enter");
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("The Tab key never comes to: " + text);
  }

  private static String focused(Page page) {
    return page.evaluate(
            "() => document.activeElement.matches('a, button, summary') "
                + "? document.activeElement.textContent : ''")
        .toString()
        .strip();
  }

  private void visa(String email, String address, String words) {
    Page page = signedIn(email);
    page.navigate(address);
    button(page, words).click();
    page.waitForSelector(".visas li.done");
    page.context().close();
  }

  private Page signedIn(String email) {
    if (browser == null) {
      throw new IllegalStateException("no browser");
    }
    Page page = browser.visitor();
    TestBrowser.signIn(page, email, SECRET);
    return page;
  }

  /** The page of a work in progress leads to this one by itself. */
  private static void waitForTitle(Page page, String title) {
    page.locator("h1", new Page.LocatorOptions().setHasText(title)).waitFor();
  }

  private static void send(Page page, String name, byte[] content) {
    page.setInputFiles("#fichier", new FilePayload(name, "text/csv", content));
    button(page, "Envoyer ce fichier").click();
  }

  private static void unfold(Page page) {
    page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)");
  }

  private static Locator button(Page page, String words) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
  }

  private void person(String email, Role role, @Nullable UUID organization) {
    if (accounts.findByEmail(email).isEmpty()) {
      accounts.open(email, "Camille Roy", role, organization, SECRET);
    }
  }
}
