package fr.jalon.portal.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.portal.TestClock;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.deposit.DepositProblem;
import fr.jalon.portal.deposit.Deposits;
import fr.jalon.portal.deposit.Place;
import fr.jalon.portal.deposit.Publications;
import fr.jalon.portal.deposit.Step;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.ProgrammeProblem;
import fr.jalon.portal.programme.SampleSeason;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Session;
import fr.jalon.portal.programme.Sessions;
import fr.jalon.portal.web.Problem;
import fr.jalon.portal.web.Rejected;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Places in a workshop, and what is practised there; nobody takes the mails, so that they stay. */
@Import(TestClock.Wired.class)
@TestPropertySource(
    properties = {"jalon.mail.host=127.0.0.1", "jalon.mail.port=1", "jalon.mail.security=none"})
class WorkshopIT extends CatalogIT {
  private static final LocalDate CALL = LocalDate.of(2020, 12, 1);
  private static final LocalDate DAY = LocalDate.of(2021, 6, 15);
  private static final String WORD = "zorglub";

  @Autowired private ApplicationContext portal;
  @Autowired private TestClock clock;
  @Autowired private Workshops workshops;
  @Autowired private Practices practices;
  @Autowired private Deposits deposits;
  @Autowired private Publications publications;
  @Autowired private Sessions sessions;
  @Autowired private Accounts accounts;
  @Autowired private Organizations organizations;
  @Autowired private WorkshopDeclaration declaration;
  @Autowired private JdbcClient jdbc;

  private SampleWorkshop samples;
  private Season season;
  private Beneficiary vendome;
  private Beneficiary blois;
  private Person agent;
  private Person other;

  @BeforeEach
  void aSeason() {
    jdbc.sql("delete from workshop.trainee").update();
    jdbc.sql("delete from workshop.waiting").update();
    jdbc.sql("delete from workshop.material").update();
    jdbc.sql("delete from workshop.workshop").update();
    jdbc.sql("delete from account.mail").update();
    jdbc.sql("delete from account.person").update();
    clock.set(CALL);
    samples = new SampleWorkshop(portal);
    SampleSeason sample = new SampleSeason(portal);
    season = sample.open("Saison " + UUID.randomUUID());
    vendome = sample.accept(season, siren("vendome"));
    blois = sample.accept(season, siren("blois"));
    agent = person(Role.AGENT, "vendome");
    other = person(Role.FOCAL_POINT, "blois");
    jdbc.sql("delete from account.mail").update();
  }

  private String siren(String slug) {
    return organizations.findBySlug(slug).orElseThrow().siren();
  }

  @Test
  void aPlaceGivenBackGoesToWhoeverWaitedLongestAndNobodyHasTwoMails() {
    Workshop one = samples.plan(season, DAY, 1);
    Person third = person(Role.AGENT, "blois");
    assertThat(workshops.signUp(one.id(), agent)).isEqualTo(Workshops.Place.TAKEN);
    assertThat(workshops.signUp(one.id(), agent)).isEqualTo(Workshops.Place.TAKEN);
    assertThat(workshops.signUp(one.id(), other)).isEqualTo(Workshops.Place.WAITING);
    clock.advance(Duration.ofMinutes(1));
    assertThat(workshops.signUp(one.id(), third)).isEqualTo(Workshops.Place.WAITING);
    assertThat(subjects(agent)).containsExactly("Votre place est retenue");
    assertThat(subjects(other)).isEmpty();
    SignUps full = workshops.ofSeason(season.id()).get(0);
    assertThat(full.coming()).isEqualTo(1);
    assertThat(full.waiting()).isEqualTo(2);
    assertThat(full.isFull()).isTrue();

    workshops.giveBack(one.id(), agent);
    assertThat(subjects(agent)).hasSize(1);
    assertThat(subjects(other)).containsExactly("Votre place est retenue");
    assertThat(subjects(third)).isEmpty();
    assertThat(sessions.listOfMeeting(one.id()))
        .extracting(Session::beneficiaryId)
        .containsExactly(blois.id());

    // with the link of a mail too
    String mail =
        jdbc.sql("select text from account.mail where recipient = ?")
            .param(other.email())
            .query(String.class)
            .single();
    Matcher link = Pattern.compile("/programme/reponse/([^?\\s]+)\\?reponse=non").matcher(mail);
    assertThat(link.find()).isTrue();
    TestVisitor reader = visitor();
    reader.get("/programme/reponse/" + link.group(1));
    reader.post("/programme/reponse/" + link.group(1), Map.of("reponse", "non"));
    assertThat(subjects(third)).containsExactly("Votre place est retenue");
    assertThat(workshops.findPlace(one.id(), other)).isEmpty();
    assertThat(workshops.findPlace(one.id(), third)).contains(Workshops.Place.TAKEN);
  }

  @Test
  void calledOffThoseWhoComeAndThoseWhoWaitAreToldAndNothingIsLost() {
    Workshop one = samples.plan(season, DAY, 1);
    workshops.signUp(one.id(), agent);
    workshops.signUp(one.id(), other);
    jdbc.sql("delete from account.mail").update();

    workshops.edit(one.id(), SampleWorkshop.on(DAY.plusDays(1)), Exercise.TOOLS, 1, 0);
    assertThat(subjects(agent)).containsExactly("Rendez-vous déplacé");
    assertThat(subjects(other)).containsExactly("Atelier déplacé");
    jdbc.sql("delete from account.mail").update();

    workshops.cancel(one.id(), 1);
    assertThat(subjects(agent)).containsExactly("Rendez-vous annulé");
    assertThat(subjects(other)).containsExactly("Atelier annulé");
    assertThat(sessions.listParticipants(one.id())).hasSize(1);
    assertThat(workshops.listWaiting(one.id())).hasSize(1);
    refused(WorkshopProblem.CALLED_OFF, () -> workshops.signUp(one.id(), other));
    refused(WorkshopProblem.CALLED_OFF, () -> workshops.giveBack(one.id(), agent));
    refused(WorkshopProblem.CALLED_OFF, () -> practices.open(one.id()));
    refused(ProgrammeProblem.CALLED_OFF, () -> workshops.cancel(one.id(), 2));
  }

  @Test
  void whatSomebodyCameToTookPlaceAndEachAuthorityHasOneSession() {
    Workshop one = samples.plan(season, DAY, 3);
    workshops.signUp(one.id(), agent);
    workshops.signUp(one.id(), person(Role.AGENT, "vendome"));
    workshops.signUp(one.id(), other);
    refused(
        WorkshopProblem.FEWER_THAN_COMING,
        () -> workshops.edit(one.id(), SampleWorkshop.on(DAY), Exercise.TOOLS, 2, 0));
    clock.set(DAY);
    refused(WorkshopProblem.BEGUN, () -> workshops.signUp(one.id(), agent), Duration.ofHours(12));
    sessions.attend(SampleSeason.ADMINISTRATOR, one.id(), List.of(vendome.id()));
    assertThat(workshops.ofSeason(season.id()).get(0).came()).isEqualTo(Set.of(vendome.id()));
    assertThat(sessions.listOfMeeting(one.id())).hasSize(2);
    refused(ProgrammeProblem.SOMEBODY_CAME, () -> workshops.cancel(one.id(), 0));
  }

  @Test
  void aWorkshopOfAnotherSeasonIsNotThere() {
    Workshop one = samples.plan(season, DAY, 3);
    Person stranger = person(Role.FOCAL_POINT, "chateauroux");
    refused(WorkshopProblem.NO_SUCH_WORKSHOP, () -> workshops.getFor(one.id(), stranger));
    refused(WorkshopProblem.NOT_OF_SEASON, () -> workshops.signUp(one.id(), stranger));
  }

  @Test
  void withACodeAndAFirstNameOnePractisesOnOnesOwnFileAndNoOther() throws Exception {
    clock.set(DAY);
    Workshop one = practices.open(samples.plan(season, DAY, 20).id());
    String code = Objects.requireNonNull(one.door()).code();
    assertThat(code).matches("[" + Codes.LETTERS + "]{6}").doesNotContainPattern("[01OIL2Z5S8BUV]");
    assertThat(practices.open(one.id()).door()).isEqualTo(one.door());
    TestVisitor odile = join(code.toLowerCase().substring(0, 3) + " " + code.substring(3), "Odile");
    TestVisitor rachid = join(code, "Rachid");
    List<Trainee> all = practices.listOf(one.id());
    assertThat(all).extracting(Trainee::firstName).containsExactly("Odile", "Rachid");
    String own = "/depots/" + all.get(0).depositId();
    String others = "/depots/" + all.get(1).depositId();
    samples.await(all.get(0).depositId(), accounts.find(all.get(0).id()).orElseThrow());

    String page = odile.get(own + "/lecture").body();
    assertThat(page).contains("Lever la main", "La fiche de l'exercice", "Commune d'exercice");
    for (String address :
        List.of(
            others + "/lecture",
            others + "/avancement",
            others + "/corrections",
            others + "/bac-a-sable")) {
      assertThat(odile.get(address).statusCode()).as(address).isEqualTo(404);
    }
    for (String address :
        List.of(
            "/depots",
            "/ateliers",
            one.href(),
            "/accueil",
            "/comptes",
            "/aide",
            "/donnees-personnelles/les-miennes",
            own + "/supprimer")) {
      assertThat(odile.get(address).statusCode()).as(address).isEqualTo(403);
    }
    assertThat(rachid.get("/atelier/exercice").body()).contains("Rachid", "Les subventions");

    // a step, as a browser does it
    odile.post(own + "/lecture", Map.of("revision", "0"));
    odile.get(own + "/corrections");
    Trainee there = practices.get(all.get(0).id());
    assertThat(there.place().step()).isEqualTo(Step.REPAIRS);
    assertThat(there.place().card()).isEqualTo("total-row");

    // the day after the code opens nothing
    clock.advance(Duration.ofDays(1));
    assertThat(visitor().get("/atelier").statusCode()).isEqualTo(200);
    TestVisitor late = visitor();
    late.get("/atelier");
    assertThat(late.post("/atelier", Map.of("code", code, "prenom", "Tard")).statusCode())
        .isEqualTo(422);
  }

  @Test
  void wrongCodesAreCountedAndRightOnesAreNot() {
    clock.set(DAY);
    Workshop one = practices.open(samples.plan(season, DAY, 20).id());
    String code = Objects.requireNonNull(one.door()).code();
    TestVisitor camille = join(code, "Camille");
    join(code, "Camille");
    // whoever practises there already is nobody else
    camille.get("/atelier/exercice");
    assertThat(camille.post("/atelier", Map.of("code", code, "prenom", "Camille")).statusCode())
        .isEqualTo(302);
    assertThat(practices.listOf(one.id()))
        .extracting(Trainee::firstName)
        .containsExactly("Camille", "Camille 2");
    TestVisitor guesser = visitor();
    guesser.get("/atelier");
    Map<String, String> wrong = Map.of("code", "AAAAAA", "prenom", "X");
    List<Integer> answers = new ArrayList<>();
    for (int n = 0; n <= DoorController.WRONG_CODES; n++) {
      answers.add(guesser.post("/atelier", wrong).statusCode());
    }
    assertThat(answers).contains(422).endsWith(429);
    assertThat(guesser.post("/atelier", Map.of("code", code, "prenom", "X")).statusCode())
        .as("nobody shuts the room out")
        .isEqualTo(302);
  }

  @Test
  void whoeverLeftFindsTheirWorkAgainAndNobodyElseTakesItWhileTheyAreThere() {
    clock.set(DAY);
    Workshop one = practices.open(samples.plan(season, DAY, 20).id());
    String code = Objects.requireNonNull(one.door()).code();
    Person camille = practices.join(code, "Camille");
    UUID deposit = practices.get(camille.id()).depositId();
    clock.advance(Trainee.AWAY.minusSeconds(1));
    assertThat(practices.listAway(code, "Camille")).isEmpty();
    refused(WorkshopProblem.STILL_THERE, () -> practices.comeBack(code, "Camille", camille.id()));
    clock.advance(Duration.ofSeconds(1));
    refused(WorkshopProblem.NO_SUCH_TRAINEE, () -> practices.comeBack(code, "Odile", camille.id()));

    TestVisitor back = visitor();
    back.get("/atelier");
    Map<String, String> typed = Map.of("code", code, "prenom", "camille");
    assertThat(back.post("/atelier", typed).body())
        .contains("C'est moi", "Je suis quelqu'un d'autre", camille.id().toString());
    back.post("/atelier", Map.of("code", code, "prenom", "camille", "qui", camille.id() + ""));
    assertThat(back.get("/atelier/exercice").body()).contains("/depots/" + deposit);
    assertThat(practices.listOf(one.id())).hasSize(1);
    clock.advance(Trainee.AWAY);
    TestVisitor other = visitor();
    other.get("/atelier");
    other.post("/atelier", Map.of("code", code, "prenom", "Camille", "autre", "true"));
    assertThat(practices.listOf(one.id()))
        .extracting(Trainee::firstName)
        .containsExactly("Camille", "Camille 2");

    // those of the day before take no room
    clock.advance(Duration.ofDays(1));
    assertThat(practices.listOf(one.id())).noneMatch(each -> each.isOf(DAY.plusDays(1)));
    refused(WorkshopProblem.SHUT, () -> practices.reset(one.id(), null));
    refused(WorkshopProblem.SHUT, () -> practices.takeBack(one.id(), null));
    refused(WorkshopProblem.SHUT, () -> practices.show(one.id(), "thousands"));
  }

  @Test
  void theNextInLineIsTheFirstWhoStillHasAnAccountAndOthersKeepTheirSessions() {
    Workshop one = samples.plan(season, DAY, 1);
    Person third = person(Role.AGENT, "blois");
    workshops.signUp(one.id(), agent);
    workshops.signUp(one.id(), other);
    clock.advance(Duration.ofMinutes(1));
    workshops.signUp(one.id(), third);
    jdbc.sql("update account.person set withdrawn_at = now() where id = ?")
        .param(other.id())
        .update();
    workshops.giveBack(one.id(), agent);
    assertThat(workshops.findPlace(one.id(), third)).contains(Workshops.Place.TAKEN);
    assertThat(workshops.listPlaces(third)).containsEntry(one.id(), Workshops.Place.TAKEN);

    // more come than there are places, by the programme: the workshop may still be edited
    sessions.add(one.id(), List.of(vendome.id()));
    workshops.edit(one.id(), SampleWorkshop.on(DAY), Exercise.TOOLS, 1, 0);
    refused(
        ProgrammeProblem.CHANGED_MEANWHILE,
        () -> workshops.edit(one.id(), SampleWorkshop.on(DAY), Exercise.TOOLS, 1, 7));
    jdbc.sql(
            """
            delete from programme.participant where session_id in (
              select id from programme.session where meeting_id = ? and beneficiary_id = ?)
            """)
        .params(one.id(), vendome.id())
        .update();
    workshops.giveBack(one.id(), third);
    assertThat(sessions.listOfMeeting(one.id()))
        .extracting(Session::beneficiaryId)
        .containsExactly(vendome.id());
    assertThat(declaration.retentions().get(1).listDue(clock.instant(), 10)).isEmpty();
    clock.set(DAY.plusDays(2));
    assertThat(declaration.retentions().get(1).listDue(clock.instant(), 10)).hasSize(1);
    assertThat(
            declaration.retentions().get(1).remove(List.of(one.id().toString()), clock.instant()))
        .isEqualTo(1);
  }

  @Test
  void whoeverLeadsSeesHandsSilencesAndTheCardThatStopsSeveral() {
    clock.set(DAY);
    Workshop one = practices.open(samples.plan(season, DAY, 20).id());
    for (String name : List.of("Yann", "Odile", "Fatima", "Bruno")) {
      Person who = practices.join(Objects.requireNonNull(one.door()).code(), name);
      UUID deposit = practices.get(who.id()).depositId();
      Step step = name.equals("Yann") ? Step.SANDBOX : Step.REPAIRS;
      Place place = new Place(deposit, step, name.equals("Yann") ? "" : "thousands", List.of("C6"));
      practices.seen(who.id(), place, clock.instant());
      if (name.equals("Odile")) {
        practices.raise(who.id(), place, "Je ne comprends pas.");
      }
    }
    assertThat(practices.listRaised(season.id()))
        .extracting(Trainee::firstName)
        .containsExactly("Odile");
    TestVisitor leader = visitor().signIn(person(Role.FACILITATOR, null).email(), PASSWORD);
    String live = leader.get(WorkshopPaths.live(one.id())).body();
    assertThat(live)
        .contains("4 personnes s'exercent", "Une main levée", "Je ne comprends pas.", "C6")
        .doesNotContain("sans geste", "personnes sont arrêtées");
    assertThat(live.indexOf("qui-" + id(one, "Bruno")))
        .isLessThan(live.indexOf("qui-" + id(one, "Fatima")));

    clock.advance(Trainee.SILENT.minusSeconds(1));
    assertThat(leader.get(WorkshopPaths.live(one.id()) + "/etat").body())
        .doesNotContain("sans geste");
    clock.advance(Duration.ofSeconds(1));
    String state = leader.get(WorkshopPaths.live(one.id()) + "/etat").body();
    assertThat(state)
        .contains(
            "sans geste", "3 personnes sont arrêtées sur la même carte", "Projeter cette carte")
        // silent while a hand is up; who has finished is not
        .doesNotContain("Sans geste depuis 5 minutes");
    leader.post(one.href() + "/projeter", Map.of("carte", "thousands"));
    assertThat(leader.get(one.href() + "/projeter").body())
        .contains("milliers")
        .doesNotContain("Odile");
    leader.post(WorkshopPaths.live(one.id()) + "/mains/" + id(one, "Odile"), Map.of());
    assertThat(leader.get(WorkshopPaths.live(one.id()) + "/etat").body())
        .contains("Sans geste depuis 5 minutes")
        .doesNotContain("main levée");
  }

  private UUID id(Workshop one, String name) {
    return practices.listOf(one.id()).stream()
        .filter(each -> each.firstName().equals(name))
        .map(Trainee::id)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void begunAgainWhileItIsRepairedNothingBreaksAndItMayBeTakenBack() throws Exception {
    clock.set(DAY);
    Workshop one = practices.open(samples.plan(season, DAY, 20).id());
    TestVisitor odile = join(Objects.requireNonNull(one.door()).code(), "Odile");
    Trainee before = practices.listOf(one.id()).get(0);
    Person who = accounts.find(before.id()).orElseThrow();
    // its reading is still under way
    assertThat(practices.reset(one.id(), null)).isEqualTo(1);
    Trainee after = practices.get(before.id());
    assertThat(after.depositId()).isNotEqualTo(before.depositId());
    HttpResponse<String> led = odile.get("/depots/" + before.depositId() + "/lecture");
    assertThat(led.statusCode()).isEqualTo(303);
    assertThat(TestVisitor.location(led)).endsWith("/depots/" + after.depositId() + "/lecture");
    assertThat(odile.get(TestVisitor.location(led)).body())
        .contains("L'animateur a remis votre exercice à zéro");
    HttpResponse<String> sent =
        odile.post("/depots/" + before.depositId() + "/corrections", Map.of());
    assertThat(sent.statusCode()).isEqualTo(303);
    samples.await(before.depositId(), who);
    samples.await(after.depositId(), who);
    assertThat(odile.get("/depots/" + after.depositId() + "/lecture").body())
        .contains("Lever la main");

    // asked twice, what was there before is kept
    assertThat(practices.reset(one.id(), null)).isEqualTo(1);
    assertThat(practices.get(before.id()).depositId()).isEqualTo(after.depositId());
    assertThat(odile.get("/depots/" + "-".repeat(36) + "/lecture").statusCode())
        .isBetween(400, 404);

    practices.takeBack(one.id(), before.id());
    assertThat(practices.get(before.id()).depositId()).isEqualTo(before.depositId());
    assertThat(TestVisitor.location(odile.get("/depots/" + after.depositId() + "/lecture")))
        .endsWith("/depots/" + before.depositId() + "/lecture");
    assertThat(deposits.get(before.depositId(), who).inspection()).isNotNull();
    refused(WorkshopProblem.NOTHING_TO_TAKE_BACK, () -> practices.takeBack(one.id(), before.id()));
  }

  @Test
  void practiceIsSeenNowhereIsNeverPublishedAndGoesAfterThirtyDays() throws Exception {
    clock.set(DAY);
    Workshop one = practices.open(samples.plan(season, DAY, 20).id());
    String code = Objects.requireNonNull(one.door()).code();
    TestVisitor odile = join(code, "Odile");
    TestVisitor rachid = join(code, "Rachid");
    Trainee trainee = practices.get(id(one, "Odile"));
    Person who = accounts.find(trainee.id()).orElseThrow();
    samples.finish(trainee.depositId(), who, "Subventions " + WORD);
    String slug = datasets.get(dataset(trainee)).slug();
    assertThat(odile.get("/bac-a-sable/" + slug).body()).contains(WORD);
    assertThat(odile.get("/depots/" + trainee.depositId() + "/bac-a-sable").body())
        .contains("Ici s'arrête l'exercice");

    UUID version =
        Objects.requireNonNull(deposits.get(trainee.depositId(), who).versionId(), "version");
    refused(
        DepositProblem.ONLY_PRACTICE,
        () -> publications.askPublication(trainee.depositId(), who, version));
    refused(
        DepositProblem.ONLY_PRACTICE,
        () -> publications.giveVisa(trainee.depositId(), person(Role.FACILITATOR, null), version));

    for (String address :
        List.of(
            "/",
            "/jeux-de-donnees",
            "/jeux-de-donnees?q=" + WORD,
            "/collectivites",
            "/api/datasets",
            "/api/datasets?q=" + WORD,
            "/sitemap.xml",
            "/robots.txt")) {
      assertThat(visitor().get(address).body())
          .as(address)
          .doesNotContain("ubventions " + WORD, slug, "ommune d'exercice", "commune-d-exercice");
    }
    for (String address :
        List.of(
            "/jeux-de-donnees/" + slug,
            "/api/datasets/" + slug,
            "/collectivites/commune-d-exercice")) {
      assertThat(visitor().get(address).statusCode()).as(address).isEqualTo(404);
    }
    assertThat(rachid.get("/bac-a-sable/" + slug).statusCode()).isEqualTo(404);
    TestVisitor insider = visitor().signIn(agent.email(), PASSWORD);
    assertThat(insider.get("/bac-a-sable/" + slug).statusCode()).isEqualTo(404);
    TestVisitor leader = visitor().signIn(person(Role.ADMINISTRATOR, null).email(), PASSWORD);
    for (String address :
        List.of("/depots", "/mises-a-jour", "/accueil", "/comptes", "/aide", "/programme")) {
      assertThat(leader.get(address).body())
          .as(address)
          .doesNotContain(WORD, "subventions-2023.csv", "ommune d'exercice", "Odile");
    }
    assertThat(organizations.search("commune d'exercice", 5)).isEmpty();
    assertThat(organizations.findBySiren("214509994")).isEmpty();

    practices.close(one.id());
    assertThat(odile.get("/atelier/exercice").statusCode()).isEqualTo(302);
    var retention = declaration.retentions().get(0);
    clock.advance(Duration.ofDays(30));
    assertThat(retention.listDue(clock.instant(), 10)).isEmpty();
    clock.advance(Duration.ofDays(1));
    List<String> due =
        retention.listDue(clock.instant(), 10).stream().map(line -> line.id()).toList();
    assertThat(due).hasSize(2);
    assertThat(retention.remove(due, clock.instant())).isEqualTo(2);
    for (String table :
        List.of(
            "deposit.deposit where person_id = '" + trainee.id() + "'",
            "deposit.event where person_id = '" + trainee.id() + "'",
            "account.person where id = '" + trainee.id() + "'",
            "catalog.dataset where slug = '" + slug + "'",
            "catalog.slug where slug = '" + slug + "'",
            "workshop.trainee")) {
      assertThat(jdbc.sql("select count(*) from " + table).query(Integer.class).single())
          .as(table)
          .isZero();
    }
  }

  private UUID dataset(Trainee one) {
    return jdbc.sql("select dataset_id from deposit.deposit where id = ?")
        .param(one.depositId())
        .query(UUID.class)
        .single();
  }

  private TestVisitor join(String code, String name) {
    TestVisitor one = visitor();
    one.get("/atelier");
    HttpResponse<String> answer = one.post("/atelier", Map.of("code", code, "prenom", name));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(TestVisitor.location(answer)).endsWith("/atelier/exercice");
    return one;
  }

  /** Of the mails to someone, what they say before the day. */
  private List<String> subjects(Person to) {
    return jdbc
        .sql("select subject from account.mail where recipient = ? order by created_at")
        .param(to.email())
        .query(String.class)
        .list()
        .stream()
        .map(subject -> subject.replaceFirst("[ \u00a0\u202f](mardi|mercredi|:).*", ""))
        .toList();
  }

  private void refused(Problem problem, ThrowingCallable what, Duration later) {
    clock.advance(later);
    refused(problem, what);
  }

  private static void refused(Problem problem, ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.problem()).isEqualTo(problem));
  }
}
