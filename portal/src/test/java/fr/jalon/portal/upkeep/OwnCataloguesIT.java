package fr.jalon.portal.upkeep;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Engine;
import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Progress;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.profile.kind.Identifiers;
import fr.jalon.engine.rule.Severity;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.catalog.SampleDatasets;
import fr.jalon.portal.deposit.Deposits;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.web.Messages;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class OwnCataloguesIT extends CatalogIT {
  @Autowired private Deposits deposits;
  @Autowired private Organizations organizations;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void nothingYet() {
    jdbc.sql("delete from deposit.deposit").update();
    jdbc.sql("delete from upkeep.own_catalogue").update();
    jdbc.sql("delete from catalog.dataset").update();
  }

  @Test
  void depositsAListThatFollowsTheModel(@TempDir Path work) throws Exception {
    samples().publish(SampleDatasets.trees(5));
    samples().publish(SampleDatasets.trees(6).titled("Arbres, \"têtards\" et œillets"));
    Person agent = person(Role.AGENT, "chateauroux");
    TestVisitor visitor = visitor().signIn(agent.email(), PASSWORD);
    assertThat(visitor.get("/mises-a-jour").body())
        .contains("Publier le catalogue de vos jeux de données", "2 jeux de données à y mettre");

    HttpResponse<String> wrong = ask(visitor, "12345678901234");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("Ce n'est pas un numéro SIRET de votre collectivité");
    UUID deposit = begun(ask(visitor, siret()));

    Inspection seen =
        inspect(Files.readString(storage.path(deposits.get(deposit, agent).sha256())), work);
    SchemaMatch match = Objects.requireNonNull(Objects.requireNonNull(seen.schema()).chosen());
    assertThat(match.schema()).isEqualTo(CatalogueFile.SCHEMA);
    assertThat(match.matched()).isEqualTo(CatalogueFile.FIELDS.size());
    assertThat(seen.findings()).noneMatch(cause -> cause.severity() != Severity.ADVICE);
    assertThat(Objects.requireNonNull(seen.profile()).rows()).isEqualTo(2);
    assertThat(seen.preview().toString()).contains("Arbres, \"têtards\" et œillets", siret());

    assertThat(begun(ask(visitor, siret()))).as("one under way is gone on with").isEqualTo(deposit);
    assertThat(visitor.get("/mises-a-jour").body()).contains("/depots/" + deposit);
  }

  @Test
  void isForTheAuthorityAloneAndOnceItPublished() {
    Person agent = person(Role.AGENT, "vendome");
    TestVisitor visitor = visitor().signIn(agent.email(), PASSWORD);
    assertThat(visitor.get("/mises-a-jour").body()).doesNotContain("Publier le catalogue");
    assertThat(ask(visitor, siret("vendome")).statusCode()).isEqualTo(404);
    assertThat(ask(facilitator(), siret()).statusCode()).isEqualTo(403);
  }

  private static HttpResponse<String> ask(TestVisitor visitor, String siret) {
    visitor.get("/mises-a-jour");
    return visitor.post("/mises-a-jour/catalogue", Map.of("siret", siret));
  }

  private static UUID begun(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String location = TestVisitor.location(answer);
    return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
  }

  private String siret() {
    return siret("chateauroux");
  }

  private String siret(String authority) {
    String siren = organizations.findBySlug(authority).orElseThrow().siren();
    return IntStream.range(0, 100)
        .mapToObj(nic -> siren + String.format("%05d", nic))
        .filter(Identifiers::isSiret)
        .findFirst()
        .orElseThrow();
  }

  private static Inspection inspect(String csv, Path work) throws Exception {
    Path file = work.resolve("catalogue.csv");
    Files.writeString(file, csv, UTF_8);
    return Engine.inspect(
        new Source(file, "catalogue.csv", Files.size(file), work),
        InspectOptions.NONE,
        Clock.system(Messages.PARIS),
        Progress.NONE);
  }
}
