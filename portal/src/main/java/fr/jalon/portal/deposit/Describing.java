package fr.jalon.portal.deposit;

import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.query.QueryProblem;
import fr.jalon.engine.query.Rows;
import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Datasets;
import fr.jalon.portal.catalog.Distribution;
import fr.jalon.portal.catalog.MetadataFacts;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.deposit.describe.ColumnValues;
import fr.jalon.portal.deposit.describe.Describer;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.web.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Proposes the description of a deposit, from its table and from what its authority published. */
@Component
class Describing {
  /** Different codes looked at to find a territory: as many as France has communes, and some. */
  private static final int MOST_CODES = 40_000;

  private final Rows rows;
  private final Storage storage;
  private final Organizations organizations;
  private final Datasets datasets;
  private final Accounts accounts;
  private final Clock clock;

  Describing(
      Rows rows,
      Storage storage,
      Organizations organizations,
      Datasets datasets,
      Accounts accounts,
      Clock clock) {
    this.rows = rows;
    this.storage = storage;
    this.organizations = organizations;
    this.datasets = datasets;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** What is proposed for a deposit whose table was written. */
  Suggestions of(Deposit deposit) {
    Outcome outcome = deposit.written();
    Describer describer =
        new Describer(
            deposit.inspected(),
            deposit.seen(),
            outcome.export().columns(),
            deposit.fileName(),
            organizations.get(deposit.organizationId()),
            values(outcome));
    Suggestions fresh =
        Suggestions.of(describer.describe(corrections(deposit)), contact(deposit.organizationId()));
    UUID datasetId = deposit.datasetId();
    Version before =
        datasetId == null ? null : datasets.find(datasetId).map(Dataset::published).orElse(null);
    return before == null ? fresh : fresh.after(before);
  }

  /** What scores look at, were this description published now. */
  MetadataFacts facts(Draft draft, Outcome outcome) {
    return new MetadataFacts(
        draft.summary(),
        draft.keywords(),
        draft.theme(),
        draft.territory(),
        draft.period(),
        draft.frequency(),
        draft.license(),
        draft.contact(),
        outcome.distributions().stream().map(Distribution::format).toList(),
        !draft.columns().isEmpty(),
        clock.instant());
  }

  /** As many as the page of the dataset will tell. */
  private static int corrections(Deposit deposit) {
    return Corrections.sentences(deposit.applied(), Messages.FRENCH).size();
  }

  /**
   * The address the authority's other datasets give, the last published first; never one that
   * somebody signs in with.
   */
  private String contact(UUID organizationId) {
    return datasets.listOf(organizationId).stream()
        .flatMap(dataset -> Stream.ofNullable(dataset.published()))
        .flatMap(version -> Stream.ofNullable(version.description().contactEmail()))
        .filter(address -> accounts.findByEmail(address).isEmpty())
        .findFirst()
        .orElse("");
  }

  private ColumnValues values(Outcome outcome) {
    Optional<Distribution> parquet =
        outcome.distributions().stream()
            .filter(file -> file.format() == WrittenFormat.PARQUET)
            .findFirst();
    return column ->
        parquet.map(file -> values(file, column)).orElseGet(() -> ColumnValues.FREQUENT.of(column));
  }

  private Map<String, Long> values(Distribution parquet, ColumnProfile column) {
    try {
      Map<String, Long> counts = new LinkedHashMap<>();
      rows.values(storage.path(parquet.sha256()), column.name(), List.of(), MOST_CODES)
          .top()
          .forEach(one -> counts.put(Objects.toString(one.value()), one.count()));
      return counts;
    } catch (QueryProblem busy) {
      // too many ask at once: the most frequent values are enough to propose
      return ColumnValues.FREQUENT.of(column);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
