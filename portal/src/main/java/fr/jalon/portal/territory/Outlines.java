package fr.jalon.portal.territory;

import fr.jalon.engine.Export;
import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Progress;
import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.storage.StoredFile;
import fr.jalon.portal.storage.StoredFileUser;
import fr.jalon.portal.storage.UnusedFiles;
import fr.jalon.portal.web.Rejected;
import fr.jalon.portal.worker.MachineTrouble;
import fr.jalon.portal.worker.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the outlines of communes: those loaded last, or none. */
@Service
public class Outlines implements StoredFileUser {
  /** A file of which fewer shapes are communes is of something else: quarters, parcels, regions. */
  static final double FEWEST_COMMUNES = 0.8;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Workers workers;
  private final Storage storage;
  private final UnusedFiles unused;
  private final Organizations organizations;
  private final Clock clock;

  /** Looked at for each picture of a map; changed once a year. */
  private volatile @Nullable Known known;

  Outlines(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Workers workers,
      Storage storage,
      @Lazy UnusedFiles unused,
      Organizations organizations,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.workers = workers;
    this.storage = storage;
    this.unused = unused;
    this.organizations = organizations;
    this.clock = clock;
  }

  /**
   * Outlines as they are kept.
   *
   * @param sha256 of the GeoJSON file of ours that holds them, a row a shape
   * @param source whose they are, as it is said under the maps
   */
  public record Loaded(UUID id, String sha256, String source, int communes, Instant at) {}

  private record Known(Optional<Loaded> loaded, Map<Long, String> names, Instant at) {}

  /** What is loaded is asked again after so long: another server may have loaded others. */
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  /** Those loaded last, nothing when nobody loaded any. */
  public Optional<Loaded> find() {
    return known().loaded();
  }

  /** The name of the commune at a 1-based row, "" when it is none we know. */
  public String name(long row) {
    return known().names().getOrDefault(row, "");
  }

  private Known known() {
    Known last = known;
    if (last == null || last.at().plus(REMEMBERED).isBefore(clock.instant())) {
      last = read();
      known = last;
    }
    return last;
  }

  private Known read() {
    Optional<Loaded> loaded =
        jdbc.sql(
                """
                select id, sha256, source, communes, loaded_at from territory.outlines
                order by loaded_at desc limit 1
                """)
            .query(
                (row, number) ->
                    new Loaded(
                        row.getObject("id", UUID.class),
                        row.getString("sha256"),
                        row.getString("source"),
                        row.getInt("communes"),
                        row.getTimestamp("loaded_at").toInstant()))
            .optional();
    Map<Long, String> names = new TreeMap<>();
    loaded.ifPresent(
        one ->
            jdbc.sql("select row, name from territory.outline where outlines_id = ?")
                .param(one.id())
                .query((row, number) -> names.put(row.getLong("row"), row.getString("name")))
                .list());
    return new Known(loaded, names, clock.instant());
  }

  /**
   * Reads a file in a worker and takes the place of the outlines before.
   *
   * @param name of the file, a label
   * @throws Rejected with a {@link TerritoryProblem}
   */
  public Loaded load(Path file, String name, String source) throws IOException {
    if (source.isBlank()) {
      throw new Rejected(TerritoryProblem.SOURCE_MISSING);
    }
    Path out = storage.newFolder();
    try {
      Path geoJson = written(file, name, out);
      CommuneCodes codes = CommuneCodes.read(geoJson);
      Map<String, String> names = organizations.findCommuneNames(codes.all());
      Map<Long, String> communes = codes.best(names.keySet());
      if (communes.size() < FEWEST_COMMUNES * codes.shapes()) {
        throw new Rejected(TerritoryProblem.NO_CODES, codes.shapes(), communes.size());
      }
      if (!codes.isNearFrance()) {
        throw new Rejected(TerritoryProblem.ELSEWHERE);
      }
      StoredFile kept = storage.put(geoJson);
      Loaded loaded =
          new Loaded(
              UUID.randomUUID(), kept.sha256(), source.strip(), communes.size(), clock.instant());
      List<String> former = replace(loaded, communes, names);
      known = null;
      for (String sha256 : former) {
        if (!sha256.equals(kept.sha256())) {
          unused.remove(sha256);
        }
      }
      return loaded;
    } finally {
      storage.removeFolder(out);
    }
  }

  /** The GeoJSON that a worker made of it. */
  private Path written(Path file, String name, Path out) throws IOException {
    try {
      Inspection inspection = workers.inspect(file, name, InspectOptions.NONE, Progress.NONE);
      if (inspection.refusal() != null) {
        throw new Rejected(TerritoryProblem.NOT_READ);
      }
      Export export =
          workers.repair(file, name, InspectOptions.NONE, List.of(), out, Progress.NONE);
      return export.files().stream()
          .filter(one -> one.format() == WrittenFormat.GEOJSON)
          .map(one -> out.resolve(one.file()))
          .findFirst()
          .orElseThrow(() -> new Rejected(TerritoryProblem.NO_SHAPES));
    } catch (MachineTrouble trouble) {
      throw new Rejected(TerritoryProblem.BUSY);
    }
  }

  /** In one transaction; the files of those before. */
  private List<String> replace(
      Loaded loaded, Map<Long, String> communes, Map<String, String> names) {
    return transaction.execute(
        status -> {
          List<String> former =
              jdbc.sql("delete from territory.outlines returning sha256")
                  .query(String.class)
                  .list();
          jdbc.sql(
                  """
                  insert into territory.outlines (id, sha256, source, communes, loaded_at)
                  values (:id, :sha256, :source, :communes, :at)
                  """)
              .param("id", loaded.id())
              .param("sha256", loaded.sha256())
              .param("source", loaded.source())
              .param("communes", loaded.communes())
              .param("at", Timestamp.from(loaded.at()))
              .update();
          jdbc.sql(
                  """
                  insert into territory.outline (outlines_id, row, code, name)
                  select :id, * from unnest(cast(:rows as bigint[]), :codes, :names)
                  """)
              .param("id", loaded.id())
              .param("rows", communes.keySet().stream().map(String::valueOf).toArray(String[]::new))
              .param("codes", communes.values().toArray(String[]::new))
              .param(
                  "names",
                  communes.values().stream()
                      .map(code -> names.getOrDefault(code, code))
                      .toArray(String[]::new))
              .update();
          return former;
        });
  }

  @Override
  public boolean uses(String sha256) {
    return jdbc.sql("select exists (select 1 from territory.outlines where sha256 = ?)")
        .param(sha256)
        .query(Boolean.class)
        .single();
  }
}
