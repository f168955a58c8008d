package fr.jalon.portal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.SampleDatasets.Sample;
import fr.jalon.portal.web.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
class WithdrawalsIT extends CatalogIT {
  private static final String REASON = "Les adresses sont trop précises.";

  @Autowired private Withdrawals withdrawals;
  @Autowired private Trail trail;
  @Autowired private Erasures erasures;
  @Autowired private JdbcClient jdbc;
  @Autowired private ApplicationEvents events;

  private Person steward = new Person(UUID.randomUUID(), "", "", Role.ADMINISTRATOR, null);

  @BeforeEach
  void someoneAnswers() {
    steward = person(Role.FOCAL_POINT, "chateauroux");
  }

  @Test
  void withdrawsAndPutsBackTheSameVersion() {
    Dataset before = samples().publish(sample("un", 3));

    Dataset withdrawn = withdrawals.withdraw(before.id(), steward, " " + REASON + "\n", false);

    assertThat(withdrawn.visibility()).isEqualTo(Visibility.WITHDRAWN);
    assertThat(withdrawn.published()).isNull();
    Tombstone tombstone = tombstone(withdrawn);
    assertThat(tombstone.withdrawal().reason()).isEqualTo(REASON);
    assertThat(tombstone.withdrawal().role()).isEqualTo(Role.FOCAL_POINT);
    assertThat(tombstone.title()).isEmpty();
    assertThat(events.stream(DatasetWithdrawn.class)).hasSize(1);

    Dataset back = withdrawals.restore(before.id(), steward);
    assertThat(back.published()).isEqualTo(before.published());
    assertThat(back.tombstone()).isNull();
    assertThat(events.stream(DatasetRestored.class)).hasSize(1);
    assertThat(trail.list(before.id()))
        .extracting(DatasetEvent::kind)
        .containsExactly(
            DatasetEvent.Kind.RESTORED,
            DatasetEvent.Kind.WITHDRAWN,
            DatasetEvent.Kind.PUBLISHED,
            DatasetEvent.Kind.REHEARSED);
    assertThat(trail.list(before.id()).get(1))
        .extracting(DatasetEvent::who, DatasetEvent::role, DatasetEvent::reason)
        .containsExactly("Dominique", Role.FOCAL_POINT, REASON);
  }

  @Test
  void isForThoseWhoAnswerForTheDatasetWithAReasonAndOnce() {
    UUID id = samples().publish(sample("deux", 3)).id();
    Person agent = person(Role.AGENT, "chateauroux");
    Person elsewhere = person(Role.FOCAL_POINT, "vendome");

    refused(CatalogProblem.NOT_YOURS_TO_WITHDRAW, () -> withdraw(id, agent, REASON));
    refused(CatalogProblem.NO_SUCH_DATASET, () -> withdraw(id, elsewhere, REASON));
    refused(CatalogProblem.REASON_MISSING, () -> withdraw(id, steward, " \n "));
    refused(CatalogProblem.REASON_TOO_LONG, () -> withdraw(id, steward, "x".repeat(1001)));
    refused(CatalogProblem.NOT_WITHDRAWN, () -> withdrawals.restore(id, steward));
    assertThat(datasets.get(id).visibility()).isEqualTo(Visibility.PUBLISHED);

    withdraw(id, person(Role.FACILITATOR, null), REASON);
    refused(CatalogProblem.ALREADY_WITHDRAWN, () -> withdraw(id, steward, REASON));
    refused(CatalogProblem.NOT_YOURS_TO_WITHDRAW, () -> withdrawals.restore(id, agent));
    withdrawals.restore(id, person(Role.ADMINISTRATOR, null));
  }

  @Test
  void restoresAnEarlierVersionByteForByteUnderTheNextNumber() throws IOException {
    Dataset a = samples().publish(sample("A", 40));
    Map<WrittenFormat, byte[]> files = bytes(a.current());
    Dataset b = renew(a, sample("B", 25));
    assertThat(bytes(b.current()).get(WrittenFormat.CSV))
        .isNotEqualTo(files.get(WrittenFormat.CSV));

    Dataset again = datasets.publishAgain(a.id(), 1, steward.id());

    Version third = again.current();
    assertThat(third.number()).isEqualTo(3);
    assertThat(third.repeats()).isEqualTo(1);
    Map<WrittenFormat, byte[]> restored = bytes(third);
    assertThat(restored.keySet()).isEqualTo(files.keySet());
    files.forEach((format, content) -> assertThat(restored.get(format)).isEqualTo(content));
    assertThat(third.description()).isEqualTo(a.current().description());
    assertThat(third.columns()).isEqualTo(a.current().columns());
    assertThat(third.distributions()).isEqualTo(a.current().distributions());
    assertThat(datasets.listVersions(a.id())).extracting(Version::number).containsExactly(3, 2, 1);
    assertThat(page("/jeux-de-donnees?q=" + "marque+A").replaceAll("</?mark>", ""))
        .contains(a.title());
    refused(CatalogProblem.ALREADY_PUBLISHED, () -> datasets.publishAgain(a.id(), 3, steward.id()));
    refused(CatalogProblem.NO_SUCH_VERSION, () -> datasets.publishAgain(a.id(), 4, steward.id()));
  }

  @Test
  void givesNumbersWithoutGapToThoseWhoRestoreTogether() throws Exception {
    Dataset dataset = renew(samples().publish(sample("un", 3)), sample("deux", 4));
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> made = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        made.add(
            pool.submit(
                () -> datasets.publishAgain(dataset.id(), 1, steward.id()).current().number()));
      }
      for (Future<Integer> one : made) {
        one.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(datasets.listVersions(dataset.id()))
        .extracting(Version::number)
        .containsExactly(18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
    assertThat(datasets.get(dataset.id()).current().number()).isEqualTo(18);
  }

  @Test
  void bringsNoEarlierVersionBackByItself() {
    Dataset dataset = renew(samples().publish(sample("un", 3)), sample("deux", 4));

    Dataset after = withdrawals.withdrawVersion(dataset.id(), 2, steward, REASON, null);

    assertThat(after.visibility()).isEqualTo(Visibility.WITHDRAWN);
    assertThat(events.stream(VersionWithdrawn.class)).hasSize(1);
    assertThat(events.stream(DatasetWithdrawn.class)).hasSize(1);
    refused(CatalogProblem.VERSION_NOT_SEEN, () -> withdrawals.restore(dataset.id(), steward));
    withdrawals.restoreVersion(dataset.id(), 2, steward);
    assertThat(withdrawals.restore(dataset.id(), steward).current().number()).isEqualTo(2);
  }

  @Test
  void putsTheVersionChosenInThePlaceOfTheOneWithdrawn() {
    Dataset dataset = renew(samples().publish(sample("un", 3)), sample("deux", 4));
    refused(
        CatalogProblem.VERSION_NOT_SEEN,
        () -> withdrawals.withdrawVersion(dataset.id(), 2, steward, REASON, 2));

    Dataset after = withdrawals.withdrawVersion(dataset.id(), 2, steward, REASON, 1);

    assertThat(after.visibility()).isEqualTo(Visibility.PUBLISHED);
    assertThat(after.current().number()).isEqualTo(3);
    assertThat(after.current().rows()).isEqualTo(3);
    assertThat(numbers(after, false)).containsExactly(3, 1);
    assertThat(numbers(after, true)).containsExactly(2);
  }

  @Test
  void hidesStillWhatAWithdrawnDatasetHidWhenItsNextVersionIsPublished() {
    Dataset dataset = renew(samples().publish(sample("un", 3)), sample("deux", 4));
    withdraw(dataset.id(), steward, REASON);

    Dataset after = renew(dataset, sample("trois", 5));

    assertThat(after.visibility()).isEqualTo(Visibility.PUBLISHED);
    assertThat(numbers(after, false)).containsExactly(3);
    assertThat(numbers(after, true)).containsExactly(2, 1);
    assertThat(datasets.getVersion(dataset.id(), 1).withdrawal())
        .extracting(Withdrawal::reason)
        .isEqualTo(REASON);

    withdraw(dataset.id(), steward, "Encore.");
    withdrawals.restoreVersion(dataset.id(), 1, steward);
    Dataset again = datasets.publishAgain(dataset.id(), 1, steward.id());
    assertThat(numbers(again, false)).containsExactly(4, 1);
    assertThat(numbers(again, true)).containsExactly(3, 2);
  }

  @Test
  void erasesAVersionToTheLastByteAndKeepsTheTraceOfIt() {
    String mark = "effacez-moi-" + UUID.randomUUID();
    Dataset dataset = samples().publish(sample(mark, 12));
    Version first = dataset.current();
    Version second = renew(dataset, sample("autre", 13)).current();
    refused(
        CatalogProblem.STILL_PUBLISHED, () -> withdrawals.erase(dataset.id(), 1, steward, REASON));
    withdrawals.withdrawVersion(dataset.id(), 1, steward, REASON, null);

    withdrawals.erase(dataset.id(), 1, steward, REASON);

    assertThat(first.distributions()).noneMatch(file -> storage.has(file.sha256()));
    assertThat(second.distributions()).allMatch(file -> storage.has(file.sha256()));
    Version erased = datasets.getVersion(dataset.id(), 1);
    assertThat(erased.erasedAt()).isNotNull();
    assertThat(erased.rows()).isEqualTo(12);
    assertThat(erased.distributions()).isEqualTo(first.distributions());
    assertThat(kept(mark)).as("tables of ours that still hold the mark").isEmpty();
    assertThat(events.stream(VersionErased.class)).hasSize(1);
    refused(
        CatalogProblem.ALREADY_ERASED, () -> withdrawals.restoreVersion(dataset.id(), 1, steward));
    refused(
        CatalogProblem.ALREADY_ERASED, () -> withdrawals.erase(dataset.id(), 1, steward, REASON));
    refused(
        CatalogProblem.VERSION_NOT_SEEN,
        () -> datasets.publishAgain(dataset.id(), 1, steward.id()));
    assertThat(datasets.listVersions(dataset.id()))
        .extracting(Version::number)
        .containsExactly(2, 1);
  }

  @Test
  void withdrawsWithAVersionThoseOfTheSameBytes() {
    Dataset dataset = samples().publish(sample("jumelle", 14));
    renew(dataset, sample("autre", 15));
    datasets.publishAgain(dataset.id(), 1, steward.id());
    refused(
        CatalogProblem.VERSION_NOT_SEEN,
        () -> withdrawals.withdrawVersion(dataset.id(), 3, steward, REASON, 1));

    Dataset after = withdrawals.withdrawVersion(dataset.id(), 1, steward, REASON, 2);

    assertThat(numbers(after, true)).containsExactly(3, 1);
    assertThat(numbers(after, false)).containsExactly(4, 2);
    assertThat(after.current().number()).isEqualTo(4);
    assertThat(page("/jeux-de-donnees/" + dataset.slug())).doesNotContain("marque jumelle");
  }

  @Test
  void keepsTheBytesThatAnotherVersionNeedsUntilItIsErasedToo() {
    Dataset dataset = samples().publish(sample("partage", 17));
    Version first = dataset.current();
    renew(dataset, sample("autre", 18));
    datasets.publishAgain(dataset.id(), 1, steward.id());

    withdrawals.withdrawVersion(dataset.id(), 1, steward, REASON, 2);
    withdrawals.erase(dataset.id(), 1, steward, REASON);
    assertThat(first.distributions()).allMatch(file -> storage.has(file.sha256()));

    withdrawals.erase(dataset.id(), 3, steward, REASON);
    assertThat(first.distributions()).noneMatch(file -> storage.has(file.sha256()));
  }

  @Test
  void goesOnWithAnErasureThatAKillCutShort() {
    Dataset dataset = samples().publish(sample("coupure", 16));
    Version version = dataset.current();
    withdraw(dataset.id(), steward, REASON);
    jdbc.sql(
            "update catalog.version set erased_at = now(), withdrawn_at = now(), withdrawn_by = id,"
                + " withdrawn_role = 'ADMINISTRATOR', withdrawal_reason = 'x' where id = ?")
        .param(version.id())
        .update();
    jdbc.sql(
            "insert into catalog.erasure select distinct sha256, now() from catalog.distribution where version_id = ?")
        .param(version.id())
        .update();

    erasures.run();

    assertThat(version.distributions()).noneMatch(file -> storage.has(file.sha256()));
    assertThat(jdbc.sql("select count(*) from catalog.erasure").query(Long.class).single())
        .isZero();
  }

  private static Sample sample(String mark, int rows) {
    return SampleDatasets.trees(rows).marked("marque " + mark);
  }

  private Dataset renew(Dataset dataset, Sample sample) {
    Version next = samples().putInSandbox(sample, dataset.id()).sandbox();
    if (next == null) {
      throw new AssertionError("nothing in the sandbox");
    }
    return datasets.publish(dataset.id(), next.id(), steward.id());
  }

  private void withdraw(UUID id, Person by, String reason) {
    withdrawals.withdraw(id, by, reason, true);
  }

  private List<Integer> numbers(Dataset dataset, boolean withdrawn) {
    return datasets.listVersions(dataset.id()).stream()
        .filter(version -> (version.withdrawal() != null) == withdrawn)
        .map(Version::number)
        .toList();
  }

  private Map<WrittenFormat, byte[]> bytes(Version version) throws IOException {
    Map<WrittenFormat, byte[]> files = new TreeMap<>();
    for (Distribution file : version.distributions()) {
      files.put(file.format(), Files.readAllBytes(storage.path(file.sha256())));
    }
    return files;
  }

  /** The tables of the catalog in which a text still is, whatever the column. */
  private List<String> kept(String text) {
    return jdbc
        .sql("select tablename from pg_tables where schemaname = 'catalog'")
        .query(String.class)
        .list()
        .stream()
        .filter(
            table ->
                jdbc.sql(
                        "select exists (select 1 from catalog."
                            + table
                            + " t where t::text like :text)")
                    .param("text", "%" + text + "%")
                    .query(Boolean.class)
                    .single())
        .filter(table -> !table.equals("slug") && !table.equals("dataset"))
        .toList();
  }

  private static Tombstone tombstone(Dataset dataset) {
    Tombstone tombstone = dataset.tombstone();
    if (tombstone == null) {
      throw new AssertionError("no tombstone on " + dataset.id());
    }
    return tombstone;
  }

  private static void refused(CatalogProblem problem, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.problem()).isEqualTo(problem));
  }
}
