package fr.jalon.portal.culture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.TestClock;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.SampleDatasets;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.OpeningDuty;
import fr.jalon.portal.organization.Organizations;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What visitors ask and tell, until it is seen; nobody takes the mails, so that they stay. */
@Import(TestClock.Wired.class)
@TestPropertySource(
    properties = {"jalon.mail.host=127.0.0.1", "jalon.mail.port=1", "jalon.mail.security=none"})
class CultureIT extends CatalogIT {
  private static final Pattern CARRIED =
      Pattern.compile("<input type=\"hidden\" name=\"(ticket|id)\" value=\"([^\"]*)\"");
  private static final String HOSTILE = "<img src=x onerror=alert(1)>\"'&{{7*7}}${7*7}";

  @Autowired private TestClock clock;
  @Autowired private Questions questions;
  @Autowired private FirstDatasets first;
  @Autowired private Organizations organizations;
  @Autowired private JdbcClient jdbc;

  private Dataset dataset;
  private Person agent;

  @BeforeEach
  void aDataset() {
    clock.advance(Duration.ofHours(1));
    jdbc.sql("delete from account.mail").update();
    jdbc.sql("delete from culture.question").update();
    jdbc.sql("delete from culture.reuse").update();
    jdbc.sql("delete from account.person").update();
    agent = person(Role.AGENT, "vendome");
    dataset = samples().publish(SampleDatasets.subsidiesOf("vendome", 12));
  }

  private String ask() {
    return CulturePaths.ask(dataset.slug());
  }

  private String answers() {
    return CulturePaths.answers(dataset.slug());
  }

  /** Fills in a form as somebody does: opens it, writes, sends it in a while. */
  private HttpResponse<String> write(TestVisitor visitor, String path, Map<String, String> typed) {
    Map<String, String> fields = new HashMap<>(typed);
    Matcher carried = CARRIED.matcher(visitor.get(path).body());
    while (carried.find()) {
      fields.putIfAbsent(carried.group(1), carried.group(2));
    }
    clock.advance(Ticket.SOONEST);
    return visitor.post(path.replaceFirst("\\?.*", ""), fields);
  }

  private List<String> mails(String to) {
    return jdbc.sql("select text from account.mail where recipient = ? order by created_at")
        .param(to)
        .query(String.class)
        .list();
  }

  @Test
  void aQuestionIsSeenWithItsAnswerAndNothingOfWhoAsked() {
    String mail = "curieuse@exemple.fr";
    HttpResponse<String> sent =
        write(visitor(), ask(), Map.of("text", "Votés ou versés ? " + HOSTILE, "email", mail));
    assertThat(sent.body()).contains("Votre question est partie", "vous sera envoyée");
    String path = "/jeux-de-donnees/" + dataset.slug();
    assertThat(page(path)).doesNotContain("Votés ou versés");
    assertThat(mails(agent.email())).hasSize(1);
    assertThat(mails(agent.email()).get(0)).startsWith("Pour répondre\u202f: ").contains(answers());

    TestVisitor working = visitor().signIn(agent.email(), PASSWORD);
    assertThat(working.get(path).body()).contains("Questions\u202f: 1 attend");
    String form = working.get(answers()).body();
    assertThat(form).contains("Votés ou versés").doesNotContain("<img src=x");
    UUID id = questions.listAll(dataset.id()).get(0).id();
    String reply = answers() + "/" + id + "/reponse";
    assertThat(working.post(reply, Map.of("revision", "0", "answer-" + id, "")).statusCode())
        .isEqualTo(422);
    Map<String, String> answer = Map.of("revision", "0", "answer-" + id, "Votés. " + HOSTILE);
    assertThat(working.post(reply, answer).statusCode()).isEqualTo(302);
    HttpResponse<String> late = working.post(reply, answer);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Quelqu'un d'autre", "Votés.");

    assertThat(page(path))
        .contains("Votés ou versés", "Votés. &lt;img src=x")
        .doesNotContain("<img src=x", mail, agent.name());
    assertThat(mails(mail)).hasSize(1);
    assertThat(mails(mail).get(0)).contains("Votés.", path + "#questions");
    assertThat(jdbc.sql("select email from culture.question").query(String.class).list())
        .containsExactly("");
    working.post(answers() + "/" + id + "/ecarter", Map.of("revision", "1"));
    assertThat(page(path)).doesNotContain("Votés ou versés");
  }

  @Test
  void isKeptFromMachines() {
    TestVisitor machine = visitor();
    Map<String, String> typed = Map.of("text", "Achetez nos montres");
    assertThat(machine.post(ask(), typed).statusCode()).as("no page was opened").isGreaterThan(399);
    machine.get(ask());
    HttpResponse<String> blind = machine.post(ask(), typed);
    assertThat(blind.statusCode()).isEqualTo(422);
    assertThat(blind.body()).contains("envoyez-la encore une fois", "Achetez nos montres");
    HttpResponse<String> trapped =
        write(machine, ask(), Map.of("text", "Achetez", "website", "https://montres.example"));
    assertThat(trapped.body()).as("it is told nothing").contains("Votre question est partie");
    assertThat(
            write(machine, ask(), Map.of("text", "http://a.fr http://b.fr www.c.fr")).statusCode())
        .isEqualTo(422);
    assertThat(
            write(
                    machine,
                    ask(),
                    Map.of("text", "é".repeat(QuestionController.LONGEST_QUESTION + 1)))
                .body())
        .contains("trop long");
    HttpResponse<String> huge = machine.post(ask(), Map.of("text", "😀".repeat(2_000)));
    assertThat(huge.statusCode()).isEqualTo(413);
    assertThat(huge.body()).contains("Ce texte est trop long");
    assertThat(questions.listAll(dataset.id())).isEmpty();
  }

  @Test
  void aFloodStopsAtWhatPeopleCanReadAndTellsThemOnce() {
    Dataset other = samples().publish(SampleDatasets.trees(3));
    for (int i = 0; i < Questions.MOST_WAITING; i++) {
      questions.ask(UUID.randomUUID(), dataset, "Question " + i, "");
    }
    TestVisitor visitor = visitor();
    HttpResponse<String> refused = write(visitor, ask(), Map.of("text", "Et moi ?"));
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("Et moi ?");
    assertThat(mails(agent.email())).hasSize(1);
    UUID twice = UUID.randomUUID();
    questions.ask(twice, other, "Une fois", "");
    questions.ask(twice, other, "Une fois", "");
    assertThat(questions.listAll(other.id())).hasSize(1);
    int granted = 0;
    for (int i = 0; i < Doorstep.BURST + 3; i++) {
      String path = CulturePaths.ask(other.slug());
      if (write(visitor, path, Map.of("text", "Encore " + i)).statusCode() == 200) {
        granted++;
      }
    }
    assertThat(granted).as("from one network").isEqualTo(Doorstep.BURST - 1);
  }

  @Test
  void whatPeopleMadeIsReadFirst() {
    String form = CulturePaths.PROPOSE + "?jeu=" + dataset.slug();
    Map<String, String> made =
        Map.of(
            "jeu", dataset.slug(),
            "title", "La carte " + HOSTILE,
            "address", "https://carte.exemple.fr/?a=1&b=2",
            "kind", "MAP",
            "author", "Le club de géographie",
            "words", "On voit tout.",
            "email", "club@exemple.fr");
    for (String bad : List.of("javascript:alert(1)", "https://a@b.fr", "ftp://x.fr", "https://x")) {
      Map<String, String> wrong = new HashMap<>(made);
      wrong.put("address", bad);
      assertThat(write(visitor(), form, wrong).statusCode()).as(bad).isEqualTo(422);
    }
    assertThat(write(visitor(), form, made).body()).contains("Merci, c'est bien reçu");
    String path = "/jeux-de-donnees/" + dataset.slug();
    assertThat(page("/usages") + page(path)).doesNotContain("carte.exemple.fr");

    Person reader = person(Role.FACILITATOR, null);
    TestVisitor reading = visitor().signIn(reader.email(), PASSWORD);
    assertThat(reading.get(CulturePaths.TO_READ).body()).contains("Le club de géographie");
    UUID id = jdbc.sql("select id from culture.reuse").query(UUID.class).single();
    String show = CulturePaths.TO_READ + "/" + id + "/montrer";
    TestVisitor signedIn = visitor().signIn(agent.email(), PASSWORD);
    signedIn.get(answers());
    assertThat(signedIn.post(show, Map.of("revision", "0")).statusCode()).isEqualTo(403);
    assertThat(reading.post(show, Map.of("revision", "0")).statusCode()).isEqualTo(302);
    for (String where : List.of("/usages", path)) {
      assertThat(page(where))
          .contains("La carte &lt;img", "rel=\"nofollow ugc noopener\"", "carte.exemple.fr")
          .doesNotContain("<img src=x", "club@exemple.fr");
    }
    assertThat(jdbc.sql("select email from culture.reuse").query(String.class).single()).isEmpty();
  }

  @Test
  void firstDatasetsFollowFromFacts() {
    LocalAuthority vendome = organizations.findBySlug("vendome").orElseThrow();
    FirstDatasets.Advice advice = first.advise(vendome);
    assertThat(advice.law()).isEqualTo(OpeningDuty.BY_AGENTS);
    assertThat(advice.opened()).containsOnlyKeys(FirstDataset.SUBSIDIES);
    assertThat(advice.proposed().get(0).what())
        .as("something is open: its list makes itself")
        .isEqualTo(FirstDataset.CATALOGUE);
    LocalAuthority alike =
        organizations.findAll(organizations.listAlike(vendome, FirstDatasets.ALIKE)).stream()
            .findFirst()
            .orElseThrow();
    assertThat((double) alike.population())
        .isBetween(
            vendome.population() / FirstDatasets.ALIKE, vendome.population() * FirstDatasets.ALIKE);
    FirstDatasets.Advice theirs = first.advise(alike);
    assertThat(theirs.proposed())
        .extracting(FirstDatasets.Proposal::what)
        .contains(FirstDataset.SUBSIDIES)
        .doesNotContain(FirstDataset.CATALOGUE);
    FirstDatasets.Proposal subsidies =
        theirs.proposed().stream()
            .filter(one -> one.what() == FirstDataset.SUBSIDIES)
            .findFirst()
            .orElseThrow();
    assertThat(subsidies.alike()).isEqualTo(1);
    assertThat(page("/premiers-jeux?collectivite=" + alike.slug())).contains(dataset.title());
    assertThat(page("/premiers-jeux?q=" + "vendome")).contains("Déjà ouvert");
    assertThat(visitor().get("/premiers-jeux?collectivite=nulle-part").statusCode()).isEqualTo(404);
    TestVisitor working = visitor().signIn(agent.email(), PASSWORD);
    assertThat(working.get("/premiers-jeux").body()).contains("Vendôme");
  }

  @Test
  void guidesAndWordsAreForAll() {
    assertThat(page("/guides")).contains("Ce que la loi nous demande");
    assertThat(page("/guides/loi")).contains("3\u202f500 habitants", "À lire ensuite");
    assertThat(page("/glossaire")).contains("id=\"encodage\"");
    assertThat(visitor().get("/guides/rien").statusCode()).isEqualTo(404);
  }
}
