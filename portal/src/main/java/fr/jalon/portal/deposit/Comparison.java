package fr.jalon.portal.deposit;

import fr.jalon.engine.Export;
import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.query.Difference;
import fr.jalon.engine.query.Differences;
import fr.jalon.engine.query.KeyCandidate;
import fr.jalon.engine.query.KeyHints;
import fr.jalon.engine.query.QueryProblem;
import fr.jalon.engine.query.RowsSettings;
import fr.jalon.engine.table.Refusal;
import fr.jalon.portal.catalog.Distribution;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.storage.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares what was just written with what is published, row by row. */
@Component
class Comparison {
  /** What DuckDB may use beside Java's heap; larger tables spill in a work folder. */
  private static final int MEMORY_MEGABYTES = 384;

  /** Beyond it, people are told how many rows there were and are, and no more. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The widest table that the comparison is tried on. */
  private static final int MOST_COLUMNS = 1000;

  private final Storage storage;

  Comparison(Storage storage) {
    this.storage = storage;
  }

  /**
   * @param chosen the key a person chose, none to take the likeliest
   * @param refusal why the rows could not be updated as asked, null when they could
   */
  Compared of(
      Version published,
      Export export,
      List<Distribution> written,
      List<String> chosen,
      @Nullable Refusal refusal)
      throws IOException {
    Optional<Distribution> before = published.findDistribution(WrittenFormat.PARQUET);
    Optional<Distribution> after =
        written.stream().filter(file -> file.format() == WrittenFormat.PARQUET).findFirst();
    boolean wide = Math.max(published.columns().size(), export.columns().size()) > MOST_COLUMNS;
    if (before.isEmpty() || after.isEmpty() || wide) {
      return new Compared(published.id(), null, List.of(), refusal);
    }
    Path spill = storage.newFolder();
    RowsSettings settings =
        new RowsSettings(storage.folder(), spill, MEMORY_MEGABYTES, 2, 1, PATIENCE);
    try (Differences differences = new Differences(settings)) {
      Path old = storage.path(before.get().sha256());
      Path fresh = storage.path(after.get().sha256());
      List<KeyCandidate> keys =
          differences.keys(old, fresh, new KeyHints(List.of(), kinds(export)));
      Difference difference = differences.compare(old, fresh, key(chosen, keys));
      return new Compared(published.id(), difference, keys, refusal);
    } catch (QueryProblem tooMuch) {
      return new Compared(published.id(), null, List.of(), refusal);
    } finally {
      storage.removeFolder(spill);
    }
  }

  /** The key chosen; else the likeliest, unless its columns may tell rows apart by accident. */
  private static List<String> key(List<String> chosen, List<KeyCandidate> keys) {
    if (!chosen.isEmpty()) {
      return chosen;
    }
    return keys.stream()
        .filter(key -> key.likeness() != KeyCandidate.Likeness.ORDINARY)
        .findFirst()
        .map(KeyCandidate::columns)
        .orElse(List.of());
  }

  private static Map<String, Kind> kinds(Export export) {
    return export.columns().stream()
        .collect(
            Collectors.toMap(
                Export.WrittenColumn::name, Export.WrittenColumn::kind, (one, other) -> one));
  }
}
