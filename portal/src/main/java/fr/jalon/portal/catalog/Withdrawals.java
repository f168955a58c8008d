package fr.jalon.portal.catalog;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.web.Rejected;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what is published from the sight of all, and puts it back.
 *
 * <p>Each method is one transaction and asks that the person answers for the dataset ({@link
 * Standing#STEWARD}). Nothing withdrawn comes back by itself: not the version before, not the
 * versions of a withdrawn dataset whose next one is published.
 */
@Service
public class Withdrawals {
  private final JdbcClient jdbc;
  private final Datasets datasets;
  private final SearchEntries entries;
  private final Trail trail;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Withdrawals(
      JdbcClient jdbc,
      Datasets datasets,
      SearchEntries entries,
      Trail trail,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.datasets = datasets;
    this.entries = entries;
    this.trail = trail;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Withdraws a dataset at once: a {@link Tombstone} answers at each of its addresses.
   *
   * @param reason for all to read
   * @param titleKept true to leave the title on the tombstone
   */
  @Transactional
  public Dataset withdraw(UUID datasetId, Person by, String reason, boolean titleKept) {
    Dataset dataset = locked(datasetId, by);
    if (dataset.tombstone() != null) {
      throw new Rejected(CatalogProblem.ALREADY_WITHDRAWN);
    }
    Withdrawal withdrawal = withdrawal(by, reason);
    withdraw(dataset, withdrawal, titleKept);
    return datasets.get(datasetId);
  }

  private void withdraw(Dataset dataset, Withdrawal withdrawal, boolean titleKept) {
    int changed =
        jdbc.sql(
                """
                update catalog.dataset
                set withdrawn_version = published_version, published_version = null,
                  withdrawn_at = :at, withdrawn_by = :by, withdrawn_role = :role,
                  withdrawal_reason = :reason, title_kept = :titleKept, updated_at = :at
                where id = :dataset and published_version is not null
                """)
            .param("at", Timestamp.from(withdrawal.at()))
            .param("by", withdrawal.by())
            .param("role", withdrawal.role().name())
            .param("reason", withdrawal.reason())
            .param("titleKept", titleKept)
            .param("dataset", dataset.id())
            .update();
    if (changed == 0) {
      throw new Rejected(CatalogProblem.NO_SUCH_DATASET);
    }
    entries.follow(dataset.id());
    trail.add(
        Trail.Line.of(dataset.id(), DatasetEvent.Kind.WITHDRAWN).because(withdrawal.reason()),
        withdrawal.by(),
        withdrawal.at());
    events.publishEvent(
        new DatasetWithdrawn(
            dataset.id(), dataset.publisherId(), withdrawal.by(), withdrawal.at()));
  }

  /** Puts a withdrawn dataset back as it was: the same version, at the same addresses. */
  @Transactional
  public Dataset restore(UUID datasetId, Person by) {
    Dataset dataset = locked(datasetId, by);
    Tombstone tombstone = dataset.tombstone();
    if (tombstone == null) {
      throw new Rejected(CatalogProblem.NOT_WITHDRAWN);
    }
    Version version = tombstone.version();
    if (version.withdrawal() != null) {
      throw new Rejected(CatalogProblem.VERSION_NOT_SEEN, version.number());
    }
    Instant now = clock.instant();
    jdbc.sql(
            """
            update catalog.dataset
            set published_version = withdrawn_version, withdrawn_version = null, withdrawn_at = null,
              withdrawn_by = null, withdrawn_role = null, withdrawal_reason = null, title_kept = false,
              updated_at = :now
            where id = :dataset
            """)
        .param("now", Timestamp.from(now))
        .param("dataset", datasetId)
        .update();
    entries.follow(datasetId);
    trail.add(
        Trail.Line.of(datasetId, DatasetEvent.Kind.RESTORED).version(version.number()),
        by.id(),
        now);
    events.publishEvent(
        new DatasetRestored(datasetId, version.id(), dataset.publisherId(), by.id(), now));
    return datasets.get(datasetId);
  }

  /**
   * Withdraws one version: its files and its words are no longer given, its number is kept. Those
   * of the same dataset that have a file of the same bytes are withdrawn with it. When the one all
   * see is among them, either another is published again in its place, or the dataset is withdrawn:
   * no earlier one comes back by itself.
   *
   * @param instead the number of the version to publish again, null for none
   */
  @Transactional
  public Dataset withdrawVersion(
      UUID datasetId, int number, Person by, String reason, @Nullable Integer instead) {
    Dataset dataset = locked(datasetId, by);
    Version version = datasets.getVersion(datasetId, number);
    if (version.withdrawal() != null) {
      throw new Rejected(CatalogProblem.ALREADY_WITHDRAWN);
    }
    Withdrawal withdrawal = withdrawal(by, reason);
    List<Version> same = datasets.listOfSameFiles(version);
    hide(dataset, version, withdrawal);
    same.forEach(one -> hide(dataset, one, withdrawal));
    Version published = dataset.published();
    if (published != null && (published.equals(version) || same.contains(published))) {
      if (instead == null) {
        withdraw(dataset, withdrawal, false);
      } else {
        datasets.publishAgain(datasetId, instead, by.id());
      }
    }
    return datasets.get(datasetId);
  }

  private void hide(Dataset dataset, Version version, Withdrawal withdrawal) {
    hide(version, withdrawal);
    trail.add(
        Trail.Line.of(dataset.id(), DatasetEvent.Kind.VERSION_WITHDRAWN)
            .version(version.number())
            .because(withdrawal.reason()),
        withdrawal.by(),
        withdrawal.at());
    events.publishEvent(
        new VersionWithdrawn(
            dataset.id(),
            version.id(),
            version.number(),
            dataset.publisherId(),
            withdrawal.by(),
            withdrawal.at()));
  }

  private void hide(Version version, Withdrawal withdrawal) {
    jdbc.sql(
            """
            update catalog.version
            set withdrawn_at = :at, withdrawn_by = :by, withdrawn_role = :role, withdrawal_reason = :reason
            where id = :version
            """)
        .param("at", Timestamp.from(withdrawal.at()))
        .param("by", withdrawal.by())
        .param("role", withdrawal.role().name())
        .param("reason", withdrawal.reason())
        .param("version", version.id())
        .update();
  }

  /** Gives the files of a version withdrawn alone to all again; a withdrawn dataset stays so. */
  @Transactional
  public Dataset restoreVersion(UUID datasetId, int number, Person by) {
    Dataset dataset = locked(datasetId, by);
    Version version = datasets.getVersion(datasetId, number);
    if (version.withdrawal() == null) {
      throw new Rejected(CatalogProblem.NOT_WITHDRAWN);
    }
    if (version.erasedAt() != null) {
      throw new Rejected(CatalogProblem.ALREADY_ERASED);
    }
    Instant now = clock.instant();
    jdbc.sql(
            """
            update catalog.version
            set withdrawn_at = null, withdrawn_by = null, withdrawn_role = null, withdrawal_reason = null
            where id = :version
            """)
        .param("version", version.id())
        .update();
    trail.add(
        Trail.Line.of(datasetId, DatasetEvent.Kind.VERSION_RESTORED).version(number), by.id(), now);
    events.publishEvent(
        new VersionRestored(datasetId, version.id(), number, dataset.publisherId(), by.id(), now));
    return datasets.get(datasetId);
  }

  /**
   * Erases a version that nobody sees any more: its files, when nothing else holds the same bytes,
   * and all that was said of it. Its number, its dates, the sizes and hashes of its files stay, to
   * tell that it existed.
   */
  @Transactional
  public Dataset erase(UUID datasetId, int number, Person by, String reason) {
    Dataset dataset = locked(datasetId, by);
    Version version = datasets.getVersion(datasetId, number);
    if (version.erasedAt() != null) {
      throw new Rejected(CatalogProblem.ALREADY_ERASED);
    }
    Withdrawal withdrawal = withdrawal(by, reason);
    if (version.withdrawal() == null) {
      if (dataset.tombstone() == null) {
        throw new Rejected(CatalogProblem.STILL_PUBLISHED);
      }
      hide(version, withdrawal);
    }
    forget(version, withdrawal.at());
    trail.add(
        Trail.Line.of(datasetId, DatasetEvent.Kind.VERSION_ERASED)
            .version(number)
            .because(withdrawal.reason()),
        by.id(),
        withdrawal.at());
    events.publishEvent(
        new VersionErased(
            datasetId, version.id(), number, dataset.publisherId(), by.id(), withdrawal.at()));
    return datasets.get(datasetId);
  }

  /** Whatever could hold a value of the files: examples, words, names of columns. */
  private void forget(Version version, Instant at) {
    jdbc.sql(
            """
            update catalog.version
            set erased_at = :at, title = '…', title_folded = '', summary = '', keywords = '{}',
              license_reference = null, contact_email = null, period = null,
              corrections = '{}', corrections_english = '{}'
            where id = :version
            """)
        .param("at", Timestamp.from(at))
        .param("version", version.id())
        .update();
    jdbc.sql("delete from catalog.version_column where version_id = :version")
        .param("version", version.id())
        .update();
    jdbc.sql(
            """
            insert into catalog.erasure (sha256, asked_at)
            select sha256, :at::timestamptz from catalog.distribution where version_id = :version
            union
            select sha256, :at::timestamptz from catalog.made_file where version_id = :version
            on conflict (sha256) do nothing
            """)
        .param("at", Timestamp.from(at))
        .param("version", version.id())
        .update();
    jdbc.sql("delete from catalog.made_file where version_id = :version")
        .param("version", version.id())
        .update();
  }

  private Dataset locked(UUID datasetId, Person by) {
    datasets.lock(datasetId);
    Dataset dataset = datasets.get(datasetId);
    return switch (Standing.of(by, dataset)) {
      case STEWARD -> dataset;
      case INSIDER -> throw new Rejected(CatalogProblem.NOT_YOURS_TO_WITHDRAW);
      case PASSER_BY -> throw new Rejected(CatalogProblem.NO_SUCH_DATASET);
    };
  }

  private Withdrawal withdrawal(Person by, String reason) {
    String said = reason.replace("\0", "").strip();
    if (said.isEmpty()) {
      throw new Rejected(CatalogProblem.REASON_MISSING);
    }
    if (said.length() > Withdrawal.LONGEST_REASON) {
      throw new Rejected(CatalogProblem.REASON_TOO_LONG, Withdrawal.LONGEST_REASON);
    }
    return new Withdrawal(clock.instant(), by.id(), by.role(), said);
  }
}
