package fr.jalon.portal.upkeep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.SampleDatasets;
import fr.jalon.portal.deposit.Import;
import fr.jalon.portal.deposit.Imports;
import fr.jalon.portal.fetch.SiteToFetch;
import fr.jalon.portal.fetch.TestSite;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@org.springframework.context.annotation.Import(SiteToFetch.class)
class UpkeepIT extends CatalogIT {
  private static final byte[] CSV = "nom;montant\nÉcole;12\nGymnase;15\n".getBytes(UTF_8);
  private static final String ADDRESS = "http://files.example/subventions.csv";

  @Autowired private Reminders reminders;
  @Autowired private Schedules schedules;
  @Autowired private Imports imports;
  @Autowired private TestSite site;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void nobodyYet() {
    jdbc.sql("delete from deposit.deposit").update();
    jdbc.sql("delete from account.person").update();
    jdbc.sql("delete from catalog.dataset").update();
  }

  @Test
  void twoPeopleAreRemindedOnceOfEachStage() {
    Dataset dataset = samples().publish(SampleDatasets.trees(5));
    Person agent = person(Role.AGENT, "chateauroux");
    keptBy(dataset, agent);
    Person focalPoint = person(Role.FOCAL_POINT, "chateauroux");
    person(Role.FOCAL_POINT, "vendome");
    person(Role.FACILITATOR, null);

    reminders.send();
    assertThat(reminded(dataset)).as("it was published today").isEmpty();
    publishedDaysAgo(dataset, 366 - 14);
    reminders.send();
    reminders.send();
    assertThat(reminded(dataset))
        .containsExactly("SOON {" + agent.email() + "," + focalPoint.email() + "}");
    publishedDaysAgo(dataset, 366 + 40);
    reminders.send();
    assertThat(reminded(dataset))
        .as("of the stages passed, the furthest alone")
        .hasSize(2)
        .last()
        .asString()
        .startsWith("LATE");
  }

  @Test
  void whoeverLeftIsReplacedAndWhoeverAsksForSilenceHasIt() {
    Dataset dataset = samples().publish(SampleDatasets.trees(5));
    Person agent = person(Role.AGENT, "chateauroux");
    keptBy(dataset, agent);
    Person focalPoint = person(Role.FOCAL_POINT, "chateauroux");
    Person facilitator = person(Role.FACILITATOR, null);
    publishedDaysAgo(dataset, 366);
    jdbc.sql("update account.person set withdrawn_at = now() where id = ?")
        .param(agent.id())
        .update();

    TestVisitor visitor = visitor().signIn(focalPoint.email(), PASSWORD);
    String page = visitor.get(upkeepOf(dataset)).body();
    assertThat(page).contains("Suivi par personne", "attendue aujourd'hui");
    String until = LocalDate.now(Kept.ZONE).plusMonths(1).toString();
    assertThat(visitor.post(upkeepOf(dataset) + "/rappels", Map.of("until", until)).statusCode())
        .isEqualTo(302);
    reminders.send();
    assertThat(reminded(dataset)).isEmpty();
    assertThat(visitor.get(upkeepOf(dataset)).body()).contains("suspendus jusqu'au");
    assertThat(visitor.post(upkeepOf(dataset) + "/rappels", Map.of("revision", "0")).statusCode())
        .as("someone decided since")
        .isEqualTo(409);
    visitor.get(upkeepOf(dataset));
    visitor.post(upkeepOf(dataset) + "/rappels", Map.of());
    reminders.send();
    assertThat(reminded(dataset))
        .containsExactly("DUE {" + focalPoint.email() + "," + facilitator.email() + "}");
    for (String day : List.of("2020-01-01", "9999-12-31", "demain")) {
      visitor.get(upkeepOf(dataset));
      assertThat(visitor.post(upkeepOf(dataset) + "/rappels", Map.of("until", day)).statusCode())
          .as(day)
          .isEqualTo(422);
    }
  }

  @Test
  void aColleagueTakesOverWithASheet() {
    Dataset dataset = samples().publish(SampleDatasets.trees(5).marked("<b>7</b>"));
    Person agent = person(Role.AGENT, "chateauroux");
    Person next = person(Role.AGENT, "chateauroux");
    Person stranger = person(Role.AGENT, "vendome");
    keptBy(dataset, agent);
    String upkeep = upkeepOf(dataset);
    TestVisitor visitor = visitor().signIn(agent.email(), PASSWORD);
    assertThat(visitor.get("/mises-a-jour").body())
        .contains(upkeep, "Déposer le nouveau fichier", "à jour");
    visitor.get(upkeep);
    for (String to : List.of(stranger.id().toString(), UUID.randomUUID().toString())) {
      assertThat(visitor.post(upkeep + "/passation", Map.of("to", to)).statusCode()).isEqualTo(422);
    }

    HttpResponse<String> handed =
        visitor.post(
            upkeep + "/passation",
            Map.of("to", next.id().toString(), "note", "Le fichier est chez <i>Louise</i>."));
    assertThat(handed.statusCode()).isEqualTo(302);
    assertThat(visitor.get(upkeep).body())
        .contains("a passé le relais", "Le fichier est chez &lt;i&gt;Louise&lt;/i&gt;");
    assertThat(visitor.get(upkeep + "/fiche").body())
        .contains(
            "Ce qu'il y a à faire", "Ce que veulent dire les colonnes", "&lt;b&gt;7&lt;/b&gt;")
        .contains(next.email())
        .doesNotContain("<b>7</b>");
    assertThat(visitor.get(CatalogPaths.care(dataset.slug()) + "/historique").body())
        .contains("Confié à une autre personne");
    for (String path : List.of("", "/fiche")) {
      assertThat(visitor().get(upkeep + path).statusCode()).isEqualTo(302);
      assertThat(visitor().signIn(stranger.email(), PASSWORD).get(upkeep + path).statusCode())
          .isEqualTo(404);
    }
    assertThat(visitor().signIn(stranger.email(), PASSWORD).get("/mises-a-jour").body())
        .doesNotContain(upkeep);
  }

  @Test
  void aNewFileAtItsAddressBeginsADepositAndTheSameOneNone() throws Exception {
    Dataset dataset = samples().publish(SampleDatasets.trees(5));
    Person agent = person(Role.AGENT, "chateauroux");
    keptBy(dataset, agent);
    site.on("/subventions.csv", TestSite.file("text/csv", CSV));
    TestVisitor visitor = visitor().signIn(agent.email(), PASSWORD);
    accept(visitor, dataset, ADDRESS);
    assertThat(visitor.get(upkeepOf(dataset)).body()).contains(ADDRESS, "Accepté par Dominique");

    schedules.ask();
    assertThat(outcome(dataset)).as("its day has not come").isEqualTo(Schedule.Outcome.AWAITED);
    assertThat(askAndSettle(dataset)).isEqualTo(Schedule.Outcome.ARRIVED);
    assertThat(visitor.get(upkeepOf(dataset)).body())
        .contains("Un nouveau fichier est arrivé", "Continuer le dépôt commencé");
    assertThat(askAndSettle(dataset)).isEqualTo(Schedule.Outcome.UNDER_WAY);
    jdbc.sql("update deposit.deposit set published_at = now(), job = null where dataset_id = ?")
        .param(dataset.id())
        .update();
    assertThat(askAndSettle(dataset)).isEqualTo(Schedule.Outcome.UNCHANGED);
    site.on(
        "/subventions.csv", TestSite.file("text/csv", "nom;montant\nÉcole;13\n".getBytes(UTF_8)));
    assertThat(askAndSettle(dataset)).isEqualTo(Schedule.Outcome.ARRIVED);
    assertThat(deposits(dataset)).isEqualTo(2);

    visitor.get(upkeepOf(dataset));
    visitor.post(upkeepOf(dataset) + "/adresse/arreter", Map.of());
    assertThat(schedules.find(dataset.id())).isEmpty();
  }

  @Test
  void anAddressThatAnswersNoMoreIsToldThenAskedNoMore() throws Exception {
    Dataset dataset = samples().publish(SampleDatasets.trees(5));
    Person agent = person(Role.AGENT, "chateauroux");
    keptBy(dataset, agent);
    site.on("/subventions.csv", TestSite.status("404 Not Found"));
    TestVisitor visitor = visitor().signIn(agent.email(), PASSWORD);
    accept(visitor, dataset, ADDRESS);
    for (int i = 1; i < Schedules.MOST_FAILURES; i++) {
      assertThat(askAndSettle(dataset)).isEqualTo(Schedule.Outcome.FAILED);
    }
    assertThat(askAndSettle(dataset)).isEqualTo(Schedule.Outcome.STOPPED);
    assertThat(askAndSettle(dataset)).isEqualTo(Schedule.Outcome.STOPPED);

    for (String address : List.of("", "file:///etc/passwd", "http://a.example:22/")) {
      visitor.get(upkeepOf(dataset));
      HttpResponse<String> refused = schedule(visitor, dataset, address, "annual", day(1));
      assertThat(refused.statusCode()).as(address).isEqualTo(400);
      assertThat(refused.body()).contains("id=\"address-erreur\"");
    }
    assertThat(schedule(visitor, dataset, ADDRESS, "daily", day(1)).statusCode()).isEqualTo(422);
    assertThat(schedule(visitor, dataset, ADDRESS, "annual", "hier").statusCode()).isEqualTo(422);
    TestVisitor facilitator = facilitator();
    facilitator.get(upkeepOf(dataset));
    assertThat(schedule(facilitator, dataset, ADDRESS, "annual", day(1)).statusCode())
        .as("in the name of an authority, its own people alone")
        .isEqualTo(403);
  }

  private Schedule.Outcome askAndSettle(Dataset dataset) throws InterruptedException {
    jdbc.sql("update upkeep.schedule set next_at = now() - interval '1 minute'").update();
    schedules.ask();
    Schedule schedule = schedules.find(dataset.id()).orElseThrow();
    for (int i = 0;
        i < 200 && schedule.importId() != null && isOnItsWay(schedule.importId());
        i++) {
      Thread.sleep(50);
    }
    schedules.settle();
    return outcome(dataset);
  }

  private boolean isOnItsWay(UUID id) {
    return imports.findAll(List.of(id)).stream()
        .anyMatch(one -> one.state() == Import.State.FETCHING);
  }

  private Schedule.Outcome outcome(Dataset dataset) {
    return schedules.find(dataset.id()).orElseThrow().outcome();
  }

  private void accept(TestVisitor visitor, Dataset dataset, String address) {
    visitor.get(upkeepOf(dataset));
    assertThat(schedule(visitor, dataset, address, "annual", day(1)).statusCode()).isEqualTo(302);
  }

  private static HttpResponse<String> schedule(
      TestVisitor visitor, Dataset dataset, String address, String rhythm, String first) {
    return visitor.post(
        upkeepOf(dataset) + "/adresse",
        Map.of("address", address, "rhythm", rhythm, "first", first));
  }

  private static String day(int ahead) {
    return LocalDate.now(Kept.ZONE).plusDays(ahead).toString();
  }

  private void keptBy(Dataset dataset, Person keeper) {
    jdbc.sql("insert into upkeep.care (dataset_id, keeper_id) values (?, ?)")
        .params(dataset.id(), keeper.id())
        .update();
  }

  private void publishedDaysAgo(Dataset dataset, int days) {
    jdbc.sql(
            "update catalog.version set published_at = now() - ? * interval '1 day' where dataset_id = ?")
        .params(days, dataset.id())
        .update();
  }

  private List<String> reminded(Dataset dataset) {
    return jdbc.sql(
            """
            select stage || ' ' || recipients::text from upkeep.reminder
            where dataset_id = ? order by sent_at
            """)
        .param(dataset.id())
        .query(String.class)
        .list();
  }

  private int deposits(Dataset dataset) {
    return jdbc.sql("select count(*) from deposit.deposit where dataset_id = ?")
        .param(dataset.id())
        .query(Integer.class)
        .single();
  }

  private static String upkeepOf(Dataset dataset) {
    return CatalogPaths.care(dataset.slug()) + "/mise-a-jour";
  }
}
