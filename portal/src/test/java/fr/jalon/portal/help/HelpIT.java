package fr.jalon.portal.help;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.portal.TestClock;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.deposit.Deposits;
import fr.jalon.portal.help.HelpRequest.State;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.SampleSeason;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.programme.Tally;
import fr.jalon.portal.web.Rejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A request from the question to the article; nobody takes the mails, so that they stay. */
@Import(TestClock.Wired.class)
@TestPropertySource(
    properties = {"jalon.mail.host=127.0.0.1", "jalon.mail.port=1", "jalon.mail.security=none"})
class HelpIT extends CatalogIT {
  private static final String AUTHORITY = "chateauroux";
  private static final String PHONE = "06 98 76 54 32";
  private static final String NAME = "Zéphyrine Quatremare";
  private static final String FILE =
      """
      nom;montant;annee
      École Jules-Ferry;1200;2022
      Gymnase;1 200 euros;2022
      Piscine;800;2022
      Bibliothèque;950;2022
      Théâtre;400;2022
      """;
  private static final String PEOPLE =
      """
      association;president;telephone;montant
      Les Amis du chemin;Zéphyrine Quatremare;06 98 76 54 32;1200
      La Boule;Jean Martin;06 12 34 56 78;1 200 euros
      Le Chœur;Marie Durand;06 22 34 56 79;800
      Les Archers;Paul Petit;06 32 34 56 80;950
      La Truite;Anne Moreau;06 42 34 56 81;400
      """;

  @Autowired private ApplicationContext portal;
  @Autowired private TestClock clock;
  @Autowired private HelpRequests requests;
  @Autowired private Articles articles;
  @Autowired private Silence silence;
  @Autowired private Deposits deposits;
  @Autowired private Organizations organizations;
  @Autowired private Beneficiaries beneficiaries;
  @Autowired private Seasons seasons;
  @Autowired private JdbcClient jdbc;

  private Person agent = new Person(UUID.randomUUID(), "", "", Role.ADMINISTRATOR, null);
  private Person focalPoint = agent;
  private Person alix = agent;

  @BeforeEach
  void people() {
    jdbc.sql("delete from account.mail").update();
    jdbc.sql("delete from help.article").update();
    jdbc.sql("delete from help.request").update();
    jdbc.sql("delete from account.person").update();
    clock.set(LocalDate.of(2020, 12, 1));
    agent = person(Role.AGENT, AUTHORITY);
    focalPoint = person(Role.FOCAL_POINT, AUTHORITY);
    alix = person(Role.FACILITATOR, null);
  }

  @Test
  void aRequestKeepsAddressesAndNeverValues() throws Exception {
    UUID deposit = deposit(PEOPLE);
    deposits.confirmReading(deposit, agent, 0);
    TestVisitor visitor = visitor().signIn(agent.email(), PASSWORD);
    String step = visitor.get("/depots/" + deposit + "/protection").body();
    assertThat(step).contains("/aide/nouvelle?depot=" + deposit + "&amp;etape=protection");
    String ask =
        "/aide/nouvelle?depot="
            + deposit
            + "&etape=corrections&carte=text-in-numbers&cellules=C2,D3";
    String form = visitor.get(ask).body();
    assertThat(form).contains("cellules C2 et D3", "masquée", "mercredi 2").doesNotContain(PHONE);
    String request = TestVisitor.location(ask(visitor, form, ask, "Je ne comprends pas."));

    String helped = visitor().signIn(alix.email(), PASSWORD).get(request).body();
    assertThat(helped)
        .contains("1 200 euros", "•••••", "Je ne comprends pas.", "id=\"cellule-D3\"")
        .contains("à corriger par elle")
        .doesNotContain(PHONE, "id=\"cellule-C2\"");
    assertThat(kept())
        .contains("C2", "D3", "corrections", "Je ne comprends pas.")
        .doesNotContain(PHONE, NAME, "1 200 euros", "Quatremare", "president");
    assertThat(mails(alix)).hasSize(1).first().asString().startsWith("Pour répondre");
    assertThat(mails(agent)).isEmpty();

    TestVisitor helper = visitor().signIn(alix.email(), PASSWORD);
    helper.get(request);
    assertThat(propose(helper, request, "C2", "•••••", "06").statusCode()).isEqualTo(422);
  }

  @Test
  void whatIsProposedIsAcceptedInItsPlaceUnlessTheDepositChanged() throws Exception {
    UUID deposit = deposit(FILE);
    deposits.confirmReading(deposit, agent, 0);
    TestVisitor visitor = visitor().signIn(agent.email(), PASSWORD);
    TestVisitor helper = visitor().signIn(alix.email(), PASSWORD);
    String corrections = "/depots/" + deposit + "/corrections";
    String link = askLink(visitor.get(corrections).body());
    assertThat(link).contains("carte=", "cellules=B3");
    String request =
        TestVisitor.location(ask(visitor, visitor.get(link).body(), link, "Que faire en B3 ?"));

    helper.get(request);
    assertThat(propose(helper, request, "B3", "1 200 euros", "1200").statusCode()).isEqualTo(302);
    assertThat(mails(agent))
        .hasSize(1)
        .first()
        .asString()
        .contains("en B3", "#repondre")
        .doesNotContain("1200", "1 200 euros");
    assertThat(replyTo(agent)).containsExactly(alix.email());
    String shown = visitor.get(corrections).body();
    assertThat(shown).contains("Dominique propose d'écrire autre chose", "Écrire ainsi");
    UUID first = suggestion(shown);
    String seen = seen(shown);

    helper.get(corrections);
    assertThat(take(helper, deposit, first, seen).statusCode())
        .as("whoever proposes does not accept")
        .isEqualTo(403);
    edit(visitor, deposit, "1 200 euros", "1300");
    HttpResponse<String> stale = take(visitor, deposit, first, seen);
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("1300", "1200", "la proposition ne tient plus");
    assertThat(accepted(deposit)).isEqualTo("1300");
    visitor.post(corrections + "/proposee", Map.of("suggestion", first.toString(), "keep", "true"));

    helper.get(request);
    assertThat(propose(helper, request, "B3", "1300", "1200").statusCode()).isEqualTo(302);
    String again = visitor.get(corrections).body();
    assertThat(take(visitor, deposit, suggestion(again), seen(again)).statusCode()).isEqualTo(302);
    assertThat(accepted(deposit)).isEqualTo("1200");
    assertThat(visitor.get(request).body())
        .contains("garde ce qui est écrit, en B3", "a accepté la correction proposée, en B3");
    assertThat(kept()).doesNotContain("1300", "1 200 euros");

    UUID id = UUID.fromString(request.substring(request.lastIndexOf('/') + 1));
    helper.get(request);
    assertThat(propose(helper, request, "A3", "Gymnase", "Gymnase, rue A").statusCode())
        .isEqualTo(302);
    requests.say(id, agent, UUID.randomUUID(), "Et la colonne C ?", List.of());
    String comma = visitor.get(corrections).body();
    assertThat(comma).as("a comma parts no value").contains("Gymnase, rue A");
    take(visitor, deposit, suggestion(comma), seen(comma));
    assertThat(requests.get(id, alix).state())
        .as("what was asked since still waits")
        .isEqualTo(State.WAITING);
    helper.get(request);
    assertThat(propose(helper, request, "B4", "800", "").statusCode()).isEqualTo(302);
    requests.solve(id, agent, UUID.randomUUID(), "");
    String empty = visitor.get(corrections).body();
    take(visitor, deposit, suggestion(empty), seen(empty));
    assertThat(requests.get(id, alix).state())
        .as("what is over stays over")
        .isEqualTo(State.SOLVED);
  }

  @Test
  void anothersRequestIsAsIfItWereNotThere() {
    HelpRequest request = asked(Urgency.BLOCKED);
    TestVisitor stranger = agentOf("vendome");
    TestVisitor colleague = visitor().signIn(focalPoint.email(), PASSWORD);
    String href = request.href();
    assertThat(colleague.get(href).statusCode()).isEqualTo(200);
    assertThat(stranger.get(href).statusCode()).isEqualTo(404);
    assertThat(stranger.get(href + "/pieces/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    stranger.get("/aide");
    for (String act : List.of("repondre", "regle")) {
      Map<String, String> form = Map.of("once", UUID.randomUUID().toString(), "text", "ah");
      assertThat(stranger.post(href + "/" + act, form).statusCode()).as(act).isEqualTo(404);
    }
    colleague.get(href);
    for (String act : List.of("coller", "suivre", "proposer", "session", "article")) {
      Map<String, String> form = Map.of("once", UUID.randomUUID().toString(), "mail", "ah");
      assertThat(colleague.post(href + "/" + act, form).statusCode()).as(act).isEqualTo(403);
    }
    assertThat(stranger.get("/aide").body()).doesNotContain(href);
    assertThat(visitor().get(href).statusCode()).isEqualTo(302);
    assertThat(facilitator().get("/aide").body()).contains(href);
    String deposit = "/aide/nouvelle?depot=" + UUID.randomUUID();
    assertThat(colleague.get(deposit).statusCode()).isEqualTo(404);
  }

  @Test
  void silenceIsRemindedToldThenClosedAndOneAnswerOpensAgain() {
    Person sacha = person(Role.FACILITATOR, null);
    clock.set(LocalDate.of(2020, 12, 1));
    HelpRequest request = asked(Urgency.IN_DOUBT);
    assertThat(mails(sacha)).hasSize(1);
    UUID once = UUID.randomUUID();
    requests.say(request.id(), alix, once, "Essayez ceci.", List.of());
    requests.say(request.id(), alix, once, "Essayez ceci.", List.of());
    assertThat(mails(agent)).as("a form sent twice is said once").hasSize(1);
    requests.say(request.id(), sacha, UUID.randomUUID(), "Ou cela.", List.of());
    assertThat(mails(agent)).as("nobody is silenced by who took it").hasSize(2);
    assertThat(get(request).helpers()).hasSize(2);

    look("2020-12-05");
    assertThat(mails(agent)).as("four days").hasSize(2);
    look("2020-12-06");
    assertThat(mails(agent)).as("a Sunday").hasSize(2);
    look("2020-12-07");
    look("2020-12-07");
    assertThat(mails(agent)).as("reminded").hasSize(3);
    look("2020-12-14");
    assertThat(mails(focalPoint)).as("ten days, counted from the answer").hasSize(1);
    look("2020-12-18");
    assertThat(get(request).state()).isEqualTo(State.ANSWERED);
    look("2020-12-22");
    assertThat(get(request).state()).isEqualTo(State.CLOSED);
    assertThat(mails(agent)).hasSize(4);
    requests.say(request.id(), agent, UUID.randomUUID(), "Me revoici.", List.of());
    assertThat(get(request).state()).isEqualTo(State.WAITING);
    assertThat(get(request).dueAt()).isEqualTo(Instant.parse("2020-12-24T16:30:00Z"));
    assertThat(get(request).answeredAfter()).isLessThan(java.time.Duration.ofMinutes(5));
  }

  @Test
  void aServerThatWasStoppedGoesUpOneRungAtATime() {
    clock.set(LocalDate.of(2020, 12, 1));
    HelpRequest request = asked(Urgency.IN_DOUBT);
    requests.say(request.id(), alix, UUID.randomUUID(), "Essayez ceci.", List.of());
    look("2021-01-11");
    assertThat(mails(agent)).hasSize(2);
    assertThat(mails(focalPoint)).isEmpty();
    look("2021-01-13");
    assertThat(mails(focalPoint)).as("within the days of quiet").isEmpty();
    look("2021-01-15");
    assertThat(mails(focalPoint)).hasSize(1);
    assertThat(get(request).state()).isEqualTo(State.ANSWERED);
  }

  @Test
  void whatIsAskedByTelephoneIsNotedInItsPersonsName() {
    TestVisitor desk = visitor().signIn(alix.email(), PASSWORD);
    assertThat(desk.get("/aide").body()).contains("Noter une demande reçue autrement");
    String form = desk.get("/aide/notee").body();
    assertThat(form).contains(agent.name() + ", Châteauroux");
    Map<String, String> sent =
        Map.of(
            "once", UUID.randomUUID().toString(),
            "person", agent.id().toString(),
            "day", LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris")).toString(),
            "time", "09:15",
            "urgency", "BLOCKED",
            "category", "PROGRAMME",
            "text", "Qui signe quand le maire est absent ?");
    Map<String, String> wrong = new HashMap<>(sent);
    wrong.put("day", "hier");
    HttpResponse<String> refused = desk.post("/aide/notee", wrong);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Ce jour ou cette heure", "Qui signe quand le maire");
    HttpResponse<String> noted = desk.post("/aide/notee", sent);
    assertThat(noted.statusCode()).as(noted.body()).isEqualTo(302);
    TestVisitor theirs = visitor().signIn(agent.email(), PASSWORD);
    assertThat(theirs.get(TestVisitor.location(noted)).body())
        .contains("Qui signe quand le maire est absent");
    assertThat(agentOf("vendome").get("/aide/notee").statusCode()).isEqualTo(403);
  }

  @Test
  void filesAreLabelsAndBytesToSave() {
    HelpRequest request = asked(Urgency.BLOCKED);
    TestVisitor visitor = visitor().signIn(agent.email(), PASSWORD);
    visitor.get(request.href());
    Map<String, String> form = Map.of("once", UUID.randomUUID().toString(), "text", "Voici");
    byte[] page = "<script>alert(1)</script>".getBytes(UTF_8);
    String reply = request.href() + "/repondre";
    HttpResponse<String> sent = visitor.upload(reply, form, "files", "../..\\page.html", page);
    assertThat(sent.statusCode()).isEqualTo(302);
    String shown = visitor.get(request.href()).body();
    Matcher piece = Pattern.compile("href=\"([^\"]+/pieces/[^\"]+)\"").matcher(shown);
    assertThat(piece.find()).isTrue();
    assertThat(shown).contains("page.html").doesNotContain("..\\page");
    HttpResponse<String> got = visitor.get(piece.group(1));
    assertThat(got.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(got.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(got.headers().firstValue("X-Content-Type-Options")).contains("nosniff");

    visitor.get(request.href());
    Map<String, String> large = Map.of("once", UUID.randomUUID().toString(), "text", "Tout");
    HttpResponse<String> refused =
        visitor.upload(reply, large, "files", "tout.csv", new byte[50_000_000]);
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body()).contains("Un fichier dépasse 10", "Tout</textarea>");
  }

  @Test
  void whatWasSolvedIsReadAgainByAnotherPersonWithoutNames() {
    HelpRequest request = asked(Urgency.IN_DOUBT);
    assertThatThrownBy(() -> articles.write(request.id(), alix, "a", "b", "c"))
        .isInstanceOfSatisfying(Rejected.class, is(HelpProblem.NOT_SOLVED));
    requests.solve(request.id(), agent, UUID.randomUUID(), "");
    String answer = "Gardez le nombre seul et dites l'unité dans le titre de la colonne.";
    for (String name :
        List.of(
            "Dominique a dit :",
            "vu avec dominique",
            "À Châteauroux,",
            "06 12 34 56 78",
            "a@b.fr")) {
      assertThatThrownBy(() -> articles.write(request.id(), alix, "Euros", name, answer))
          .as(name)
          .isInstanceOfSatisfying(Rejected.class, is(HelpProblem.NAMES_LEFT));
    }
    UUID id = articles.write(request.id(), alix, "Des montants avec euros", "Ça bloque.", answer);
    TestVisitor visitor = visitor().signIn(agent.email(), PASSWORD);
    assertThat(visitor.get("/aide/articles/" + id).statusCode()).isEqualTo(404);
    assertThatThrownBy(() -> articles.read(id, alix, 0))
        .isInstanceOfSatisfying(Rejected.class, is(HelpProblem.SECOND_READER));
    Person sacha = person(Role.FACILITATOR, null);
    assertThatThrownBy(() -> articles.read(id, sacha, 7))
        .isInstanceOfSatisfying(Rejected.class, is(HelpProblem.CHANGED_MEANWHILE));
    articles.read(id, sacha, 0);
    assertThat(visitor.get("/aide/articles?q=unités%20des%20colonnes").body())
        .contains("Des montants avec euros");
    assertThat(visitor.get("/aide/articles?q=piscine").body())
        .doesNotContain("Des montants avec euros");
    visitor.get("/aide/articles/" + id);
    visitor.post("/aide/articles/" + id + "/avis", Map.of("useful", "non"));
    visitor.post("/aide/articles/" + id + "/avis", Map.of("useful", "oui"));
    assertThat(visitor.get("/aide/articles/" + id).body()).contains("1 personne sur 1");
  }

  @Test
  void helpCountsAsASessionByANamedDecision() {
    Season season = new SampleSeason(portal).open("Saison 3");
    String siren = organizations.findBySlug(AUTHORITY).orElseThrow().siren();
    Beneficiary one = new SampleSeason(portal).accept(season, siren);
    new SampleSeason(portal).sign(one, seasons.today());
    HelpRequest request = asked(Urgency.BLOCKED);
    requests.count(request.id(), alix, "Une heure au téléphone.");
    Tally tally = beneficiaries.follow(one).tally();
    assertThat(tally.counted()).isEqualTo(1);
    assertThat(tally.lines().get(0).why()).isEqualTo(Tally.Why.COUNTED_BY_DECISION);
    assertThatThrownBy(() -> requests.count(request.id(), alix, "Encore"))
        .isInstanceOfSatisfying(Rejected.class, is(HelpProblem.COUNTED_ALREADY));
    TestVisitor visitor = visitor().signIn(agent.email(), PASSWORD);
    assertThat(visitor.get("/programme").body()).contains("/aide/nouvelle?page=%2Fprogramme");
    assertThat(visitor.get("/aide/nouvelle?page=/programme").body()).contains("Le programme");
  }

  private static java.util.function.Consumer<Rejected> is(HelpProblem problem) {
    return rejected -> assertThat(rejected.problem()).isEqualTo(problem);
  }

  private void look(String day) {
    clock.set(LocalDate.parse(day));
    silence.look();
  }

  private HelpRequest asked(Urgency urgency) {
    return requests.ask(
        agent,
        new Asked(UUID.randomUUID(), Category.OTHER, urgency, null, "", "Je ne sais pas."),
        List.of());
  }

  private HelpRequest get(HelpRequest request) {
    return requests.get(request.id(), alix);
  }

  private UUID deposit(String csv) throws IOException, InterruptedException {
    UUID id = deposits.receive(agent, "a.csv", new ByteArrayInputStream(csv.getBytes(UTF_8)));
    for (int i = 0; i < 1200 && deposits.job(id, agent).running(); i++) {
      Thread.sleep(50);
    }
    return id;
  }

  private static HttpResponse<String> ask(
      TestVisitor visitor, String form, String href, String text) {
    Map<String, String> fields =
        Map.of(
            "once", hidden(form, "once"), "text", text, "urgency", "BLOCKED", "category", "MENDS");
    HttpResponse<String> answer = visitor.upload(href, fields, "files", "", new byte[0]);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return answer;
  }

  private static HttpResponse<String> propose(
      TestVisitor helper, String request, String cell, String shown, String value) {
    return helper.post(
        request + "/proposer",
        Map.of(
            "once", UUID.randomUUID().toString(), "address", cell, "shown", shown, "value", value));
  }

  private static HttpResponse<String> take(
      TestVisitor visitor, UUID deposit, UUID suggestion, String seen) {
    return visitor.post(
        "/depots/" + deposit + "/corrections/proposee",
        Map.of("suggestion", suggestion.toString(), "seen", seen));
  }

  private static void edit(TestVisitor visitor, UUID deposit, String before, String value) {
    visitor.post(
        "/depots/" + deposit + "/corrections/cellules",
        Map.of(
            "column", "montant", "letters", "B", "address", "B3", "before", before, "value",
            value));
  }

  private String accepted(UUID deposit) {
    return deposits.get(deposit, agent).accepted().stream()
        .map(one -> Objects.requireNonNull(one.samples().get(0).after()))
        .findFirst()
        .orElse("");
  }

  private static String askLink(String page) {
    Matcher link = Pattern.compile("ask-about\"><a href=\"([^\"]+)\"").matcher(page);
    assertThat(link.find()).isTrue();
    return link.group(1).replace("&amp;", "&");
  }

  private static UUID suggestion(String page) {
    return UUID.fromString(found(page, "name=\"suggestion\" value=\"([^\"]+)\""));
  }

  private static String seen(String page) {
    String section = page.substring(page.indexOf("card suggested"));
    return hidden(section, "seen");
  }

  private static String hidden(String page, String name) {
    return found(page, "name=\"" + name + "\" value=\"([^\"]+)\"");
  }

  private static String found(String page, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(page);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  /** All that this room and the mails keep, as text. */
  private String kept() {
    return String.join(
        "\n",
        jdbc.sql(
                """
                select row_to_json(t)::text from help.request t union all
                select row_to_json(t)::text from help.line t union all
                select row_to_json(t)::text from help.helper t union all
                select row_to_json(t)::text from help.attachment t union all
                select row_to_json(t)::text from help.article t union all
                select row_to_json(t)::text from account.mail t
                """)
            .query(String.class)
            .list());
  }

  private List<String> mails(Person to) {
    return jdbc.sql("select text from account.mail where recipient = ? order by created_at")
        .param(to.email())
        .query(String.class)
        .list();
  }

  private List<String> replyTo(Person to) {
    return jdbc.sql("select reply_to from account.mail where recipient = ?")
        .param(to.email())
        .query(String.class)
        .list();
  }
}
