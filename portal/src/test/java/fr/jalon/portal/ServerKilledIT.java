package fr.jalon.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole portal in a process of its own, killed without warning and started again. How often it
 * is killed between a visa and the public page is {@code -Djalon.kills}.
 */
class ServerKilledIT {
  private static final int KILLS = Integer.getInteger("jalon.kills", 1);

  /** A visa takes about a tenth of a second: each kill falls elsewhere in it. */
  private static final int LATEST_KILL_MILLIS = 200;

  private static final String SECRET = "le tilleul de la place";
  private static final String AGENT = "agent@orleans.example";
  private static final String REFERENT = "referent@orleans.example";
  private static final String FACILITATOR = "animation@exemple.example";

  @TempDir Path folder;

  @Test
  void isReadyAgainByItselfWithAllThatWasSaid() throws Exception {
    try (var mails = new MailCatcher();
        var server =
            new ServerProcess(
                folder,
                "--jalon.mail.host=127.0.0.1",
                "--jalon.mail.port=" + mails.port(),
                "--jalon.mail.security=none")) {
      server.start();
      TestVisitor visitor = server.visitor();
      String invitation = server.invitation();
      visitor.get(invitation);
      visitor.post(invitation, Map.of("name", "Ana", "password", SECRET));
      assertThat(visitor.get("/comptes").statusCode()).isEqualTo(200);
      List<Long> workers = server.workers();
      people(server.jdbc());

      for (int i = 0; i < KILLS; i++) {
        String deposit = awaitingTheLastVisa(server, "comptages-" + i);
        TestVisitor facilitator = server.visitor().signIn(FACILITATOR, SECRET);
        page(facilitator, deposit + "/publication");
        int after = LATEST_KILL_MILLIS * (i + 1) / (KILLS + 1);
        Thread visa = new Thread(() -> giveVisa(facilitator, deposit), "visa");
        visa.start();
        Thread.sleep(after);
        server.kill();
        visa.join();
        long killed = System.nanoTime();
        server.start();
        Duration away = Duration.ofNanos(System.nanoTime() - killed);
        // Fifteen seconds on a machine that does nothing else; tests share theirs.
        assertThat(away).isLessThan(Duration.ofSeconds(60));
        boolean isPublished = isWholeOrNotAtAll(server, deposit, "comptages-" + i);
        System.out.printf(
            "killed %d ms after the visa: %s; away for %d ms%n",
            after, isPublished ? "published" : "not published", away.toMillis());
      }
      eachMailCameOnce(server.jdbc(), mails);

      assertThat(visitor.get("/comptes").statusCode()).isEqualTo(200);
      assertThat(server.log()).contains("Took over the PostgreSQL already running");
      assertThat(workers).as("workers of the killed server").noneMatch(ServerKilledIT::isAlive);
    }
  }

  /** Public with its rows, and its deposit says so; or not at all, and it still awaits the visa. */
  private static boolean isWholeOrNotAtAll(ServerProcess server, String deposit, String name)
      throws Exception {
    TestVisitor facilitator = server.visitor().signIn(FACILITATOR, SECRET);
    String publication = page(facilitator, deposit + "/publication");
    HttpResponse<String> rows = server.visitor().get("/api/datasets/" + name + "/rows.csv");
    if (publication.contains("Vos données sont visibles de tous")) {
      assertThat(rows.statusCode()).isEqualTo(200);
      assertThat(rows.body().lines()).hasSize(4);
      assertThat(server.visitor().get("/jeux-de-donnees/" + name).statusCode()).isEqualTo(200);
      return true;
    }
    assertThat(rows.statusCode()).isEqualTo(404);
    giveVisa(facilitator, deposit);
    assertThat(page(facilitator, deposit + "/publication"))
        .contains("Vos données sont visibles de tous");
    return false;
  }

  /**
   * No mail is lost; one may come twice, when the server died before it noted that it was taken.
   */
  private static void eachMailCameOnce(JdbcClient jdbc, MailCatcher catcher) throws Exception {
    for (int i = 0; i < 300 && jdbc.sql(WAITING).query(Long.class).single() > 0; i++) {
      Thread.sleep(100);
    }
    Set<String> written =
        jdbc.sql("select id::text || ' ' || recipient from account.mail").query(String.class).set();
    Set<String> came =
        catcher.mails().stream()
            .map(mail -> mail.id().replaceAll("^<|@.*$", "") + " " + mail.recipient())
            .collect(Collectors.toSet());
    assertThat(came).isEqualTo(written);
    assertThat(catcher.mails().size()).isLessThanOrEqualTo(came.size() + KILLS);
    for (String recipient : List.of(REFERENT, FACILITATOR, AGENT)) {
      assertThat(came.stream().filter(mail -> mail.endsWith(" " + recipient)))
          .as("one for each deposit: visa awaited twice, then published")
          .hasSize(KILLS);
    }
  }

  private static final String WAITING = "select count(*) from account.mail where sent_at is null";

  private static void giveVisa(TestVisitor visitor, String deposit) {
    try {
      visitor.post(deposit + "/publication/visa", Map.of());
    } catch (AssertionError killed) {
      // that is what is tried
    }
  }

  private static String awaitingTheLastVisa(ServerProcess server, String name) throws Exception {
    TestVisitor agent = server.visitor().signIn(AGENT, SECRET);
    agent.get("/depots/nouveau");
    String csv =
        "lieu;jour;passages\nPont;2024-05-02;120\nGare;2024-05-02;97\nHalle;2024-05-03;210\n";
    HttpResponse<String> sent =
        agent.upload(
            "/depots",
            Map.of(),
            "fichier",
            name + ".csv",
            csv.replace("120", "12" + name.length()).getBytes(StandardCharsets.UTF_8));
    String deposit = TestVisitor.location(sent).replaceFirst("^https?://[^/]+", "");
    page(agent, deposit + "/lecture");
    agent.post(deposit + "/lecture", Map.of());
    page(agent, deposit + "/corrections");
    agent.post(deposit + "/corrections", Map.of());
    page(agent, deposit + "/description?modifier=1");
    agent.post(
        deposit + "/description",
        Map.of(
            "title", name,
            "summary", "Des passages par lieu.",
            "theme", "GOVERNMENT",
            "frequency", "ANNUAL",
            "license", "LICENCE_OUVERTE",
            "contact", "donnees@mairie.example"));
    page(agent, deposit + "/verification");
    agent.post(deposit + "/verification", Map.of());
    page(agent, deposit + "/bac-a-sable");
    agent.post(deposit + "/bac-a-sable", Map.of());
    TestVisitor referent = server.visitor().signIn(REFERENT, SECRET);
    page(referent, deposit + "/publication");
    giveVisa(referent, deposit);
    return deposit;
  }

  private static String page(TestVisitor visitor, String path) throws InterruptedException {
    String body = "";
    for (int i = 0; i < 300; i++) {
      body = visitor.get(path).body();
      if (!body.contains("http-equiv=\"refresh\"")) {
        return body;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("The work on " + path + " does not end: " + body);
  }

  /** With the administrator's own password. */
  private static void people(JdbcClient jdbc) {
    Map.of(AGENT, "AGENT", REFERENT, "FOCAL_POINT", FACILITATOR, "FACILITATOR")
        .forEach(
            (email, role) ->
                jdbc.sql(
                        """
                        insert into account.person
                          (id, email, name, role, organization_id, password, created_at)
                        select :id, :email, 'Camille ' || :role, :role,
                          case when :role <> 'FACILITATOR' then
                            (select id from organization.local_authority
                             where slug = 'orleans') end,
                          password, created_at
                        from account.person where role = 'ADMINISTRATOR'
                        """)
                    .param("id", UUID.randomUUID())
                    .param("email", email)
                    .param("role", role)
                    .update());
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid)
        .filter(process -> process.info().commandLine().orElse("").contains("fr.jalon.cli.Worker"))
        .isPresent();
  }
}
