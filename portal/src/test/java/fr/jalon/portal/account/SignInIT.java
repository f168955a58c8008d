package fr.jalon.portal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.portal.PortalIT;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.web.Rejected;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignInIT extends PortalIT {
  private static final String PASSWORD = "le tilleul de la place";

  private static final String HASH =
      new Passwords(new AccountSettings(Duration.ofHours(12), "", 4)).hash(PASSWORD, List.of());

  @Autowired private Accounts accounts;
  @Autowired private Organizations organizations;
  @Autowired private JdbcClient jdbc;

  private LocalAuthority bourges;
  private Person focalPoint;

  @BeforeEach
  void openAccounts() {
    jdbc.sql("truncate account.person, account.attempt, account.session cascade").update();
    bourges = organizations.findBySlug("bourges").orElseThrow();
    focalPoint = open("ref@bourges.fr", "Ana Roy", Role.FOCAL_POINT, bourges);
  }

  @Test
  void signsInAndComesBackToThePageAskedFor() {
    TestVisitor visitor = visitor();
    HttpResponse<String> refused = visitor.get("/comptes");
    assertThat(refused.statusCode()).isEqualTo(302);
    assertThat(TestVisitor.location(refused)).isEqualTo("/connexion?suite=%2Fcomptes");
    visitor.get("/connexion");
    HttpResponse<String> signedIn =
        visitor.post(
            "/connexion",
            Map.of("email", " ref@bourges.FR", "password", PASSWORD, "suite", "/comptes"));
    assertThat(TestVisitor.location(signedIn)).isEqualTo("/comptes");
    HttpResponse<String> page = visitor.get("/comptes");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Ana Roy").contains("Bourges");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void saysTheSameOfAWrongPasswordAndOfAnUnknownAccount() {
    TestVisitor visitor = visitor();
    visitor.get("/connexion");
    HttpResponse<String> wrong =
        visitor.post("/connexion", Map.of("email", "ref@bourges.fr", "password", "wrong"));
    HttpResponse<String> unknown =
        visitor.post("/connexion", Map.of("email", "rxf@bourges.fr", "password", "wrong"));
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(withoutTokens(unknown.body()))
        .isEqualTo(withoutTokens(wrong.body()).replace("ref@", "rxf@"));
  }

  @Test
  void takesACharacterNoTextHasForAMistake() {
    TestVisitor visitor = visitor();
    visitor.get("/connexion");
    assertThat(
            visitor.post("/connexion", Map.of("email", "a\0@b.fr", "password", "x")).statusCode())
        .isEqualTo(400);
    assertThat(visitor.getJson("/api/datasets?q=a%00b").statusCode()).isEqualTo(400);
  }

  @Test
  void takesTheFormsAndAddressesOfTablesOfManyColumns() {
    Map<String, String> form = new HashMap<>(Map.of("email", "no@b.fr", "password", "x"));
    IntStream.range(0, 3000).forEach(i -> form.put("column-" + i, "what the column means"));
    TestVisitor visitor = visitor().signIn("ref@bourges.fr", PASSWORD);
    assertThat(visitor.post("/connexion", form).statusCode()).isEqualTo(401);
    assertThat(visitor.get("/jeux-de-donnees?x=" + "y".repeat(30_000)).statusCode()).isEqualTo(200);
  }

  @Test
  void changesTheNumberOfTheSessionAtEachSignIn() {
    TestVisitor visitor = visitor().signIn("ref@bourges.fr", PASSWORD);
    String first = session();
    visitor.get("/connexion");
    visitor.post("/connexion", Map.of("email", "ref@bourges.fr", "password", PASSWORD));
    assertThat(session()).isNotEqualTo(first);
  }

  @Test
  void makesWhoGuessesWaitEvenWithTheRightPassword() {
    TestVisitor visitor = visitor();
    visitor.get("/connexion");
    visitor.post("/connexion", Map.of("email", "ref@bourges.fr", "password", "wrong"));
    jdbc.sql("update account.attempt set free_at = now() + interval '1 hour'").update();
    HttpResponse<String> waiting =
        visitor.post("/connexion", Map.of("email", "ref@bourges.fr", "password", PASSWORD));
    assertThat(waiting.statusCode()).isEqualTo(429);
    assertThat(waiting.body()).contains("Attendez");
    assertThat(waiting.headers().firstValue("Retry-After")).isPresent();
    jdbc.sql("update account.attempt set free_at = now() - interval '1 second'").update();
    visitor.signIn("ref@bourges.fr", PASSWORD);
  }

  @Test
  void goesNowhereElseAfterSigningIn() {
    for (String elsewhere :
        new String[] {
          "https://example.org",
          "//example.org",
          "/\\example.org",
          "/%0d%0a",
          "javascript:x",
          "",
          "/x//y",
          "/ x",
          "/\texample.org"
        }) {
      assertThat(SignIns.next(elsewhere, Role.AGENT)).isIn("/accueil", "/%0d%0a");
    }
    assertThat(SignIns.next("/depots/12?page=3", Role.FACILITATOR)).isEqualTo("/depots/12?page=3");
    assertThat(SignIns.next(null, Role.FACILITATOR)).isEqualTo("/accueil");
    assertThat(SignIns.next("", Role.FINANCE)).isEqualTo("/argent");
  }

  @Test
  void refusesAFormWithoutItsToken() {
    TestVisitor visitor = visitor();
    assertThat(
            visitor
                .post("/connexion", Map.of("email", "ref@bourges.fr", "password", PASSWORD))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void refusesTheFileOfAStrangerBeforeReadingIt() {
    HttpResponse<String> answer =
        visitor().upload("/depots", Map.of(), "file", "a.csv", new byte[200_000]);
    assertThat(TestVisitor.location(answer)).isEqualTo("/connexion");
  }

  @Test
  void putsOutAtOnceSomeoneWhoseAccountIsWithdrawn() {
    Person agent = open("a@bourges.fr", "Bo", Role.AGENT, bourges);
    TestVisitor visitor = visitor().signIn("a@bourges.fr", PASSWORD);
    assertThat(visitor.get("/comptes").statusCode()).isEqualTo(403);
    accounts.withdraw(agent.id(), focalPoint);
    assertThat(TestVisitor.location(visitor.get("/comptes"))).startsWith("/connexion");
    assertThatThrownBy(() -> visitor().signIn("a@bourges.fr", PASSWORD))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void endsTheSessionOnTheServerWhenOneSignsOut() {
    TestVisitor visitor = visitor().signIn("ref@bourges.fr", PASSWORD);
    visitor.get("/comptes");
    assertThat(TestVisitor.location(visitor.post("/deconnexion", Map.of()))).isEqualTo("/");
    assertThat(jdbc.sql("select count(*) from account.session").query(Integer.class).single())
        .isZero();
  }

  @Test
  void invitesAColleagueWhoChoosesAPassword() {
    String token =
        accounts.invite(focalPoint, "new@bourges.fr", "Cy Net", Role.AGENT, bourges.id());
    TestVisitor invited = visitor();
    assertThat(invited.get("/invitation/" + token).body())
        .contains("new@bourges.fr")
        .contains("Bourges");
    HttpResponse<String> shorty =
        invited.post("/invitation/" + token, Map.of("name", "Cy Net", "password", "court"));
    assertThat(shorty.statusCode()).isEqualTo(422);
    assertThat(shorty.body()).contains("12 caractères");
    HttpResponse<String> opened =
        invited.post("/invitation/" + token, Map.of("name", "Cy Net", "password", PASSWORD));
    assertThat(TestVisitor.location(opened)).isEqualTo("/accueil");
    assertThat(visitor().get("/invitation/" + token).statusCode()).isEqualTo(410);
    assertThat(accounts.findByEmail("new@bourges.fr")).map(Person::role).contains(Role.AGENT);
  }

  @Test
  void looksAfterItsPeopleOnThePageOfAccounts() {
    Person agent = open("a@bourges.fr", "Bo Lé", Role.AGENT, bourges);
    TestVisitor visitor = visitor().signIn("ref@bourges.fr", PASSWORD);
    visitor.get("/comptes");
    HttpResponse<String> wrong =
        visitor.post("/comptes/inviter", Map.of("name", "Cy", "email", "nothing", "role", "AGENT"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("adresse électronique complète").contains("value=\"Cy\"");
    visitor.post(
        "/comptes/inviter", Map.of("name", "Cy", "email", "cy@bourges.fr", "role", "AGENT"));
    assertThat(visitor.get("/comptes").body()).contains("cy@bourges.fr").contains("/invitation/");
    Invitation invitation = accounts.listInvitations(bourges.id()).get(0);
    visitor.post("/comptes/invitations/" + invitation.id() + "/annuler", Map.of());
    assertThat(accounts.listInvitations(bourges.id())).isEmpty();
    String withdrawal = "/comptes/" + agent.id() + "/retirer";
    assertThat(visitor.get(withdrawal).body()).contains("Retirer le compte de Bo Lé");
    visitor.post(withdrawal, Map.of());
    assertThat(accounts.find(agent.id())).isEmpty();
    assertThat(visitor.get(withdrawal).statusCode()).isEqualTo(404);
    assertThat(visitor.get("/comptes/" + focalPoint.id() + "/retirer").statusCode()).isEqualTo(409);
  }

  @Test
  void letsNobodyGiveARoleTheyMayNotNorInviteElsewhere() {
    LocalAuthority vierzon = organizations.findBySlug("vierzon").orElseThrow();
    assertThatThrownBy(() -> accounts.invite(focalPoint, "x@y.fr", "X", Role.FACILITATOR, null))
        .isInstanceOfSatisfying(
            Rejected.class,
            no -> assertThat(no.problem()).isEqualTo(AccountProblem.ROLE_NOT_YOURS_TO_GIVE));
    assertThatThrownBy(() -> accounts.invite(focalPoint, "x@y.fr", "X", Role.AGENT, vierzon.id()))
        .isInstanceOfSatisfying(
            Rejected.class,
            no -> assertThat(no.problem()).isEqualTo(AccountProblem.NO_SUCH_PERSON));
    String theirs = accounts.invite(null, "u@y.fr", "U", Role.AGENT, vierzon.id());
    String ours = accounts.invite(focalPoint, "u@y.fr", "U", Role.AGENT, bourges.id());
    accounts.invite(focalPoint, "u@y.fr", "U", Role.AGENT, bourges.id());
    assertThat(accounts.findInvitation(theirs)).isPresent();
    assertThat(accounts.findInvitation(ours)).isEmpty();
    accounts.invite(null, "u@y.fr", "U", Role.FACILITATOR, null);
    assertThat(accounts.findInvitation(theirs)).isEmpty();
    Person other = open("z@vierzon.fr", "Zoé", Role.AGENT, vierzon);
    assertThatThrownBy(() -> accounts.withdraw(other.id(), focalPoint))
        .isInstanceOfSatisfying(
            Rejected.class,
            no -> assertThat(no.problem()).isEqualTo(AccountProblem.NO_SUCH_PERSON));
  }

  @Test
  void signsInOnceByALinkAndOnlyWhenTheButtonIsPressed() {
    String token = accounts.makeSignInLink(focalPoint);
    TestVisitor visitor = visitor();
    assertThat(visitor.get("/connexion/lien/" + token).statusCode()).isEqualTo(200);
    assertThat(visitor.get("/connexion/lien/" + token).statusCode()).isEqualTo(200);
    assertThat(TestVisitor.location(visitor.post("/connexion/lien/" + token, Map.of())))
        .isEqualTo("/accueil");
    assertThat(visitor.get("/comptes").statusCode()).isEqualTo(200);
    TestVisitor second = visitor();
    assertThat(second.get("/connexion/lien/" + token).statusCode()).isEqualTo(410);
    assertThat(jdbc.sql("select token_sha256 from account.sign_in_link").query(String.class).list())
        .doesNotContain(token);
  }

  @Test
  void keepsNoTokenNorPasswordInTheDatabase() {
    Person opened = accounts.open("N@Bourges.fr", "Nil", Role.AGENT, bourges.id(), PASSWORD);
    assertThat(opened.email()).isEqualTo("n@bourges.fr");
    assertThat(
            jdbc.sql("select password from account.person where id = ?")
                .param(opened.id())
                .query(String.class)
                .single())
        .startsWith("$2")
        .doesNotContain(PASSWORD);
  }

  @Test
  void sendsTheHeadersThatProtectBrowsers() {
    HttpResponse<String> page = visitor().get("/connexion");
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .contains(SecurityConfiguration.contentPolicy(""));
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(page.headers().allValues("Set-Cookie"))
        .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
    assertThat(page.body()).doesNotContain("style=").doesNotContain("onclick");
  }

  @Test
  void refusesWhatIsTooLargeWithTheLimitInWords() {
    TestVisitor visitor = visitor().signIn("ref@bourges.fr", PASSWORD);
    HttpResponse<String> answer =
        visitor.upload("/depots", Map.of(), "file", "a.csv", new byte[106_500_000]);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("trop lourd").contains("100");
  }

  @Test
  void showsAPageOfItsOwnForWhatDoesNotExistAndJsonToPrograms() {
    HttpResponse<String> page = visitor().get("/jeux-de-donnees/x/y/z");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("Cette page n'existe pas");
    HttpResponse<String> json = visitor().getJson("/api/nothing/here");
    assertThat(json.statusCode()).isEqualTo(404);
    assertThat(json.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json.body()).contains("\"status\":404");
  }

  @Test
  void answersWhatWatchesIt() {
    assertThat(visitor().get("/sante").statusCode()).isEqualTo(200);
    assertThat(visitor().get("/sante/prete").statusCode()).isEqualTo(200);
  }

  @Test
  void knowsNobodyByAChanceId() {
    assertThat(accounts.find(UUID.randomUUID())).isEmpty();
  }

  /** Without hashing the password each time: that is slow on purpose. */
  private Person open(String email, String name, Role role, LocalAuthority authority) {
    Person person = new Person(UUID.randomUUID(), email, name, role, authority.id());
    jdbc.sql(
            """
            insert into account.person (id, email, name, role, organization_id, password, created_at)
            values (?, ?, ?, ?, ?, ?, now())
            """)
        .params(person.id(), email, name, role.name(), authority.id(), HASH)
        .update();
    return person;
  }

  private String session() {
    return jdbc.sql("select session_id from account.session order by creation_time desc limit 1")
        .query(String.class)
        .single();
  }

  private static String withoutTokens(String page) {
    return page.replaceAll("value=\"[A-Za-z0-9_-]{40,}=*\"", "");
  }
}
