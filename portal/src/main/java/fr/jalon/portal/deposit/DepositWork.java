package fr.jalon.portal.deposit;

import fr.jalon.engine.Export;
import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Onto;
import fr.jalon.engine.Progress;
import fr.jalon.engine.export.SeenRows;
import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.table.Refusal;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Datasets;
import fr.jalon.portal.catalog.Distribution;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.storage.StoredFile;
import fr.jalon.portal.worker.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a job does: hands the file to a worker, waits, keeps the answer. Safe to be done twice: the
 * files are kept under their hash, the answer is one statement.
 */
@Component
class DepositWork {
  private final DepositRows rows;
  private final DepositTables tables;
  private final Storage storage;
  private final Workers workers;
  private final Organizations organizations;
  private final Datasets datasets;
  private final Comparison comparison;

  DepositWork(
      DepositRows rows,
      DepositTables tables,
      Storage storage,
      Workers workers,
      Organizations organizations,
      Datasets datasets,
      Comparison comparison) {
    this.datasets = datasets;
    this.comparison = comparison;
    this.rows = rows;
    this.tables = tables;
    this.storage = storage;
    this.workers = workers;
    this.organizations = organizations;
  }

  /** True when the repairs come next: the person went on already, and nothing is left to decide. */
  boolean run(UUID depositId, int number) {
    Deposit deposit = rows.findForJob(depositId, number).orElse(null);
    return deposit != null && run(deposit, number);
  }

  private boolean run(Deposit deposit, int number) {
    try {
      if (deposit.job().job() == Job.INSPECT) {
        return inspect(deposit, number) && goesOn(deposit.id());
      }
      repair(deposit, number);
      return false;
    } catch (IOException failed) {
      throw new UncheckedIOException("deposit " + deposit.id() + ", job " + number, failed);
    }
  }

  private boolean goesOn(UUID id) {
    return rows.find(id)
        .filter(read -> !read.published() && !read.refused() && !read.job().running())
        .filter(read -> read.step().compareTo(Step.DESCRIPTION) >= 0)
        .filter(read -> read.undecided().isEmpty() && read.clean())
        .isPresent();
  }

  private boolean inspect(Deposit deposit, int number) throws IOException {
    List<Proposal> before = acceptedBefore(deposit);
    List<Proposal> recipe = rows.listReplay(deposit.id());
    Deposit.Protection protection = protectedAsBefore(deposit);
    Looked looked =
        look(deposit, options(deposit, protection).withEdits(edits(before, recipe)), number);
    Inspection inspection = looked.inspection();
    Replayed replayed = Replayed.of(before, recipe, inspection);
    List<Proposal> apart =
        deposit.inspection() == null ? askedAgain(deposit.datasetId()) : replayed.apart();
    return tables.inspected(
        deposit.id(), number, replayed.inspection(), looked.rows(), replayed.accepted(), apart);
  }

  /**
   * @param rows hash of the rows seen, null when the file cannot be read
   */
  private record Looked(Inspection inspection, @Nullable String rows) {}

  private Looked look(Deposit deposit, InspectOptions options, int number) throws IOException {
    Path out = storage.newFolder();
    try {
      Inspection inspection =
          workers.inspect(
              storage.path(deposit.sha256()),
              deposit.fileName(),
              options,
              out,
              progress(deposit.id(), number));
      boolean read = inspection.refusal() == null;
      return new Looked(inspection, read ? storage.put(out.resolve(SeenRows.FILE)).sha256() : null);
    } finally {
      storage.removeFolder(out);
    }
  }

  private static List<Proposal> edits(List<Proposal> before, List<Proposal> recipe) {
    List<Proposal> all = new ArrayList<>(before);
    all.addAll(recipe);
    all.removeIf(RowsAside::isAskedAgain);
    return all;
  }

  /**
   * Rows set aside by their numbers were those of that file: whoever deposits this one is asked.
   */
  private List<Proposal> askedAgain(@Nullable UUID datasetId) {
    return datasetId == null
        ? List.of()
        : rows.listRecipe(datasetId).stream()
            .filter(RowsAside::is)
            .map(RowsAside::askedAgain)
            .toList();
  }

  /**
   * What was accepted before: on earlier readings of this file, or, at the first reading, on the
   * last version of the dataset it renews.
   */
  private List<Proposal> acceptedBefore(Deposit deposit) {
    UUID datasetId = deposit.datasetId();
    if (deposit.inspection() == null && datasetId != null) {
      // Cells mended by hand were those of that file: nobody asked for them on this one.
      return rows.listRecipe(datasetId).stream()
          .filter(step -> !CellEdit.is(step) && !RowsAside.is(step))
          .toList();
    }
    List<Proposal> before = new ArrayList<>(deposit.accepted());
    rows.listSetApart(deposit.id()).stream()
        .filter(apart -> before.stream().noneMatch(step -> step.id().equals(apart.id())))
        .forEach(before::add);
    return before;
  }

  private void repair(Deposit deposit, int number) throws IOException {
    Version published = published(deposit);
    Onto onto = published == null ? null : onto(deposit.renewal(), published);
    Path out = storage.newFolder();
    try {
      Export export = write(deposit, onto, out, number);
      Refusal refusal = onto == null ? null : refusal(export);
      if (refusal != null) {
        // the rows cannot be told apart as asked: this is said, and the file taken whole instead
        rows.replaceAll(deposit.id());
        export = write(deposit, null, out, number);
      }
      if (export.files().isEmpty()) {
        rows.failed(deposit.id(), number, Replayed.culprit(export));
        return;
      }
      List<Distribution> files = kept(export, out);
      List<String> key = refusal == null ? deposit.renewal().key() : List.of();
      Compared compared =
          published == null ? null : comparison.of(published, export, files, key, refusal);
      rows.repaired(deposit.id(), number, new Outcome(export, files, compared));
    } finally {
      storage.removeFolder(out);
    }
  }

  private Export write(Deposit deposit, @Nullable Onto onto, Path out, int number)
      throws IOException {
    return workers.repair(
        storage.path(deposit.sha256()),
        deposit.fileName(),
        options(deposit, deposit.protection()),
        deposit.accepted(),
        onto,
        out,
        progress(deposit.id(), number));
  }

  private @Nullable Version published(Deposit deposit) {
    UUID datasetId = deposit.datasetId();
    return datasetId == null ? null : datasets.find(datasetId).map(Dataset::published).orElse(null);
  }

  private @Nullable Onto onto(Deposit.Renewal renewal, Version published) throws IOException {
    Distribution csv = published.findDistribution(WrittenFormat.CSV).orElse(null);
    if (csv == null) {
      return null;
    }
    Path file = storage.path(csv.sha256());
    return switch (renewal.how()) {
      case REPLACE -> null;
      case APPEND -> Onto.append(file);
      case BY_KEY -> renewal.key().isEmpty() ? null : Onto.byKey(file, renewal.key());
    };
  }

  /** Why rows could not be put onto those published, null when they could. */
  private static @Nullable Refusal refusal(Export export) {
    Refusal refusal = export.after() == null ? null : export.after().refusal();
    return refusal != null && refusal.code().startsWith("update-") ? refusal : null;
  }

  private List<Distribution> kept(Export export, Path out) throws IOException {
    List<Distribution> distributions = new ArrayList<>();
    for (Export.Written written : export.files()) {
      StoredFile file = storage.put(out.resolve(written.file()));
      distributions.add(
          new Distribution(written.format(), file.sha256(), file.size(), written.rows()));
    }
    return distributions;
  }

  /**
   * What was decided about people: for this file, or, at the first reading, for the last version of
   * the dataset it renews.
   */
  private Deposit.Protection protectedAsBefore(Deposit deposit) {
    UUID datasetId = deposit.datasetId();
    if (deposit.inspection() != null || datasetId == null) {
      return deposit.protection();
    }
    List<Decision> before = rows.listDecisionsOfRecipe(datasetId);
    before.forEach(decision -> rows.decide(deposit.id(), decision));
    return new Deposit.Protection(before, false);
  }

  private InspectOptions options(Deposit deposit, Deposit.Protection protection) {
    LocalAuthority authority = organizations.get(deposit.organizationId());
    return new InspectOptions(
            deposit.reading(),
            deposit.schema(),
            new InspectOptions.Depositor(authority.name(), authority.siren(), authority.insee()))
        .withProtections(protection.mends(), protection.kept());
  }

  private Progress progress(UUID depositId, int number) {
    return new Progress() {
      private static final long PAUSE = Duration.ofMillis(300).toNanos();
      private long last = System.nanoTime() - PAUSE;

      @Override
      public synchronized void at(String stage, double share) {
        long now = System.nanoTime();
        if (now - last >= PAUSE) {
          last = now;
          rows.progress(depositId, number, stage, share);
        }
      }
    };
  }
}
