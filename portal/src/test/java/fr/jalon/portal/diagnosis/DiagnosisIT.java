package fr.jalon.portal.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.checklist.AuthorityItem;
import fr.jalon.portal.checklist.Proof;
import fr.jalon.portal.checklist.ProofSource;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Followed;
import fr.jalon.portal.programme.SampleSeason;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.questionnaire.Filling;
import fr.jalon.portal.questionnaire.Filling.Occasion;
import fr.jalon.portal.questionnaire.Fillings;
import fr.jalon.portal.questionnaire.Question;
import fr.jalon.portal.questionnaire.QuestionnaireVersion;
import fr.jalon.portal.questionnaire.Questionnaires;
import fr.jalon.portal.questionnaire.Reply;
import fr.jalon.portal.questionnaire.Sheets;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A questionnaire from its first answer to a frozen diagnosis, by pages and by services. */
class DiagnosisIT extends CatalogIT {
  private static final String HOSTILE = "<script>alert(1)</script>";

  @Autowired private ApplicationContext portal;
  @Autowired private Fillings fillings;
  @Autowired private Questionnaires questionnaires;
  @Autowired private Diagnoses diagnoses;
  @Autowired private Organizations organizations;
  @Autowired private JdbcClient jdbc;

  private Person administrator = SampleSeason.ADMINISTRATOR;
  private List<Beneficiary> all = List.of();

  @BeforeEach
  void emptied() {
    jdbc.sql(
            """
            truncate programme.season, agreement.agreement, questionnaire.version, account.person,
              account.mail cascade
            """)
        .update();
    SampleSeason sample = new SampleSeason(portal);
    Season season = sample.open("Saison 3");
    all = sample.accept(season, 3);
    administrator = person(Role.ADMINISTRATOR, null);
  }

  private Person of(Role role, Beneficiary one) {
    return person(role, organizations.get(one.organizationId()).slug());
  }

  @Test
  void anInventoryTicksItsItemOfTheChecklistAsLongAsItIsThere() {
    Beneficiary one = all.get(0);
    Filling filling = fillings.open(administrator, one.id(), Occasion.ENTRY);
    String table =
        questionnaires
            .current()
            .content()
            .questions()
            .filter(question -> question.kind() == Question.Kind.TABLE)
            .map(Question::key)
            .findFirst()
            .orElseThrow();
    assertThat(inventory(one)).isEmpty();
    fillings.answer(
        administrator,
        filling.id(),
        table,
        Reply.table(Map.of("prenoms", Map.of(Reply.HAS, "oui", "acces", "tableur"))));
    assertThat(inventory(one))
        .hasValueSatisfying(proof -> assertThat(proof.href()).isEqualTo(filling.href()));
    fillings.answer(administrator, filling.id(), table, null);
    assertThat(inventory(one)).isEmpty();
  }

  private Optional<Proof> inventory(Beneficiary one) {
    Followed followed = portal.getBean(Beneficiaries.class).follow(one);
    return portal.getBeansOfType(ProofSource.class).values().stream()
        .flatMap(source -> source.prove(List.of(followed)).values().stream())
        .map(proofs -> proofs.get(AuthorityItem.INVENTORY))
        .findFirst();
  }

  @Test
  void anAuthorityAnswersWithColleaguesAndSeesWhereItStands() {
    Beneficiary one = all.get(0);
    Person guide = of(Role.FOCAL_POINT, one);
    TestVisitor own = visitor().signIn(guide.email(), PASSWORD);
    assertThat(TestVisitor.location(own.get("/questionnaires")))
        .isEqualTo("/questionnaires/pour/" + one.id());
    own.get("/questionnaires/pour/" + one.id());
    String home = TestVisitor.location(own.post("/questionnaires/pour/" + one.id(), Map.of()));
    assertThat(own.get(home).body()).contains("Portage et stratégie", "Remettre le questionnaire");

    // one answer by the script, then the whole section by a plain form
    own.get(home + "/portage");
    HttpResponse<String> saved = own.post(home + "/portage/elu", Map.of("q.elu", "delegue"));
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    assertThat(saved.body()).contains("Enregistré à", "1 sur 4");
    HttpResponse<String> whole =
        own.post(
            home + "/portage",
            Map.of(
                "q.elu",
                "delegue",
                "q.elu..",
                "",
                "q.decision",
                "_nsp",
                "q.decision..",
                "",
                "q.attentes",
                HOSTILE));
    assertThat(TestVisitor.location(whole)).isEqualTo(home + "/organisation");
    assertThat(own.get(home + "/portage").body())
        .contains("&lt;script&gt;", "Répondu par Dominique")
        .doesNotContain(HOSTILE);

    // bad input is refused and shown again
    own.get(home + "/organisation");
    own.post(home + "/organisation/referent", Map.of("q.referent", "nommee"));
    HttpResponse<String> wrong = own.post(home + "/organisation", Map.of("q.temps", "9999"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("Écrivez un nombre de 0 à 160", "value=\"9999\"");
    assertThat(
            own.post(home + "/portage/attentes", Map.of("q.attentes", "x".repeat(1 << 20)))
                .statusCode())
        .isEqualTo(422);
    assertThat(own.get(home + "/nulle-part").statusCode()).isEqualTo(404);

    // a colleague with a link
    own.get(home);
    own.post(
        home + "/invitations",
        List.of(
            Map.entry("name", "Sacha"),
            Map.entry("email", "sacha@mairie.example"),
            Map.entry("sections", "portage")));
    assertThat(own.post(home + "/invitations", Map.of("name", "S", "email", "non")).statusCode())
        .isEqualTo(422);
    assertThat(own.get(home).body()).contains("Sacha");
    jdbc.sql("update questionnaire.respondent set token_sha256 = ? where name = 'Sacha'")
        .param(fr.jalon.portal.account.Token.sha256("secret"))
        .update();
    TestVisitor guest = visitor();
    String link = "/questionnaires/repondre/secret";
    assertThat(guest.get(link).body()).contains("Portage").doesNotContain("Bases numériques");
    assertThat(guest.get(link + "/numerique").statusCode()).isEqualTo(403);
    guest.get(link + "/portage");
    assertThat(guest.post(link + "/numerique", Map.of("q.partage", "postes")).statusCode())
        .isEqualTo(403);
    assertThat(guest.post(link + "/portage/partage", Map.of("q.partage", "postes")).statusCode())
        .isEqualTo(403);
    assertThat(guest.post(link + "/portage/elu", Map.of("q.elu", "personne")).statusCode())
        .isEqualTo(200);
    assertThat(visitor().get("/questionnaires/repondre/autre").statusCode()).isEqualTo(404);

    // what the page showed is nobody's answer, even once it counts no more
    String before = guest.get(link + "/portage").body();
    Matcher shown =
        Pattern.compile("name=\"q\\.decision\\.\\.vu\" value=\"([^\"]+)\"").matcher(before);
    assertThat(shown.find()).isTrue();
    own.get(home + "/portage");
    own.post(home + "/portage/decision", Map.of("q.decision", "suivie"));
    guest.post(
        link + "/portage",
        Map.of("q.decision", "_nsp", "q.decision..", "", "q.decision..vu", shown.group(1)));
    assertThat(
            jdbc.sql("select count(*) from questionnaire.answer where question = 'decision'")
                .query(Integer.class)
                .single())
        .isEqualTo(1);

    // both are kept, the référent chooses
    assertThat(own.get(home).body()).contains("réponses différentes");
    String page = own.get(home + "/portage").body();
    assertThat(page).contains("Retenir celle-ci", "Sacha");
    UUID sacha =
        jdbc.sql("select id from questionnaire.respondent where name = 'Sacha'")
            .query(UUID.class)
            .single();
    String choice = home + "/choix/elu";
    String at =
        jdbc.sql("select at from questionnaire.answer where respondent_id = ? and question = 'elu'")
            .param(sacha)
            .query(java.sql.Timestamp.class)
            .single()
            .toInstant()
            .toString();
    assertThat(page).contains("name=\"at\" value=\"" + at + "\"");
    Map<String, String> stale =
        Map.of("respondent", sacha.toString(), "at", "2020-01-01T00:00:00Z");
    assertThat(own.post(choice, stale).statusCode()).as("it changed since").isEqualTo(409);
    own.get(home + "/portage");
    assertThat(own.post(choice, Map.of("respondent", "a".repeat(36), "at", at)).statusCode())
        .isEqualTo(400);
    own.get(home + "/portage");
    own.post(choice, Map.of("respondent", sacha.toString(), "at", at));
    assertThat(own.get(home + "/portage").body()).contains("Réponse retenue par Dominique");

    // expired, removed: the answers stay
    jdbc.sql(
            "update questionnaire.respondent set expires_at = now() - interval '1 day' where id = ?")
        .param(sacha)
        .update();
    assertThat(guest.get(link).statusCode()).isEqualTo(410);
    own.get(home);
    own.post(home + "/repondants/" + sacha + "/retirer", Map.of());
    assertThat(guest.post(link + "/portage/elu", Map.of("q.elu", "actif")).statusCode())
        .isEqualTo(404);
    assertThat(own.get(home).body()).contains("Ses réponses restent");

    String result = TestVisitor.location(own.post(home + "/remettre", Map.of()));
    assertThat(result).isEqualTo("/diagnostics/" + one.id());
    assertThat(own.get(result).body())
        .contains("Portage et stratégie", "<svg", "Sacha", "prudence")
        .doesNotContain("Ajuster après entretien", HOSTILE);
    assertThat(own.get(result + "/diagnostic.odt").statusCode()).isEqualTo(200);
    assertThat(own.post(home + "/portage/elu", Map.of("q.elu", "actif")).statusCode())
        .isEqualTo(409);

    // another authority's is as if it were not there
    TestVisitor other = visitor().signIn(of(Role.FOCAL_POINT, all.get(1)).email(), PASSWORD);
    for (String address :
        List.of(
            home,
            home + "/portage",
            home + "/imprimer",
            result,
            result + "/comparer",
            result + "/diagnostic.pdf",
            result + "/entretiens",
            "/questionnaires/pour/" + one.id())) {
      assertThat(other.get(address).statusCode()).as(address).isEqualTo(404);
    }
    assertThat(other.get("/questionnaires/versions").statusCode()).isIn(403, 404);
  }

  @Test
  void aFacilitatorMeetsPeopleAdjustsAndFreezes() {
    Beneficiary one = all.get(0);
    Filling filling = fillings.open(administrator, one.id(), Occasion.ENTRY);
    fillings.answer(administrator, filling.id(), "elu", Reply.chosen("actif"));
    TestVisitor staff = visitor().signIn(administrator.email(), PASSWORD);
    String result = "/diagnostics/" + one.id();
    assertThat(staff.get(result).body()).contains("Ajuster après entretien");
    assertThat(
            staff
                .post(result + "/niveaux/portage", Map.of("level", "2.5", "reason", ""))
                .statusCode())
        .isEqualTo(422);
    assertThat(
            staff
                .post(result + "/niveaux/portage", Map.of("level", "2.3", "reason", "x"))
                .statusCode())
        .isEqualTo(422);
    staff.post(result + "/niveaux/portage", Map.of("level", "2.5", "reason", "L'élu part en juin"));
    assertThat(staff.get(result).body()).contains("Les réponses donnent", "part en juin");
    String frozen =
        TestVisitor.location(
            staff.post(result + "/figer", Map.of("name", "Entrée", "occasion", "ENTRY")));
    assertThat(staff.get(frozen).body()).contains("Ce diagnostic est figé", "2,5");

    // interviews
    staff.get(result + "/entretiens");
    assertThat(
            staff
                .post(
                    result + "/entretiens",
                    Map.of("guide", "ENTRY", "day", "2020-02-30", "met", "x", "consent", "oui"))
                .statusCode())
        .isEqualTo(422);
    String day = java.time.LocalDate.now(java.time.ZoneOffset.UTC).minusDays(2).toString();
    assertThat(staff.post(result + "/entretiens", Map.of("day", day, "met", "La DGS")).statusCode())
        .as("without consent, no notes")
        .isEqualTo(422);
    String talk =
        TestVisitor.location(
            staff.post(
                result + "/entretiens", Map.of("day", day, "met", "La DGS", "consent", "oui")));
    staff.get(talk);
    assertThat(staff.post(talk + "/publier", Map.of()).statusCode()).isEqualTo(422);
    staff.get(talk);
    staff.post(talk, Map.of("note.portage", "Secret de la DGS", "summary", "Très volontaires"));
    assertThat(staff.get(talk).body()).contains("Secret de la DGS", "Qui a lu ces notes");
    TestVisitor own = visitor().signIn(of(Role.FOCAL_POINT, one).email(), PASSWORD);
    assertThat(own.get(result).body()).doesNotContain("Très volontaires", "Secret");
    assertThat(own.get(talk).statusCode()).isEqualTo(404);
    staff.get(talk);
    assertThat(staff.post(talk + "/publier", Map.of("revision", "0")).statusCode())
        .as("what was written since is to be read first")
        .isEqualTo(409);
    staff.get(talk);
    staff.post(talk + "/publier", Map.of());
    assertThat(own.get(result).body())
        .contains("Très volontaires")
        .doesNotContain("Secret", "La DGS");
    staff.get(talk);
    staff.post(talk, Map.of("summary", "Autre chose"));
    assertThat(own.get(result).body()).doesNotContain("volontaires", "Autre chose");
    assertThat(
            staff
                .post(result + "/figer", Map.of("name", "Sortie", "occasion", "EXIT"))
                .statusCode())
        .as("the exit is another questionnaire")
        .isEqualTo(422);
    assertThat(jdbc.sql("select count(*) from diagnosis.reading").query(Integer.class).single())
        .as("each look at the notes")
        .isGreaterThanOrEqualTo(4);
    assertThat(own.post(result + "/figer", Map.of("name", "x")).statusCode()).isEqualTo(403);
  }

  @Test
  void theNextVersionLosesNoAnswerAndMovesNothingFrozen() {
    Beneficiary open = all.get(0);
    Beneficiary done = all.get(1);
    Filling first = fillings.open(administrator, open.id(), Occasion.ENTRY);
    Filling second = fillings.open(administrator, done.id(), Occasion.ENTRY);
    for (Filling one : List.of(first, second)) {
      fillings.answer(administrator, one.id(), "elu", Reply.chosen("actif"));
      fillings.answer(administrator, one.id(), "decision", Reply.chosen("suivie"));
      fillings.answer(administrator, one.id(), "licence", Reply.chosen("oui"));
      fillings.answer(administrator, one.id(), "tableur", Reply.counted(3));
    }
    fillings.handIn(administrator, second.id());
    Filling handedIn = fillings.find(done.id(), Occasion.ENTRY).orElseThrow();
    Question accounts = Sheets.shipped().find("comptes").orElseThrow();
    Optional<Reply> known = fillings.sheet(handedIn).known(accounts);
    of(Role.AGENT, done);
    assertThat(fillings.sheet(handedIn).known(accounts))
        .as("a new account moves nothing that was handed in")
        .isPresent()
        .isEqualTo(known);
    Snapshot frozen =
        diagnoses.freeze(administrator, done.id(), Occasion.ENTRY, Occasion.ENTRY, "Entrée");
    Snapshot openToo =
        diagnoses.freeze(administrator, open.id(), Occasion.ENTRY, Occasion.ENTRY, "Entrée");

    TestVisitor staff = visitor().signIn(administrator.email(), PASSWORD);
    staff.get("/questionnaires/versions");
    String next = TestVisitor.location(staff.post("/questionnaires/versions", Map.of()));
    assertThat(staff.post("/questionnaires/versions", Map.of()).statusCode()).isEqualTo(409);
    assertThat(next).isEqualTo("/questionnaires/versions/2");

    // a section that is added, comes before the others, is renamed, and goes
    staff.get(next);
    String section =
        TestVisitor.location(staff.post(next + "/sections", Map.of("title", "Climat d'abord")));
    assertThat(section).isEqualTo(next + "#section-climat-d-abord");
    String climate = next + "/sections/climat-d-abord";
    for (int i = 0; i < 12; i++) {
      staff.get(next);
      staff.post(climate + "/deplacer", Map.of("sens", "haut"));
    }
    assertThat(staff.get(next).body())
        .containsSubsequence("section-climat-d-abord", "section-portage");
    staff.get(climate + "/modifier");
    staff.post(
        climate + "/modifier", Map.of("title", "Énergie et climat", "intro", "Deux questions."));
    assertThat(staff.get(next).body()).contains("Énergie et climat", "Deux questions.");
    assertThat(staff.get(next + "/sections/portage/modifier").body()).doesNotContain("\"remove\"");
    assertThat(
            staff
                .post(next + "/sections/portage/modifier", Map.of("title", "P", "remove", "oui"))
                .statusCode())
        .as("it still asks questions")
        .isEqualTo(422);
    staff.get(climate + "/modifier");
    staff.post(climate + "/modifier", Map.of("title", "Énergie et climat", "remove", "oui"));
    assertThat(staff.get(next).body()).doesNotContain("Énergie et climat");
    // a question with another weight, one that goes, one that takes the place of one
    staff.get(next + "/questions/elu");
    Map<String, String> heavier =
        Map.of(
            "text",
            "Un élu suit-il ?",
            "weight",
            "2",
            "choice.personne",
            "Non",
            "level.personne",
            "0",
            "choice.actif",
            "Oui",
            "level.actif",
            "4");
    assertThat(staff.post(next + "/questions/elu", heavier).statusCode()).isEqualTo(302);
    staff.get(next + "/questions/obligation");
    HttpResponse<String> circular =
        staff.post(
            next + "/questions/obligation",
            Map.of(
                "text",
                "Savent-ils ?",
                "weight",
                "1",
                "choice.non",
                "Non",
                "level.non",
                "0",
                "choice.tous",
                "Oui",
                "level.tous",
                "4",
                "when",
                "obligation=non"));
    assertThat(circular.statusCode()).isEqualTo(422);
    assertThat(circular.body()).contains("Cette condition tourne en rond");
    for (String gone : List.of("licence", "decision")) {
      staff.get(next + "/questions/" + gone);
      staff.post(next + "/questions/" + gone, Map.of("remove", "oui"));
    }
    staff.get(next + "/sections/portage/nouvelle");
    assertThat(
            staff
                .post(
                    next + "/sections/portage/nouvelle",
                    Map.of(
                        "text",
                        "Une décision est-elle prise ?",
                        "kind",
                        "ONE",
                        "weight",
                        "1",
                        "choice._1",
                        "Non",
                        "level._1",
                        "0",
                        "choice._2",
                        "Suivie",
                        "level._2",
                        "4",
                        "replaces",
                        "decision"))
                .statusCode())
        .isEqualTo(302);
    assertThat(staff.get(next).body())
        .contains("1 questionnaire en cours", "3 réponses seront reportées", "choisi une licence");
    assertThat(staff.post(next + "/utiliser", Map.of()).statusCode()).isEqualTo(302);
    assertThat(staff.post(next + "/questions/elu", heavier).statusCode())
        .as("a version in use is frozen")
        .isEqualTo(409);

    QuestionnaireVersion used = questionnaires.current();
    assertThat(used.number()).isEqualTo(2);
    Filling moved = fillings.find(open.id(), Occasion.ENTRY).orElseThrow();
    Filling stayed = fillings.find(done.id(), Occasion.ENTRY).orElseThrow();
    assertThat(moved.version()).isEqualTo(2);
    assertThat(stayed.version()).isEqualTo(1);
    Question elu = used.content().find("elu").orElseThrow();
    assertThat(fillings.sheet(moved).reply(elu)).contains(Reply.chosen("actif"));
    assertThat(
            jdbc.sql("select count(*) from questionnaire.answer where version = 1")
                .query(Integer.class)
                .single())
        .as("all eight are still where they were given")
        .isEqualTo(8);
    assertThat(diagnoses.listSnapshots(administrator, done.id())).containsExactly(frozen);
    assertThat(diagnoses.listSnapshots(administrator, open.id())).containsExactly(openToo);
    assertThat(
            diagnoses
                .look(administrator, done.id(), Occasion.ENTRY)
                .orElseThrow()
                .findings()
                .profile())
        .isEqualTo(frozen.findings().profile());
    // a page made before names a question that is gone: its answer is kept under the new one
    Question anew =
        used.content().find(used.correspondence().getOrDefault("decision", "")).orElseThrow();
    assertThat(fillings.sheet(moved).reply(anew)).contains(Reply.chosen("suivie"));
    staff.get(moved.href() + "/portage");
    assertThat(
            staff
                .post(moved.href() + "/portage/decision", Map.of("q.decision", "non"))
                .statusCode())
        .isEqualTo(200);
    assertThat(fillings.sheet(moved).reply(anew)).contains(Reply.chosen("non"));
    staff.post(moved.href() + "/portage", Map.of("q.decision", "suivie", "q.decision..", ""));
    assertThat(fillings.sheet(moved).reply(anew)).contains(Reply.chosen("suivie"));
  }

  @Test
  void asksAsMuchOfTheDatabaseWhateverWasAnswered() {
    Filling empty = fillings.open(administrator, all.get(0).id(), Occasion.ENTRY);
    Filling full = fillings.open(administrator, all.get(1).id(), Occasion.ENTRY);
    Person other = of(Role.AGENT, all.get(1));
    for (Person who : List.of(administrator, other)) {
      questionnaires
          .current()
          .content()
          .questions()
          .filter(one -> one.kind() == Question.Kind.ONE)
          .forEach(
              one ->
                  fillings.answer(
                      who, full.id(), one.key(), Reply.chosen(one.choices().get(1).key())));
    }
    int few = statements(() -> diagnoses.look(administrator, all.get(0).id(), Occasion.ENTRY));
    int many = statements(() -> diagnoses.look(administrator, all.get(1).id(), Occasion.ENTRY));
    assertThat(few).isPositive().isEqualTo(many);
    assertThat(statements(() -> fillings.sheet(empty)))
        .isPositive()
        .isEqualTo(statements(() -> fillings.sheet(full)));
  }

  private static int statements(Runnable what) {
    Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    Level before = logger.getLevel();
    boolean additive = logger.isAdditive();
    ListAppender<ILoggingEvent> asked = new ListAppender<>();
    asked.start();
    logger.addAppender(asked);
    logger.setLevel(Level.DEBUG);
    logger.setAdditive(false);
    try {
      what.run();
    } finally {
      logger.detachAppender(asked);
      logger.setLevel(before);
      logger.setAdditive(additive);
    }
    String here = Thread.currentThread().getName();
    return (int)
        asked.list.stream()
            .filter(event -> event.getThreadName().equals(here))
            .filter(event -> event.getMessage().startsWith("Executing prepared SQL"))
            .count();
  }
}
