package fr.jalon.portal.deposit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.profile.Territory;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.portal.PortalIT;
import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Datasets;
import fr.jalon.portal.catalog.Distribution;
import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.Visibility;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.web.Rejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class DepositsIT extends PortalIT {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String MESSY =
      """
      Subventions versées aux associations;;;;
      Exercice 2022;;;;
      Nom attribuant;Nom bénéficiaire;Objet;Date de convention;Montant
      Ville d'Orléans;Les Amis de l'Orgue;Restauration;12/03/2022;1 200,50
      Ville d'Orléans;Étoile sportive;Fonctionnement;01/04/2022;3 150,00
      Ville d'Orléans;Comité des fêtes;Fête de la Loire;15/06/2022;800,25
      Ville d'Orléans;Ciné-club;Fonctionnement;20/06/2022;450,00
      TOTAL;;;;5 600,75
      """;

  @Autowired private Deposits deposits;
  @Autowired private DepositMends mends;
  @Autowired private Publications publications;
  @Autowired private Describing describing;
  @Autowired private DepositRows rows;
  @Autowired private Datasets datasets;
  @Autowired private Accounts accounts;
  @Autowired private Organizations organizations;
  @Autowired private JdbcClient jdbc;

  private Person agent = NOBODY;
  private Person focalPoint = NOBODY;
  private Person facilitator = NOBODY;
  private Person stranger = NOBODY;

  private static final Person NOBODY =
      new Person(UUID.randomUUID(), "", "", Role.ADMINISTRATOR, null);

  @BeforeEach
  void people() {
    UUID here = authority("Orléans").id();
    UUID there = authority("Blois").id();
    agent = person("Camille", Role.AGENT, here);
    focalPoint = person("Dominique", Role.FOCAL_POINT, here);
    facilitator = person("Sacha", Role.FACILITATOR, null);
    stranger = person("Alix", Role.AGENT, there);
  }

  @Test
  void aMessyFileBecomesAPublicDatasetAndTheNextOneIsRepairedAlike() throws Exception {
    UUID id = received("subventions 2022.csv", MESSY.getBytes(WINDOWS));
    Deposit read = deposits.get(id, agent);
    assertThat(read.inspected().reading()).isNotNull();
    assertThat(read.inspected().preview().get(1).cells()).contains("Étoile sportive");

    deposits.confirmReading(id, agent, 0);
    mends.acceptCertain(id, agent);
    List<String> made = accepted(id);
    mends.editCells(id, agent, List.of(Samples.edit(Samples.EDIT)));
    mends.applyMends(id, agent);
    Deposit repaired = done(id);
    assertThat(repaired.outcome()).isNotNull();
    assertThat(repaired.written().distributions())
        .extracting(Distribution::format)
        .contains(WrittenFormat.CSV, WrittenFormat.PARQUET);

    Suggestions suggestions = describing.of(repaired);
    assertThat(suggestions.draft().territory())
        .isEqualTo(new Territory(Territory.Level.COMMUNE, "45234", "Orléans"));
    Draft draft = Samples.whole(suggestions.draft());
    Deposit told = publications.describe(id, agent, repaired.described().revision(), draft);
    int revision = told.saved().revision();
    assertThatThrownBy(() -> publications.putInSandbox(id, agent, revision - 1, draft, ""))
        .isInstanceOf(Rejected.class);
    Dataset dataset = publications.putInSandbox(id, agent, revision, draft, "");
    assertThat(dataset.visibility()).isEqualTo(Visibility.SANDBOX);
    assertThat(publications.putInSandbox(id, agent, revision, draft, "").sandbox())
        .isEqualTo(dataset.sandbox());

    UUID version = deposits.get(id, agent).versionId();
    assertThat(version).isNotNull();
    if (version != null) {
      assertThatThrownBy(() -> publications.giveVisa(id, focalPoint, version))
          .as("nobody asked for it yet")
          .isInstanceOf(Rejected.class);
      publications.askPublication(id, agent, version);
      assertThat(publications.awaiting(focalPoint)).extracting(Awaited::depositId).contains(id);
      assertThatThrownBy(() -> publications.giveVisa(id, agent, version))
          .isInstanceOf(Rejected.class);
      publications.giveVisa(id, focalPoint, version);
      publications.giveVisa(id, focalPoint, version);
      assertThat(datasets.get(dataset.id()).visibility()).isEqualTo(Visibility.SANDBOX);
      publications.giveVisa(id, facilitator, version);
    }
    assertThat(datasets.get(dataset.id()).visibility()).isEqualTo(Visibility.PUBLISHED);
    assertThat(datasets.get(dataset.id()).current().description()).isEqualTo(draft.description());
    assertThat(deposits.get(id, agent).published()).isTrue();
    assertThatThrownBy(() -> mends.undo(id, agent, "x")).isInstanceOf(Rejected.class);

    UUID next =
        deposits.receive(
            agent, dataset.id(), "2023.csv", new ByteArrayInputStream(MESSY.getBytes(WINDOWS)));
    assertThat(done(next).accepted())
        .as("the same repairs, but no cell of the file before")
        .extracting(Proposal::id)
        .isEqualTo(made);
    assertThatThrownBy(() -> deposits.renewable(stranger, dataset.id()))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void anotherAuthorityIsToldThatThereIsNoSuchDeposit() throws Exception {
    UUID id = received("a.csv", MESSY.getBytes(WINDOWS));

    assertThatThrownBy(() -> deposits.get(id, stranger))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> assertThat(rejected.problem()).isEqualTo(DepositProblem.NO_SUCH_DEPOSIT));
    assertThatThrownBy(() -> deposits.job(id, stranger)).isInstanceOf(Rejected.class);
    assertThat(deposits.listFor(stranger)).isEmpty();
    assertThat(deposits.listFor(focalPoint)).extracting(DepositLine::id).contains(id);
    assertThat(deposits.get(id, facilitator).id()).isEqualTo(id);
  }

  @Test
  void repairsAreAcceptedOnceAndUndoneInAnyOrder() throws Exception {
    UUID id = received("a.csv", MESSY.getBytes(WINDOWS));
    deposits.confirmReading(id, agent, 0);
    List<Proposal> proposed = deposits.get(id, agent).open();
    assertThat(proposed).hasSizeGreaterThan(1);
    String first = proposed.get(0).id();
    String second = proposed.get(1).id();

    mends.accept(id, agent, first);
    mends.accept(id, focalPoint, second);
    mends.accept(id, agent, first);
    assertThat(accepted(id)).containsExactly(first, second);

    mends.undo(id, agent, first);
    mends.undo(id, agent, first);
    assertThat(accepted(id)).containsExactly(second);
  }

  @Test
  void aFileThatIsNotATableIsRefusedWithAReason() throws Exception {
    byte[] image = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H'};
    UUID id = received("photo.csv", image);

    assertThat(deposits.get(id, agent).refused()).isTrue();
    assertThat(deposits.listFor(agent))
        .filteredOn(line -> line.id().equals(id))
        .extracting(DepositLine::refused)
        .containsExactly(true);
  }

  @Test
  void readingAgainReplacesWhatWasMadeOfTheFirstReading() throws Exception {
    UUID id = received("a.csv", MESSY.getBytes(WINDOWS));
    deposits.reread(id, agent, 0, ReadOptions.NONE.withHeaderRows(List.of()), null);
    Deposit again = done(id);

    assertThat(again.inspected().reading()).isNotNull();
    assertThat(again.step()).isEqualTo(Step.READING);
    assertThat(again.outcome()).isNull();
  }

  @Test
  void repairsAcceptedWhileOthersAreAppliedAreNotForgotten() throws Exception {
    UUID id = received("a.csv", MESSY.getBytes(WINDOWS));
    deposits.confirmReading(id, agent, 0);
    String step = deposits.get(id, agent).open().get(0).id();
    int number = rows.startJob(id, Job.REPAIR);

    mends.accept(id, focalPoint, step);

    assertThat(deposits.job(id).running()).isFalse();
    assertThat(rows.findForJob(id, number)).isEmpty();
    mends.applyMends(id, agent);
    assertThat(done(id).written().export().after()).isNotNull();
    assertThat(accepted(id)).containsExactly(step);
  }

  @Test
  void nothingIsDecidedWhileTheFileIsReadAgain() throws Exception {
    UUID id = received("a.csv", MESSY.getBytes(WINDOWS));
    int number = rows.startJob(id, Job.INSPECT);

    assertThatThrownBy(() -> mends.applyMends(id, agent)).isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> mends.acceptCertain(id, agent)).isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> deposits.confirmReading(id, agent, 0)).isInstanceOf(Rejected.class);

    rows.failed(id, number, null);
    deposits.retry(id, agent);
    assertThat(deposits.job(id).job()).isIn(Job.INSPECT, null);
    assertThat(done(id).outcome()).isNull();
  }

  @Test
  void aColleagueIsNotOverwrittenUnseen() throws Exception {
    UUID id = received("a.csv", MESSY.getBytes(WINDOWS));
    mends.applyMends(id, agent);
    Deposit seen = done(id);
    Draft draft = describing.of(seen).draft();
    publications.describe(id, focalPoint, seen.described().revision(), draft);
    Draft other =
        new Draft(
            "Autre titre",
            draft.summary(),
            draft.keywords(),
            draft.theme(),
            draft.territory(),
            License.ODBL,
            draft.frequency(),
            draft.contact(),
            draft.period(),
            draft.columns());

    assertThatThrownBy(
            () -> publications.describe(id, focalPoint, seen.described().revision(), other))
        .as("one's own other tab counts too")
        .isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> publications.describe(id, agent, seen.described().revision(), other))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> assertThat(rejected.problem()).isEqualTo(DepositProblem.CHANGED_MEANWHILE));
    publications.describe(id, agent, deposits.get(id, agent).described().revision(), other);
    assertThat(deposits.get(id, agent).draft()).isEqualTo(other);
  }

  /** What a server killed in the middle of a job leaves: a task taken by one who is no more. */
  @Test
  void theJobOfAKilledServerIsTakenOver() throws Exception {
    UUID id = received("a.csv", MESSY.getBytes(WINDOWS));
    int number = rows.startJob(id, Job.INSPECT);
    jdbc.sql(
            """
            insert into deposit.scheduled_task (task_name, task_instance, execution_time, picked,
              picked_by, last_heartbeat, version)
            values ('deposit', :instance, now() - interval '1 minute', true, 'killed',
              now() - interval '1 minute', 1)
            """)
        .param("instance", id + " " + number)
        .update();

    assertThat(done(id).inspected().reading()).isNotNull();
  }

  private List<String> accepted(UUID id) {
    return deposits.get(id, agent).accepted().stream().map(Proposal::id).toList();
  }

  private UUID received(String name, byte[] content) throws IOException, InterruptedException {
    UUID id = deposits.receive(agent, name, new ByteArrayInputStream(content));
    done(id);
    return id;
  }

  private Deposit done(UUID id) throws InterruptedException {
    for (int i = 0; i < 600 && deposits.job(id).running(); i++) {
      Thread.sleep(50);
    }
    assertThat(deposits.job(id).running()).as("the job ends within 30 s").isFalse();
    assertThat(deposits.job(id).failed()).as("the job failed").isFalse();
    return deposits.get(id, agent);
  }

  private LocalAuthority authority(String name) {
    return organizations.search(name, 20).stream()
        .filter(one -> one.kind() == LocalAuthority.Kind.COMMUNE && one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Person person(String name, Role role, @Nullable UUID organization) {
    String email = name.toLowerCase(Locale.ROOT) + "@exemple.fr";
    return accounts
        .findByEmail(email)
        .orElseGet(
            () -> accounts.open(email, name, role, organization, "un-long-secret-de-" + name));
  }
}
