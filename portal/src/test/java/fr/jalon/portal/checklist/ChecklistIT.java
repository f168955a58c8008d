package fr.jalon.portal.checklist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.profile.Territory;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.portal.Statements;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.SampleDatasets;
import fr.jalon.portal.catalog.Theme;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.catalog.Withdrawals;
import fr.jalon.portal.checklist.Checklist.OfDataset;
import fr.jalon.portal.deposit.Deposit;
import fr.jalon.portal.deposit.DepositMends;
import fr.jalon.portal.deposit.Deposits;
import fr.jalon.portal.deposit.Draft;
import fr.jalon.portal.deposit.Publications;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.SampleSeason;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class ChecklistIT extends CatalogIT {
  private static final String HOSTILE = "<script>alert(1)</script>";
  private static final byte[] CSV =
      "Quartier;Arbres;Relevé\nCentre;12;12/03/2022\nGare;15;01/04/2022\nPort;9;15/06/2022\n"
          .getBytes(UTF_8);

  @Autowired private ApplicationContext portal;
  @Autowired private Checklists checklists;
  @Autowired private Beneficiaries beneficiaries;
  @Autowired private Seasons seasons;
  @Autowired private Deposits deposits;
  @Autowired private DepositMends mends;
  @Autowired private Publications publications;
  @Autowired private Withdrawals withdrawals;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void nobodyYet() {
    jdbc.sql("delete from account.person").update();
    jdbc.sql(
            """
            truncate programme.season, programme.candidacy, programme.beneficiary, programme.meeting,
              programme.session, agreement.agreement, checklist.mark, deposit.deposit, catalog.dataset cascade
            """)
        .update();
  }

  @Test
  void aDepositTicksOneItemAfterAnotherAndWhatIsUndoneUnticks() throws Exception {
    Beneficiary town = vendome();
    Person agent = person(Role.AGENT, "vendome");
    Person focalPoint = person(Role.FOCAL_POINT, "vendome");
    Person facilitator = person(Role.FACILITATOR, null);
    TestVisitor home = visitor().signIn(agent.email(), PASSWORD);
    assertThat(home.get("/accueil").body())
        .contains("À faire maintenant", "Désignez votre référent");

    UUID id = deposits.receive(agent, "arbres.csv", new ByteArrayInputStream(CSV));
    await(id, agent);
    assertThat(ticked(town)).containsExactly(DatasetItem.RECEIVED);
    assertThat(home.get("/accueil").body()).contains("Dites si Jalon a bien lu");
    deposits.confirmReading(id, agent, 0);
    assertThat(ticked(town)).contains(DatasetItem.MODEL, DatasetItem.PEOPLE);

    List<Proposal> proposals =
        Objects.requireNonNull(deposits.get(id, agent).inspection()).proposals();
    assertThat(proposals).as("the dates").isNotEmpty();
    for (Proposal one : proposals) {
      mends.accept(id, agent, one.id());
    }
    assertThat(ticked(town)).doesNotContain(DatasetItem.MENDED);
    mends.applyMends(id, agent);
    await(id, agent);
    assertThat(ticked(town)).contains(DatasetItem.MENDED, DatasetItem.WITHOUT_ERROR);
    mends.undo(id, agent, proposals.get(0).id());
    assertThat(ticked(town)).doesNotContain(DatasetItem.MENDED);
    mends.accept(id, agent, proposals.get(0).id());
    mends.applyMends(id, agent);
    await(id, agent);

    Deposit written = deposits.get(id, agent);
    Draft draft = draft(written);
    Deposit told = publications.describe(id, agent, written.described().revision(), draft);
    assertThat(ticked(town))
        .contains(
            DatasetItem.DESCRIBED,
            DatasetItem.LICENSE,
            DatasetItem.COLUMNS,
            DatasetItem.NEXT_UPDATE)
        .doesNotContain(DatasetItem.SANDBOX);
    Dataset set = publications.putInSandbox(id, agent, told.saved().revision(), draft, "");
    UUID version = Objects.requireNonNull(deposits.get(id, agent).versionId());
    publications.askPublication(id, agent, version);
    TestVisitor reader = visitor().signIn(focalPoint.email(), PASSWORD);
    assertThat(reader.get("/accueil").body()).contains("et donnez votre accord");
    assertThat(ticked(town)).contains(DatasetItem.SANDBOX).doesNotContain(DatasetItem.REVIEWED);
    publications.giveVisa(id, focalPoint, version);
    assertThat(ticked(town)).contains(DatasetItem.REVIEWED).doesNotContain(DatasetItem.PUBLISHED);
    publications.giveVisa(id, facilitator, version);
    assertThat(list(town).datasets())
        .singleElement()
        .extracting(OfDataset::share)
        .isEqualTo(new Share(12, 14, 12));
    assertThat(done(list(town).authority()))
        .containsExactlyInAnyOrder(
            AuthorityItem.LICENSE, AuthorityItem.CONTACT, AuthorityItem.RENEWAL);

    withdrawals.withdraw(set.id(), focalPoint, "Une colonne en trop", true);
    assertThat(ticked(town)).doesNotContain(DatasetItem.PUBLISHED, DatasetItem.SANDBOX);
    assertThat(done(list(town).authority())).isEmpty();
  }

  @Test
  void aReferentIsTickedAsLongAsTheyAreThere() {
    Beneficiary town = vendome();
    Person focalPoint = person(Role.FOCAL_POINT, "vendome");
    beneficiaries.designate(
        SampleSeason.ADMINISTRATOR, town.id(), focalPoint.id(), seasons.today());
    assertThat(done(list(town).authority())).containsExactly(AuthorityItem.FOCAL_POINT);
    jdbc.sql("update account.person set withdrawn_at = now() where id = ?")
        .param(focalPoint.id())
        .update();
    assertThat(done(list(town).authority())).isEmpty();
  }

  @Test
  void peopleTickTheRestWithAProofAndSeeWhatOthersSaidMeanwhile() {
    Beneficiary town = vendome();
    String list = ChecklistPaths.checklist(town.id());
    String item = ChecklistPaths.item(town.id(), AuthorityItem.ELECTED);
    TestVisitor one = agentOf("vendome");
    TestVisitor other = focalPointOf("vendome");
    TestVisitor stranger = agentOf("blois");
    for (String path : List.of(list, item)) {
      assertThat(stranger.get(path).statusCode()).as("another's: %s", path).isEqualTo(404);
      assertThat(visitor().get(path).statusCode()).isEqualTo(302);
    }
    stranger.get("/depots");
    assertThat(stranger.post(item, Map.of("state", "DONE", "words", "x")).statusCode())
        .isEqualTo(404);
    assertThat(one.get(list + "/rien").statusCode()).isEqualTo(404);
    assertThat(one.get(list + "/jeux/" + UUID.randomUUID() + "/license").statusCode())
        .isEqualTo(404);

    one.get(item);
    String before = other.get(item).body();
    for (Map<String, String> wrong :
        List.of(
            Map.of("state", "DONE"),
            Map.of("state", "NOT_CONCERNED", "words", "  "),
            Map.of("state", "DONE", "words", "x", "link", "javascript:alert(1)"),
            Map.of("state", "UNDER_WAY", "due", "demain"),
            Map.of("state", "UNDER_WAY", "due", "9999-01-01"),
            Map.of("state", "UNDER_WAY", "words", "x".repeat(Checklists.LONGEST_WORDS + 1)),
            Map.of("state", "FAIT"))) {
      assertThat(one.post(item, wrong).statusCode()).as(wrong.toString()).isEqualTo(422);
    }
    one.get(item);
    assertThat(one.post(item, said("Louise Martin " + HOSTILE)).statusCode()).isEqualTo(302);
    assertThat(one.get(list).body())
        .contains("Louise Martin &lt;script&gt;", "dit par Camille")
        .doesNotContain(HOSTILE);

    assertThat(before).contains("name=\"revision\" value=\"0\"");
    HttpResponse<String> late = other.post(item, said("Paul Petit"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body())
        .as("both are shown")
        .contains("Paul Petit", "Louise Martin", "pendant que vous écriviez");
    assertThat(other.post(item, said("Paul Petit")).statusCode()).as("knowing it").isEqualTo(302);
    assertThat(checklists.history(town, AuthorityItem.ELECTED))
        .extracting(Mark::words)
        .containsExactly("Paul Petit", "Louise Martin " + HOSTILE);

    String itself = ChecklistPaths.item(town.id(), AuthorityItem.FOCAL_POINT);
    one.get(itself);
    assertThat(one.post(itself, said("Si, si")).body()).contains("se coche tout seul");
    one.get(itself);
    one.post(itself, Map.of("state", "NOT_CONCERNED", "words", "Pas chez nous"));
    assertThat(list(town).share()).isEqualTo(new Share(1, 14, 0));

    Dataset set = samples().putInSandbox(SampleDatasets.trees(3).titled("Arbres"), null);
    assertThat(set.publisherId()).as("another authority's").isNotEqualTo(town.organizationId());
    assertThat(one.get(ChecklistPaths.item(town.id(), set.id(), DatasetItem.LICENSE)).statusCode())
        .isEqualTo(404);
    assertThat(facilitator().get(town.href()).body())
        .as("the facilitator's page of the beneficiary")
        .contains("Points faits", "Il manque", list);
  }

  @Test
  void theSharesOfTwentyFiveCostAsMuchAsThatOfOne() {
    Dataset set = samples().publish(SampleDatasets.trees(3));
    SampleSeason sample = new SampleSeason(portal);
    Season small = sample.open("Petite");
    Beneficiary one =
        sample.accept(
            small,
            jdbc.sql("select siren from organization.local_authority where id = ?")
                .param(set.publisherId())
                .query(String.class)
                .single());
    Season whole = sample.open("Entière");
    assertThat(sample.accept(whole, 25))
        .extracting(Beneficiary::organizationId)
        .as("the same data are read for both")
        .contains(set.publisherId());
    int statements = Statements.of(() -> checklists.shares(beneficiaries.follow(small)));
    assertThat(Statements.of(() -> checklists.shares(beneficiaries.follow(whole))))
        .isEqualTo(statements);
    assertThat(checklists.shares(beneficiaries.follow(small)))
        .isEqualTo(Map.of(one.id(), list(one).share()));
  }

  private Beneficiary vendome() {
    SampleSeason sample = new SampleSeason(portal);
    String siren =
        jdbc.sql("select siren from organization.local_authority where slug = 'vendome'")
            .query(String.class)
            .single();
    return sample.accept(sample.open("Saison 3"), siren);
  }

  private Checklist list(Beneficiary one) {
    return checklists.of(beneficiaries.follow(beneficiaries.get(one.id())));
  }

  private Set<Item> ticked(Beneficiary one) {
    return list(one).datasets().stream()
        .flatMap(set -> done(set.lines()))
        .collect(Collectors.toSet());
  }

  private static Stream<Item> done(List<Line> lines) {
    return lines.stream().filter(line -> line.proof() != null).map(Line::item);
  }

  private static Map<String, String> said(String words) {
    return Map.of("state", "DONE", "words", words);
  }

  private void await(UUID id, Person who) throws InterruptedException {
    while (deposits.job(id, who).running()) {
      Thread.sleep(20);
    }
  }

  private static Draft draft(Deposit written) {
    return new Draft(
        "Arbres par quartier",
        "Ce jeu de données compte les arbres que la ville entretient dans chaque quartier. Chaque ligne"
            + " est un quartier, avec le nombre de ses arbres et le jour où ils ont été comptés.",
        List.of("arbres"),
        Theme.ENVIRONMENT,
        new Territory(Territory.Level.COMMUNE, "41269", "Vendôme"),
        License.LICENCE_OUVERTE,
        UpdateFrequency.ANNUAL,
        "espaces-verts@ville.example",
        "2022",
        Objects.requireNonNull(written.outcome()).export().columns().stream()
            .collect(Collectors.toMap(column -> column.name(), column -> "Ce que dit la colonne")));
  }
}
