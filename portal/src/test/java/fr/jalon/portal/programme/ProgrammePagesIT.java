package fr.jalon.portal.programme;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.organization.Organizations;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProgrammePagesIT extends CatalogIT {
  private static final String HOSTILE = "<script>alert(1)</script>";

  @Autowired private ApplicationContext portal;
  @Autowired private Candidacies candidacies;
  @Autowired private Sessions sessions;
  @Autowired private Seasons seasons;
  @Autowired private Organizations organizations;
  @Autowired private Seal seal;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void emptied() {
    jdbc.sql("delete from account.person").update();
    jdbc.sql(
            """
            truncate programme.season, programme.candidacy, programme.beneficiary, programme.meeting,
              programme.session, agreement.agreement cascade
            """)
        .update();
  }

  @Test
  void anAuthorityAppliesIsAcceptedAndMeetsUs() {
    TestVisitor administrator =
        visitor().signIn(person(Role.ADMINISTRATOR, null).email(), PASSWORD);
    administrator.get("/programme/saisons");
    String firstDay = seasons.today().plusMonths(2).toString();
    assertThat(
            administrator
                .post("/programme/saisons", Map.of("name", "Saison 3", "first-day", firstDay))
                .statusCode())
        .isEqualTo(302);
    TestVisitor passer = visitor();
    String page = "/programme/saison-3/candidature";
    assertThat(passer.get(page).statusCode()).isEqualTo(200);

    assertThat(passer.post(page, application("saint", HOSTILE)).body())
        .contains("Laquelle est-ce", "&lt;script&gt;")
        .doesNotContain(HOSTILE);
    assertThat(passer.post(page, application("123456789", "Oui")).body())
        .contains("Ce numéro SIREN n'existe pas");
    assertThat(passer.post(page, application("Rien de tel", "Oui")).statusCode()).isEqualTo(422);
    HttpResponse<String> sent = passer.post(page, application("Vendôme", HOSTILE));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
    assertThat(sent.body()).contains("Votre candidature est arrivée", "L. 312-1-1");
    assertThat(passer.post(page, application("vendome", "Encore")).statusCode()).isEqualTo(409);

    Season season = seasons.get("saison-3");
    Candidacy candidacy = candidacies.listOf(season.id()).get(0);
    assertThat(administrator.get(candidacy.href()).body())
        .contains("&lt;script&gt;", "la commune de Vendôme")
        .doesNotContain(HOSTILE);
    assertThat(administrator.post(candidacy.href() + "/accepter", Map.of()).statusCode())
        .isEqualTo(422);
    HttpResponse<String> accepted =
        administrator.post(
            candidacy.href() + "/accepter",
            Map.of(
                "named", "la commune de Vendôme",
                "signatory", "Claude Maire, maire",
                "address", "Parc Ronsard"));
    String home = TestVisitor.location(accepted);
    assertThat(home).startsWith("/programme/beneficiaires/");

    administrator.get(home);
    String today = seasons.today().toString();
    assertThat(
            administrator
                .post(home + "/session", Map.of("day", today, "stage", "launch", "came", "oui"))
                .statusCode())
        .isEqualTo(302);
    assertThat(administrator.get(home).body())
        .as("it is not signed yet")
        .contains("il reste à décider si elle compte", "/conventions/");
    for (Map<String, String> wrong :
        List.of(
            Map.of("day", today, "stage", "none"),
            Map.of("day", "9999-01-01", "stage", "launch"),
            Map.of("day", "hier", "stage", "launch"))) {
      assertThat(administrator.post(home + "/session", wrong).statusCode())
          .as(wrong.toString())
          .isEqualTo(422);
    }
    administrator.post(home + "/notes", Map.of("text", "Très motivés " + HOSTILE));

    Person focal = person(Role.FOCAL_POINT, "vendome");
    TestVisitor own = visitor().signIn(focal.email(), PASSWORD);
    assertThat(own.get("/programme").body())
        .contains("Ce que nous attendons de vous", "Réunion de lancement", "Reste à payer")
        .doesNotContain("Très motivés", "Noter une session");
    assertThat(administrator.get(home).body()).doesNotContain("Très motivés");
    assertThat(own.get(home).body()).contains("personne ne les a lues");
    assertThat(administrator.get(home + "/notes").body()).contains("Très motivés &lt;script&gt;");
    assertThat(own.get(home).body())
        .as("that they were read is told, not by whom")
        .contains("ouvertes 1 fois");
    assertThat(administrator.get("/programme/consultations").body()).contains("Vendôme");
    own.get(home);
    assertThat(own.post(home + "/dossier", Map.of("debtor-siret", "123")).body())
        .contains("Ce numéro SIRET n'existe pas");
    own.get(home);
    assertThat(
            own.post(
                    home + "/dossier",
                    Map.of("deliberation", "2026-12", "deliberated-on", today, "no-codes", "oui"))
                .statusCode())
        .isEqualTo(302);
    own.get(home);
    own.post(home + "/referent", Map.of("person", focal.id().toString(), "from", today));
    assertThat(own.get(home).body()).contains("Dominique, depuis le");
  }

  @Test
  void anotherAuthorityAndThoseWithoutTheRoleSeeNothing() {
    Season season = new SampleSeason(portal).open("Saison 3");
    Beneficiary one = new SampleSeason(portal).accept(season, siren("vendome"));
    Candidacy candidacy = candidacies.listOf(season.id()).get(0);
    TestVisitor stranger =
        visitor().signIn(person(Role.FOCAL_POINT, "chateauroux").email(), PASSWORD);
    TestVisitor agent = agentOf("vendome");
    assertThat(stranger.get(one.href()).statusCode()).isEqualTo(404);
    stranger.get("/connexion");
    for (String verb : List.of("dossier", "referent", "adhesion", "notes", "session")) {
      assertThat(stranger.post(one.href() + "/" + verb, Map.of()).statusCode())
          .as(verb)
          .isEqualTo(404);
    }
    agent.get(one.href());
    for (String verb : List.of("dossier", "referent", "adhesion", "notes", "session")) {
      assertThat(agent.post(one.href() + "/" + verb, Map.of()).statusCode())
          .as(verb)
          .isEqualTo(404);
    }
    assertThat(agent.get(one.href() + "/notes").statusCode()).isEqualTo(404);
    assertThat(agent.get("/programme/consultations").statusCode()).isEqualTo(403);
    assertThat(agent.get("/programme").body()).doesNotContain("Reste à payer");
    for (String path :
        List.of(
            "/accueil",
            season.href(),
            season.href() + "/calendrier",
            season.href() + "/nouveau-rendez-vous",
            candidacy.href())) {
      assertThat(agent.get(path).statusCode()).as(path).isEqualTo(403);
      assertThat(visitor().get(path).statusCode()).as(path).isEqualTo(302);
      assertThat(facilitator().get(path).statusCode()).as(path).isEqualTo(200);
    }
    TestVisitor facilitator = facilitator();
    assertThat(facilitator.get(season.href() + "/modifier").statusCode()).isEqualTo(403);
    for (String path :
        List.of(
            "/programme/saisons/candidature",
            "/programme/nulle-part/candidature",
            "/programme/beneficiaires/" + UUID.randomUUID(),
            "/programme/rendez-vous/" + UUID.randomUUID(),
            "/programme/candidatures/" + UUID.randomUUID())) {
      assertThat(facilitator.get(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void anInvitationIsAnsweredAndACalendarReadByASecretAddress() {
    Season season = new SampleSeason(portal).open("Saison 3");
    Beneficiary one = new SampleSeason(portal).accept(season, siren("vendome"));
    TestVisitor facilitator = facilitator();
    String form = season.href() + "/nouveau-rendez-vous";
    facilitator.get(form + "?pour=" + one.id());
    String day = season.plan().firstDay().plusDays(9).toString();
    Map<String, String> asked =
        Map.of(
            "stage", "launch",
            "day", day,
            "time", "09:30",
            "length", "180",
            "place", "Olivet",
            "who", one.id().toString());
    String href = TestVisitor.location(facilitator.post(form, asked));
    assertThat(facilitator.get(href).body()).contains("9\u00a0h\u00a030", "Camille Martin");
    facilitator.get(form);
    assertThat(facilitator.post(form, Map.of("stage", "launch", "day", day)).statusCode())
        .isEqualTo(422);

    UUID meeting = UUID.fromString(href.substring(href.lastIndexOf('/') + 1));
    Participant invited = sessions.listParticipants(meeting).get(0);
    String link = "/programme/reponse/" + seal.seal(ProgrammeMails.ANSWER, invited.id());
    TestVisitor contact = visitor();
    assertThat(contact.get(link + "?reponse=non").body()).contains("venez-vous");
    assertThat(sessions.getParticipant(invited.id()).coming())
        .as("a program that follows the links of a mail answers nothing")
        .isNull();
    contact.post(link, Map.of("reponse", "non"));
    assertThat(sessions.getParticipant(invited.id()).coming()).isFalse();
    assertThat(contact.get(link + ".ics").body()).contains("BEGIN:VEVENT", "LOCATION:Olivet");
    for (String forged :
        List.of("/programme/reponse/x", link.substring(0, link.length() - 3) + "AAA")) {
      assertThat(contact.get(forged).statusCode()).isEqualTo(404);
    }

    TestVisitor own = visitor().signIn(person(Role.FOCAL_POINT, "vendome").email(), PASSWORD);
    own.get("/programme/agenda");
    own.post("/programme/agenda", Map.of());
    String address = secret(own.get("/programme/agenda").body());
    assertThat(visitor().get(address).body())
        .contains("SUMMARY:Réunion de lancement", "SEQUENCE:0");
    facilitator.get(href);
    facilitator.post(href + "/deplacer", Map.of("day", day, "time", "14:00", "length", "120"));
    assertThat(visitor().get(address).body()).contains("SEQUENCE:1");
    facilitator.get(href);
    facilitator.post(href + "/annuler", Map.of());
    assertThat(visitor().get(address).body()).contains("STATUS:CANCELLED");
    own.get("/programme/agenda");
    own.post("/programme/agenda", Map.of());
    assertThat(visitor().get(address).statusCode()).as("it was changed").isEqualTo(404);
  }

  @Test
  void anAuthorityOfNoListIsConfirmedByAnAdministrator() {
    Season season = new SampleSeason(portal).open("Saison 3");
    TestVisitor passer = visitor();
    String page = season.applyHref();
    passer.get(page);
    Map<String, String> fields = new java.util.HashMap<>(application("732829320", "Oui"));
    assertThat(passer.post(page, fields).body()).contains("Elle n'est pas dans notre liste");
    fields.put("name", "Syndicat des Eaux");
    assertThat(passer.post(page, fields).statusCode()).isEqualTo(200);
    Candidacy candidacy = candidacies.listOf(season.id()).get(0);
    Map<String, String> confirmed =
        Map.of(
            "kind", "SYNDICAT",
            "name", "Syndicat des Eaux",
            "department", "45",
            "population", "12000");
    TestVisitor facilitator = facilitator();
    facilitator.get(candidacy.href());
    assertThat(facilitator.post(candidacy.href() + "/confirmer", confirmed).statusCode())
        .isEqualTo(403);
    TestVisitor administrator =
        visitor().signIn(person(Role.ADMINISTRATOR, null).email(), PASSWORD);
    administrator.get(candidacy.href());
    administrator.post(candidacy.href() + "/confirmer", confirmed);
    facilitator.get(candidacy.href());
    String correct = candidacy.href() + "/siren";
    assertThat(facilitator.post(correct, Map.of("siren", siren("vendome"))).statusCode())
        .isEqualTo(403);
    administrator.get(candidacy.href());
    assertThat(administrator.post(correct, Map.of("siren", "123456789")).statusCode())
        .isEqualTo(422);
    administrator.get(candidacy.href());
    administrator.post(correct, Map.of("siren", siren("vendome")));
    assertThat(candidacies.get(candidacy.id()).name()).as("mistyped").isEqualTo("Vendôme");
    administrator.get(candidacy.href());
    administrator.post(correct, Map.of("siren", "732 829 320"));
    assertThat(candidacies.get(candidacy.id()).organizationId()).isNotNull();
    jdbc.sql("truncate programme.candidacy cascade").update();
    jdbc.sql("delete from organization.local_authority where siren = '732829320'").update();
  }

  private static Map<String, String> application(String authority, String reasons) {
    return Map.of(
        "authority", authority,
        "contact", "Camille Martin",
        "email", "camille@vendome.example",
        "reasons", reasons,
        "agents", "120,5");
  }

  private static String secret(String page) {
    int at = page.indexOf("/programme/agenda/");
    return page.substring(at, page.indexOf(".ics", at) + 4);
  }

  private String siren(String slug) {
    return organizations.findBySlug(slug).orElseThrow().siren();
  }
}
