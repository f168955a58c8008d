package fr.jalon.portal.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.jalon.portal.TestBrowser;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.web.Messages;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class AgreementPagesIT extends CatalogIT {
  private static final AgreementText TEXT =
      new AgreementText(
          "Convention d'accompagnement",
          "le GIP",
          "son directeur",
          "Olivet",
          List.of(
              article(Clause.FUNDING, "3", "La contribution est de 1 000 €."),
              article(Clause.DURATION, "6", "Il n'est pas prévu de renouvellement."),
              article(Clause.UNILATERAL_TERMINATION, "7.1", "La contribution reste due."),
              article(Clause.MUTUAL_TERMINATION, "7.2", "Fin de l'année civile."),
              article(Clause.AMENDMENT, "8", "Par avenant.")));

  @Autowired private Agreements agreements;
  @Autowired private Organizations organizations;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void none() {
    jdbc.sql("delete from agreement.fact").update();
    jdbc.sql("delete from agreement.agreement").update();
  }

  @Test
  void isSignedBilledPaidAndEndedWithItsWords() {
    Agreement agreement = drafted("chateauroux");
    TestVisitor admin = visitor().signIn(person(Role.ADMINISTRATOR, null).email(), PASSWORD);
    String page = "/conventions/" + agreement.id();
    assertThat(admin.get(page).body()).contains("pas encore envoyée à signer");
    String today = agreements.today().toString();
    record(admin, page, Map.of("act", "sent", "on", today));
    assertThat(admin.get(page).body()).contains("Les deux signatures sont attendues");
    record(
        admin, page, Map.of("act", "signed-beneficiary", "on", today, "by", "A. <b>B</b>, maire"));
    record(admin, page, Map.of("act", "signed-organizer", "on", today, "by", "O. J., directeur"));
    assertThat(admin.get(page).body())
        .contains("En vigueur du", "(art. 6)", "A. &lt;b&gt;B&lt;/b&gt;, maire")
        .doesNotContain("<b>B</b>");
    assertThat(post(admin, page, Map.of("act", "signed-organizer", "on", today, "by", "X")))
        .isEqualTo(409);
    assertThat(
            post(
                admin,
                page,
                Map.of("act", "paid", "on", today, "amount", "1 000,01", "reference", "V")))
        .as("more than is due")
        .isEqualTo(422);
    record(admin, page, Map.of("act", "paid", "on", today, "amount", "400", "reference", "V1"));
    assertThat(
            post(
                admin,
                page,
                Map.of(
                    "act", "noticed", "on", today, "number", "T", "amount", "2000", "debtor", "M")))
        .isEqualTo(422);

    for (String paper :
        List.of("convention.pdf", "convention.odt", "avis-des-sommes-a-payer.pdf")) {
      HttpResponse<String> document = admin.get(page + "/documents/" + paper);
      assertThat(document.statusCode()).as(paper).isEqualTo(200);
      assertThat(document.body()).startsWith(paper.endsWith("pdf") ? "%PDF" : "PK");
    }
    assertThat(admin.get(page + "/documents/autre.pdf").statusCode()).isEqualTo(422);
    assertThat(admin.get(page).body()).as("what was sent is kept").contains("/pieces/");

    Map<String, String> loss = Map.of("act", "membership-lost", "on", today, "reason", "retrait");
    admin.get(page);
    HttpResponse<String> preview = admin.post(page + "/apercu", loss);
    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.body().replaceAll("[\\u00a0\\u202f]", " "))
        .contains("31 décembre " + agreements.today().getYear(), "(art. 7.1)")
        .contains("La contribution reste due en entier", "il reste 600")
        .contains("Il faudra décider");
    assertThat(agreements.get(agreement.id()).revision()).isEqualTo(5);
    record(admin, page, loss);
    assertThat(admin.get(page).body()).contains("À décider", "Que devient la part");
    assertThat(post(admin, page, Map.of("act", "terminated", "on", today))).isEqualTo(409);
    HttpResponse<String> renewal = postPage(admin, page, Map.of("act", "renewed"));
    assertThat(renewal.statusCode()).isEqualTo(422);
    assertThat(renewal.body()).contains("Il n'est pas prévu de renouvellement.", "(art. 6)");
  }

  @Test
  void everyPageIsForAll() {
    Agreement agreement = drafted("chateauroux");
    Person admin = person(Role.ADMINISTRATOR, null);
    LocalDate today = agreements.today();
    agreements.record(agreement.id(), 1, new Act.Sent(today), admin);
    agreements.record(agreement.id(), 2, new Act.Signed(today, Party.ORGANIZER, "O"), admin);
    agreements.record(agreement.id(), 3, new Act.Signed(today, Party.BENEFICIARY, "B"), admin);
    agreements.record(agreement.id(), 4, new Act.Paid(today, new Euros(40_050), "V 12"), admin);
    try (TestBrowser browser = new TestBrowser(port())) {
      Page page = browser.visitor();
      TestBrowser.signIn(page, admin.email(), PASSWORD);
      page.navigate("/conventions");
      TestBrowser.check(page, "conventions");
      page.locator("table.plain a").first().click();
      page.locator("main details > summary").all().forEach(one -> one.click());
      TestBrowser.check(page, "convention");
      page.locator("#membership-lost-reason").fill("retrait");
      page.locator("#membership-lost button").click();
      page.locator("h2", new Page.LocatorOptions().setHasText("Ce que cela fera")).waitFor();
      TestBrowser.check(page, "convention-apercu");
      page.locator("main form .button.main").click();
      page.locator("#a-decider").waitFor();
      TestBrowser.check(page, "convention-a-decider");
    }
  }

  @Test
  void theSecondOfTwoPeopleSeesWhatChanged() {
    Agreement agreement = drafted("chateauroux");
    TestVisitor admin = visitor().signIn(person(Role.ADMINISTRATOR, null).email(), PASSWORD);
    String page = "/conventions/" + agreement.id();
    admin.get(page);
    String today = agreements.today().toString();
    Map<String, String> late =
        Map.of("act", "given-up", "on", today, "reason", "x", "revision", "1");
    record(admin, page, Map.of("act", "sent", "on", today));
    HttpResponse<String> answer = postPage(admin, page, late);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("Quelque chose a été noté", "envoyée à signer");
    for (Map<String, String> odd :
        List.of(
            Map.of("act", "sent", "on", "demain"),
            Map.of("act", "sent", "on", LocalDate.now(Messages.PARIS).plusYears(1).toString()),
            Map.of("act", "signed-organizer", "on", today),
            Map.of("act", "nothing"),
            Map.of("act", "corrected", "fact", "x", "reason", "y"),
            Map.of("act", "paid", "on", today, "amount", "-5", "reference", "z"))) {
      assertThat(post(admin, page, odd)).as(odd.toString()).isIn(409, 422);
    }
    assertThat(agreements.get(agreement.id()).revision()).isEqualTo(2);
  }

  @Test
  void isForItsOwnPeopleAndItsMoneyForTheReferent() {
    Agreement agreement = drafted("chateauroux");
    Person admin = person(Role.ADMINISTRATOR, null);
    LocalDate today = agreements.today();
    agreements.record(agreement.id(), 1, new Act.Sent(today), admin);
    agreements.record(agreement.id(), 2, new Act.Signed(today, Party.ORGANIZER, "O"), admin);
    agreements.record(agreement.id(), 3, new Act.Signed(today, Party.BENEFICIARY, "B"), admin);
    String page = "/conventions/" + agreement.id();
    assertThat(visitor().get(page).statusCode()).isEqualTo(302);
    assertThat(focalPointOf("vendome").get(page).statusCode()).isEqualTo(404);
    assertThat(focalPointOf("chateauroux").get(page).body())
        .contains("Reste à payer")
        .doesNotContain("Enregistrer un paiement", "/faits");
    assertThat(agentOf("chateauroux").get(page).body())
        .contains("En vigueur du")
        .doesNotContain("Reste à payer", "1 000");
    TestVisitor finance = visitor().signIn(person(Role.FINANCE, null).email(), PASSWORD);
    assertThat(finance.get(page).body()).contains("Enregistrer un paiement");
    assertThat(post(finance, page, Map.of("act", "terminated", "on", today.toString())))
        .isEqualTo(404);
    TestVisitor agent = agentOf("chateauroux");
    agent.get(page);
    assertThat(post(agent, page, Map.of("act", "sent", "on", today.toString()))).isEqualTo(404);
    assertThat(agentOf("vendome").get("/conventions").body()).doesNotContain(page);
  }

  private Agreement drafted(String authority) {
    UUID organization = organizations.findBySlug(authority).orElseThrow().id();
    LocalDate today = agreements.today();
    Terms terms =
        new Terms(
            today.plusYears(1).plusMonths(2),
            today.plusYears(1),
            12,
            Book.PLAN,
            new Window(today.plusMonths(1), today.plusMonths(4)),
            "la commune de Châteauroux",
            "le maire",
            "place de la République");
    return agreements.draft(
        organization, UUID.randomUUID(), TEXT, terms, person(Role.FACILITATOR, null));
  }

  private static void record(TestVisitor visitor, String page, Map<String, String> fields) {
    HttpResponse<String> answer = postPage(visitor, page, fields);
    assertThat(answer.statusCode()).as(fields + ": " + answer.body()).isEqualTo(302);
  }

  private static int post(TestVisitor visitor, String page, Map<String, String> fields) {
    return postPage(visitor, page, fields).statusCode();
  }

  /** What the form of the page sends, with what is typed in it. */
  private static HttpResponse<String> postPage(
      TestVisitor visitor, String page, Map<String, String> fields) {
    String body = visitor.get(page).body();
    Map<String, String> all = new HashMap<>();
    Matcher revision = Pattern.compile("name=\"revision\" value=\"(\\d+)\"").matcher(body);
    if (revision.find()) {
      all.put("revision", revision.group(1));
    }
    all.putAll(fields);
    return visitor.post(page + "/faits", all);
  }

  private static AgreementText.Article article(Clause clause, String number, String paragraph) {
    return new AgreementText.Article(clause, number, "Titre", List.of(paragraph));
  }
}
