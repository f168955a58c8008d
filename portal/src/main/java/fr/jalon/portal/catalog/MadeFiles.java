package fr.jalon.portal.catalog;

import fr.jalon.engine.Download;
import fr.jalon.engine.Export;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Progress;
import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.storage.StoredFile;
import fr.jalon.portal.storage.UnusedFiles;
import fr.jalon.portal.web.Rejected;
import fr.jalon.portal.worker.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The files made of a published version once somebody asks for their format: a worker makes each
 * once, of the published CSV, whoever asks meanwhile waits for the same, and it is kept by its hash
 * until the version is erased.
 *
 * <p>Safe for use by many threads.
 */
@Component
public class MadeFiles implements DisposableBean {
  /** Half of what proxies wait for an answer (60 s, nginx's proxy_read_timeout). */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** Files waiting for a worker: what 2 workers make of small tables within a minute or two. */
  private static final int LONGEST_QUEUE = 40;

  private static final Logger log = LoggerFactory.getLogger(MadeFiles.class);

  private final JdbcClient jdbc;
  private final Storage storage;
  private final UnusedFiles unused;
  private final Workers workers;
  private final Clock clock;
  private final ThreadPoolExecutor makers;
  private final Map<Wanted, CompletableFuture<Distribution>> making = new ConcurrentHashMap<>();

  /** What a format cannot hold stays so, and may take long to find again; few are. */
  private final Map<Wanted, Rejected> refused = new ConcurrentHashMap<>();

  MadeFiles(JdbcClient jdbc, Storage storage, UnusedFiles unused, Workers workers, Clock clock) {
    this.jdbc = jdbc;
    this.storage = storage;
    this.unused = unused;
    this.workers = workers;
    this.clock = clock;
    // One worker is left to the people at work on their deposits, where there are several.
    int count = Math.max(1, workers.count() - 1);
    this.makers =
        new ThreadPoolExecutor(
            count,
            count,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(LONGEST_QUEUE),
            work -> {
              var thread = new Thread(work, "catalog-files");
              thread.setDaemon(true);
              return thread;
            });
  }

  private record Wanted(UUID version, WrittenFormat format) {}

  @Override
  public void destroy() {
    makers.shutdownNow();
  }

  /** The formats in which a version can be had, beside those it was published in. */
  public List<WrittenFormat> formats(Version version) {
    boolean published = version.number() > 0 && version.erasedAt() == null;
    boolean somewhere = version.findDistribution(WrittenFormat.GEOJSON).isPresent();
    return Arrays.stream(WrittenFormat.values())
        .filter(WrittenFormat::madeFromCsv)
        .filter(format -> published && (somewhere || !format.isOfPlaces()))
        .toList();
  }

  /** Those made already, by format. */
  public Map<WrittenFormat, Distribution> made(Version version) {
    return jdbc
        .sql("select format, sha256, size, rows from catalog.made_file where version_id = :version")
        .param("version", version.id())
        .query(MadeFiles::file)
        .list()
        .stream()
        .collect(Collectors.toMap(Distribution::format, file -> file));
  }

  /**
   * The file of that format, made now if nobody asked for it before.
   *
   * @param name of the table in the file
   * @throws Rejected with a {@link CatalogProblem} when there is none, or not yet
   */
  public Distribution get(Version version, WrittenFormat format, String name) {
    if (!formats(version).contains(format)) {
      throw new Rejected(CatalogProblem.NO_SUCH_FILE);
    }
    var wanted = new Wanted(version.id(), format);
    Rejected never = refused.get(wanted);
    if (never != null) {
      throw never;
    }
    Distribution made = made(version).get(format);
    return made != null && storage.has(made.sha256()) ? made : await(wanted, version, name);
  }

  private Distribution await(Wanted wanted, Version version, String name) {
    try {
      return begin(wanted, version, name).get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException still) {
      throw new Rejected(CatalogProblem.FILE_BEING_MADE);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new Rejected(CatalogProblem.FILE_BEING_MADE);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Rejected why) {
        throw why;
      }
      throw new Rejected(CatalogProblem.FILE_NOT_MADE);
    }
  }

  private CompletableFuture<Distribution> begin(Wanted wanted, Version version, String name) {
    var fresh = new CompletableFuture<Distribution>();
    CompletableFuture<Distribution> underWay = making.putIfAbsent(wanted, fresh);
    if (underWay != null) {
      return underWay;
    }
    try {
      makers.execute(() -> make(wanted, version, name, fresh));
    } catch (RejectedExecutionException tooMany) {
      making.remove(wanted, fresh);
      fresh.completeExceptionally(new Rejected(CatalogProblem.BUSY));
    }
    return fresh;
  }

  private void make(
      Wanted wanted, Version version, String name, CompletableFuture<Distribution> told) {
    try {
      Distribution before = made(version).get(wanted.format());
      told.complete(
          before != null && storage.has(before.sha256()) ? before : make(wanted, version, name));
    } catch (Rejected why) {
      told.completeExceptionally(why);
    } catch (IOException | RuntimeException fault) {
      log.error("Cannot make {} of version {}", wanted.format(), wanted.version(), fault);
      told.completeExceptionally(fault);
    } finally {
      making.remove(wanted, told);
    }
  }

  private Distribution make(Wanted wanted, Version version, String name) throws IOException {
    storage.requireRoom();
    Distribution csv = version.findDistribution(WrittenFormat.CSV).orElseThrow();
    Path folder = storage.newFolder();
    try {
      Export export =
          workers.download(
              storage.path(csv.sha256()),
              name,
              new Download(
                  wanted.format(),
                  version.columns().stream().map(MadeFiles::written).toList(),
                  version.rows()),
              folder,
              Progress.NONE);
      if (export.files().isEmpty()) {
        throw refused(wanted, export.after());
      }
      return keep(wanted, export.files().get(0), folder);
    } finally {
      storage.removeFolder(folder);
    }
  }

  private Distribution keep(Wanted wanted, Export.Written written, Path folder) throws IOException {
    StoredFile stored = storage.put(folder.resolve(written.file()));
    var file = new Distribution(wanted.format(), stored.sha256(), stored.size(), written.rows());
    // the version is held, for an erasure would not see a file that is about to be kept
    int kept =
        jdbc.sql(
                """
                insert into catalog.made_file (version_id, format, sha256, size, rows, made_at)
                select id, :format, :sha256, :size, :rows, :now from catalog.version
                where id = :version and erased_at is null
                for share
                on conflict (version_id, format) do update
                set sha256 = excluded.sha256, size = excluded.size, rows = excluded.rows,
                  made_at = excluded.made_at
                """)
            .param("format", wanted.format().code())
            .param("sha256", file.sha256())
            .param("size", file.size())
            .param("rows", file.rows())
            .param("now", Timestamp.from(clock.instant()))
            .param("version", wanted.version())
            .update();
    if (kept == 0) {
      unused.remove(file.sha256());
      throw new Rejected(CatalogProblem.NO_SUCH_FILE);
    }
    return file;
  }

  private Rejected refused(Wanted wanted, @Nullable Inspection after) {
    String code = after == null || after.refusal() == null ? "" : after.refusal().code();
    CatalogProblem why =
        switch (code) {
          case "shapefile-too-large" -> CatalogProblem.FORMAT_TOO_SMALL;
          case "shapefile-too-many-columns", "download-too-many-columns" ->
              CatalogProblem.FORMAT_TOO_NARROW;
          default -> CatalogProblem.FILE_NOT_MADE;
        };
    var rejected = new Rejected(why);
    if (why == CatalogProblem.FILE_NOT_MADE) {
      log.error("Could not make {} of version {}: {}", wanted.format(), wanted.version(), code);
    } else {
      refused.put(wanted, rejected);
    }
    return rejected;
  }

  private static Export.WrittenColumn written(ColumnDescription column) {
    return new Export.WrittenColumn(
        column.name(), column.type(), column.kind(), column.title(), column.role());
  }

  private static Distribution file(ResultSet row, int number) throws SQLException {
    return new Distribution(
        WrittenFormat.of(row.getString("format")),
        row.getString("sha256"),
        row.getLong("size"),
        row.getLong("rows"));
  }
}
