package fr.jalon.portal.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.jalon.portal.TestBrowser;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.agreement.Agreement;
import fr.jalon.portal.agreement.AgreementPaper;
import fr.jalon.portal.agreement.AgreementPapers;
import fr.jalon.portal.agreement.Agreements;
import fr.jalon.portal.agreement.Clause;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.document.Document;
import fr.jalon.portal.document.KeptPaper;
import fr.jalon.portal.document.KeptPapers;
import fr.jalon.portal.document.Papers;
import fr.jalon.portal.document.TextKind;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The texts of a season's papers, and all the papers they make. */
class SeasonTextsIT extends CatalogIT {
  private static final String HOSTILE =
      "<script>alert(1)</script> {{saison}} **gras** \u202egpj.exe \u0007 שלום 😀";

  @Autowired private ApplicationContext portal;
  @Autowired private Seasons seasons;
  @Autowired private SeasonTexts texts;
  @Autowired private Agreements agreements;
  @Autowired private AgreementPapers agreementPapers;
  @Autowired private Candidacies candidacies;
  @Autowired private KeptPapers kept;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void emptied() {
    jdbc.sql("delete from account.person").update();
    jdbc.sql(
            """
            truncate programme.season, programme.candidacy, programme.beneficiary, programme.meeting,
              programme.session, agreement.agreement, document.text_version, document.paper cascade
            """)
        .update();
  }

  @Test
  void everyPaperIsForScreenReadersAndForLibreOffice(@TempDir Path folder) throws Exception {
    Season season = new SampleSeason(portal).open("Saison 3");
    List<Document> documents = new ArrayList<>();
    for (TextKind kind : SeasonTexts.ALL) {
      documents.add(texts.preview(SampleSeason.ADMINISTRATOR, season, kind, kind.shipped(), null));
    }
    Candidacy hostile = hostile(season);
    for (TextKind kind : List.of(ProgrammePaper.ACCEPTED, ProgrammePaper.REFUSED)) {
      documents.add(
          texts.preview(SampleSeason.ADMINISTRATOR, season, kind, kind.shipped(), hostile.id()));
    }
    assertThat(documents.get(documents.size() - 1).text())
        .contains("<script>alert(1)</script> {{saison}} **gras** \ufffdgpj.exe \ufffd שלום");

    List<byte[]> pdfs = new ArrayList<>();
    for (Document each : documents) {
      pdfs.add(Papers.pdf(each));
    }
    assertThat(Papers.faults(pdfs, PDFAFlavour.PDFUA_1)).isEmpty();
    String papers = System.getProperty("papers");
    for (int at = 0; papers != null && at < pdfs.size(); at++) {
      Files.write(Path.of(papers, at + ".pdf"), pdfs.get(at));
      Files.write(Path.of(papers, at + ".odt"), Papers.odt(documents.get(at)));
    }
    List<String> read = Papers.textsByLibreOffice(documents, folder);
    for (int at = 0; at < read.size(); at++) {
      assertThat(Papers.words(read.get(at))).isEqualTo(Papers.words(documents.get(at).text()));
    }
  }

  @Test
  void aTextIsWrittenTriedAndTakenBack() {
    Season season = new SampleSeason(portal).open("Saison 3");
    TestVisitor administrator = administrator();
    String list = season.href() + "/textes";
    assertThat(administrator.get(list).body())
        .contains("Articles de la convention", "Feuille de présence", "Texte livré");
    String page = list + "/candidature-refusee";
    String shown = administrator.get(page).body();
    assertThat(shown).contains("{{collectivite}}", "Vallon-sur-Orne", "Comment écrire");

    HttpResponse<String> faulty =
        administrator.post(page, Map.of("text", "# Réponse\n\nÀ {{collectivité}}, {{contact\n"));
    assertThat(faulty.statusCode()).isEqualTo(422);
    assertThat(faulty.body().replaceAll("[\\u00a0\\u202f]", " "))
        .contains("Ligne 3 : je ne connais pas de champ « collectivité »", "ne se ferment pas")
        .contains("2 points sont à reprendre");
    assertThat(texts.current(season, ProgrammePaper.REFUSED).number()).isEqualTo(1);

    String mine =
        "# Notre réponse à {{collectivite}}\n\n{{motif}}\n\n"
            + HOSTILE.replace("\u0007", "").replace("\u202e", "").replace("{{saison}}", "")
            + "\n";
    HttpResponse<String> preview =
        administrator.post(page + "/apercu", Map.of("text", mine, "exemple", ""));
    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.body())
        .contains("Notre réponse à Vallon-sur-Orne", "&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert(1)");
    assertThat(administrator.post(page + "/apercu.pdf", Map.of("text", mine)).body())
        .startsWith("%PDF");
    assertThat(texts.current(season, ProgrammePaper.REFUSED).number()).isEqualTo(1);

    administrator.get(page);
    assertThat(administrator.post(page, Map.of("text", mine)).statusCode()).isEqualTo(302);
    assertThat(administrator.get(list).body()).contains("Version 2, par Dominique");
    assertThat(administrator.get(page + "?version=1").body())
        .contains("Vous lisez la version 1", "Nous avons étudié la candidature");
    administrator.get(page);
    assertThat(administrator.post(page + "/livre", Map.of()).statusCode()).isEqualTo(302);
    assertThat(texts.current(season, ProgrammePaper.REFUSED).text())
        .isEqualTo(ProgrammePaper.REFUSED.shipped());
    assertThat(administrator.get(page).body()).contains("Version 3", "celui qui sert");
    assertThat(administrator.get(list + "/rien").statusCode()).isEqualTo(404);
    assertThat(administrator.get(page + "?version=99").statusCode()).isEqualTo(404);
  }

  @Test
  void theSecondOfTwoAdministratorsIsToldAndSeesBoth() {
    Season season = new SampleSeason(portal).open("Saison 3");
    String page = season.href() + "/textes/compte-rendu";
    TestVisitor first = administrator();
    TestVisitor second = administrator();
    first.get(page);
    second.get(page);
    first.post(page, Map.of("text", "# Celui du premier"));
    HttpResponse<String> answer = second.post(page, Map.of("text", "# Celui du second"));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .contains("# Celui du premier", "# Celui du second", "Le texte enregistré par Dominique");
    assertThat(second.post(page, Map.of("text", "# Les deux")).statusCode())
        .as("seen, then written on purpose")
        .isEqualTo(302);
  }

  @Test
  void whatIsTooLongOrFullOfSignsIsRefusedInWords() {
    Season season = new SampleSeason(portal).open("Saison 3");
    TestVisitor administrator = administrator();
    String page = season.href() + "/textes/convention";
    administrator.get(page);
    String long5MB = "# Titre\n" + "x".repeat(5_000_000);
    assertThat(administrator.post(page, Map.of("text", long5MB)).statusCode()).isIn(413, 422);
    administrator.get(page);
    HttpResponse<String> tooLong =
        administrator.post(page, Map.of("text", "# Titre\n" + "x".repeat(100_001)));
    assertThat(tooLong.statusCode()).isEqualTo(422);
    assertThat(tooLong.body()).contains("Ce texte est trop long");
    administrator.get(page);
    assertThat(administrator.post(page, Map.of("text", "# A\n\u202eB")).body())
        .contains("un signe invisible (U+202E)");
    administrator.get(page);
    String many = "# {{titre}}\n" + "{{adresse}}\n".repeat(8_000);
    assertThat(administrator.post(page + "/apercu", Map.of("text", many)).statusCode())
        .isIn(200, 422);
    for (Map<String, String> odd :
        List.of(
            Map.of("text", "# A", "exemple", UUID.randomUUID().toString()),
            Map.of("text", "# A", "exemple", "x"),
            Map.<String, String>of())) {
      administrator.get(page);
      assertThat(administrator.post(page + "/apercu", odd).statusCode())
          .as(odd.toString())
          .isIn(200, 404, 422);
    }
  }

  @Test
  void whatIsSignedKeepsItsTextAndWhatIsNotTakesTheNewOne() {
    SampleSeason samples = new SampleSeason(portal);
    Season season = samples.open("Saison 3");
    List<Beneficiary> all = samples.accept(season, 2);
    Agreement signed = samples.sign(all.get(0), seasons.today());
    Agreement drafted = agreements.get(all.get(1).agreementId());
    TestVisitor administrator = administrator();
    String page = season.href() + "/textes/articles";
    assertThat(administrator.get(page).body())
        .contains("Une convention est déjà signée", "[clé : duree]");
    String pasted =
        """
        ## Article 1 - Contexte
        Le contexte.

        ## Article 5 - Durée de la convention [clé : duree]
        Jusqu'au {{terme}}. C'est le nouveau texte.
        """;
    assertThat(administrator.post(page, Map.of("text", pasted)).statusCode()).isEqualTo(302);
    assertThat(agreements.get(drafted.id()).text().reference(Clause.DURATION)).isEqualTo("art. 5");
    assertThat(agreements.get(signed.id()).text().reference(Clause.DURATION)).isEqualTo("art. 6");
    administrator.get(season.href() + "/textes/convention");
    administrator.post(
        season.href() + "/textes/convention",
        Map.of("text", "# Une autre convention\n\n{{articles}}\n"));
    assertThat(convention(drafted.id())).contains("Une autre convention", "le nouveau texte");
    assertThat(convention(signed.id()))
        .contains("Convention d'accompagnement", "Il n'est pas prévu de renouvellement")
        .doesNotContain("Une autre convention", "le nouveau texte");
    Season next =
        seasons.make(SampleSeason.ADMINISTRATOR, "Saison 4", seasons.today(), season.id());
    assertThat(texts.current(next, AgreementPaper.AGREEMENT).text())
        .as("the next season begins with the texts of the former")
        .contains("Une autre convention");
  }

  @Test
  void papersAreKeptWithTheScanThatComesBack() {
    SampleSeason samples = new SampleSeason(portal);
    Season season = samples.open("Saison 3");
    Beneficiary one = samples.accept(season, samples.largest(1).get(0));
    Candidacy candidacy = candidacies.listOf(season.id()).get(0);
    List<KeptPaper> letters = kept.list(candidacy.id());
    assertThat(letters)
        .singleElement()
        .extracting(KeptPaper::name)
        .isEqualTo("candidature-acceptee");
    TestVisitor administrator = administrator();
    String letter = candidacy.href() + "/papiers/" + letters.get(0).id();
    assertThat(administrator.get(candidacy.href()).body()).contains(letter, letters.get(0).pdf());
    assertThat(administrator.get(letter + ".pdf").body()).startsWith("%PDF");
    assertThat(administrator.get(letter + ".odt").body()).startsWith("PK");
    assertThat(administrator.get(letter + "/signe").statusCode()).isEqualTo(404);
    for (String bad : List.of("", "<script>", "PK\u0003\u0004")) {
      assertThat(
              administrator
                  .upload(letter + "/signe", Map.of(), "scan", "s.pdf", bad.getBytes())
                  .statusCode())
          .as(bad)
          .isEqualTo(422);
    }
    assertThat(
            administrator
                .upload(
                    letter + "/signe",
                    Map.of(),
                    "scan",
                    "../sig\u202ené.pdf",
                    "%PDF-1.7 x".getBytes())
                .statusCode())
        .isEqualTo(302);
    assertThat(administrator.get(letter + "/signe").body()).isEqualTo("%PDF-1.7 x");
    assertThat(administrator.get(candidacy.href()).body()).contains("(signé.pdf)");
    assertThat(kept.uses(letters.get(0).odt())).isTrue();

    samples.sign(one, seasons.today());
    String agreement = "/conventions/" + one.agreementId();
    administrator.get(agreement);
    assertThat(administrator.post(agreement + "/documents/convention", Map.of()).statusCode())
        .isEqualTo(302);
    administrator.get(agreement);
    administrator.post(agreement + "/documents/convention", Map.of());
    assertThat(kept.list(one.agreementId())).as("the same is kept once").hasSize(1);
    assertThat(administrator.post(agreement + "/documents/rien", Map.of()).statusCode())
        .isEqualTo(422);
    String paper = agreement + "/papiers/" + kept.list(one.agreementId()).get(0).id() + ".pdf";
    assertThat(administrator.get(paper).statusCode()).isEqualTo(200);
    assertThat(agentOf("vendome").get(paper).statusCode()).isEqualTo(404);
    assertThat(
            administrator.get(agreement + "/papiers/" + letters.get(0).id() + ".pdf").statusCode())
        .as("of another subject")
        .isEqualTo(404);

    administrator.get(one.href());
    administrator.post(
        one.href() + "/session",
        Map.of("day", seasons.today().toString(), "stage", "launch", "came", "oui"));
    UUID meeting = jdbc.sql("select id from programme.meeting").query(UUID.class).single();
    for (String name : List.of("feuille-de-presence", "compte-rendu")) {
      String minutes = "/programme/rendez-vous/" + meeting;
      assertThat(administrator.get(minutes).body()).contains("/documents/" + name + ".pdf");
      assertThat(administrator.get(minutes + "/documents/" + name + ".pdf").body())
          .startsWith("%PDF");
      administrator.get(minutes);
      assertThat(administrator.post(minutes + "/documents/" + name, Map.of()).statusCode())
          .isEqualTo(302);
    }
    assertThat(kept.list(meeting)).hasSize(2);
  }

  @Test
  void everyPageIsForAll() {
    SampleSeason samples = new SampleSeason(portal);
    Season season = samples.open("Saison 3");
    Beneficiary one = samples.accept(season, samples.largest(1).get(0));
    samples.sign(one, seasons.today());
    Person administrator = person(Role.ADMINISTRATOR, null);
    try (TestBrowser browser = new TestBrowser(port())) {
      Page page = browser.visitor();
      TestBrowser.signIn(page, administrator.email(), PASSWORD);
      page.navigate(season.href() + "/textes");
      TestBrowser.check(page, "textes");
      page.navigate(season.href() + "/textes/convention");
      page.selectOption("#exemple", one.id().toString());
      page.locator("button[formaction$='/apercu']").click();
      page.locator("article.paper").waitFor();
      TestBrowser.check(page, "texte-apercu");
      page.navigate(season.href() + "/textes/articles");
      page.fill("#text", "## Durée\n{{fni}}");
      page.locator(".text-form .button.main").click();
      page.locator("[aria-invalid=true]").waitFor();
      TestBrowser.check(page, "texte-fautes");
      page.navigate(candidacies.listOf(season.id()).get(0).href());
      page.locator("details.unfolds > summary").first().click();
      TestBrowser.check(page, "candidature-lettre");
      page.navigate("/conventions/" + one.agreementId());
      page.locator(".papers button").first().click();
      page.locator("text=Documents établis").waitFor();
      TestBrowser.check(page, "convention-documents");
    }
  }

  private String convention(UUID id) {
    return agreementPapers.get(agreements.get(id), "convention").text();
  }

  private Candidacy hostile(Season season) {
    String siren = new SampleSeason(portal).largest(1).get(0);
    Candidacy sent =
        candidacies.apply(
            season,
            new Candidacies.Application(
                siren,
                "",
                new Candidacy.Contact(HOSTILE, "a@b.example", ""),
                "Oui",
                null,
                false,
                true));
    return candidacies.decide(
        SampleSeason.ADMINISTRATOR,
        sent.id(),
        Candidacy.Standing.REFUSED,
        HOSTILE + "\n\n" + HOSTILE,
        0);
  }

  private TestVisitor administrator() {
    return visitor().signIn(person(Role.ADMINISTRATOR, null).email(), PASSWORD);
  }
}
