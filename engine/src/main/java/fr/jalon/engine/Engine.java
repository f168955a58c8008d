package fr.jalon.engine;

import fr.jalon.engine.export.Downloads;
import fr.jalon.engine.export.Exported;
import fr.jalon.engine.export.Exports;
import fr.jalon.engine.export.PlainCsv;
import fr.jalon.engine.export.Update;
import fr.jalon.engine.export.Updated;
import fr.jalon.engine.export.UpdatedTable;
import fr.jalon.engine.export.WrittenFile;
import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.Formats;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.format.Turning;
import fr.jalon.engine.rule.mend.Mending;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.table.Refusal;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The engine's verbs. No file, however broken, makes them throw: what cannot be read is an {@link
 * Inspection} with a refusal.
 *
 * <p>Stateless and thread-safe; each call uses the work folder of its source.
 */
public final class Engine {
  private static final System.Logger LOG = System.getLogger("fr.jalon.engine");

  private Engine() {}

  /**
   * Reads a file whole: how it is laid out, what it holds, what is wrong and what can be put right.
   * What was chosen to hide people is applied first, and what speaks of people and is not decided
   * is covered.
   *
   * @param clock its zone is the one in which a day begins for those who deposit
   */
  public static Inspection inspect(
      Source source, InspectOptions options, Clock clock, Progress progress) throws IOException {
    return inspect(source, options, null, clock, progress);
  }

  /**
   * The same, keeping every row with what was found in it.
   *
   * @param rows where {@link fr.jalon.engine.export.SeenRows} are written, null for nowhere; whole
   *     only when the inspection has no refusal
   */
  public static Inspection inspect(
      Source source, InspectOptions options, @Nullable Path rows, Clock clock, Progress progress)
      throws IOException {
    String sha256 = sha256(source.path());
    progress.at("read", 0);
    try (Table table = read(source, options.reading())) {
      progress.at("read", 1);
      Mending.Mended hidden = Mending.apply(table, options.protections());
      Look.Seen seen =
          new Look(source.name(), hidden.table(), options, clock, progress, rows).look();
      return inspection(source, sha256, seen, leftOut(hidden));
    } catch (UnreadableFile unreadable) {
      return refused(source, sha256, unreadable.refusal());
    } catch (RuntimeException | StackOverflowError fault) {
      return refused(source, sha256, told(fault));
    }
  }

  /**
   * Applies what was chosen to hide people, then the accepted mends, looks again at the result and
   * writes it in every format into {@code source.work()}. They may come in any order; one that does
   * not fit the table any more is left out whole, and told. A file that cannot be read gives no
   * files and an inspection with its refusal.
   *
   * @param clock its zone is the one in which a day begins for those who deposit
   */
  public static Export repair(
      Source source,
      InspectOptions options,
      List<Proposal> accepted,
      Clock clock,
      Progress progress)
      throws IOException {
    return repair(source, options, accepted, null, clock, progress);
  }

  /**
   * The same onto rows that are published: what is looked at again and written is the table that
   * comes of both, whose rows have the numbers they have in its CSV.
   *
   * @param onto null to write the file alone
   */
  public static Export repair(
      Source source,
      InspectOptions options,
      List<Proposal> accepted,
      @Nullable Onto onto,
      Clock clock,
      Progress progress)
      throws IOException {
    String sha256 = sha256(source.path());
    progress.at("read", 0);
    try (Table table = read(source, options.reading())) {
      progress.at("read", 1);
      return repair(source, sha256, table, options, accepted, onto, clock, progress);
    } catch (UnreadableFile unreadable) {
      Inspection refused = refused(source, sha256, unreadable.refusal());
      return Export.refused(refused);
    } catch (RuntimeException | StackOverflowError fault) {
      Inspection refused = refused(source, sha256, told(fault));
      return Export.refused(refused);
    }
  }

  private static Export repair(
      Source source,
      String sha256,
      Table table,
      InspectOptions options,
      List<Proposal> accepted,
      @Nullable Onto onto,
      Clock clock,
      Progress progress)
      throws IOException, UnreadableFile {
    try {
      Mending.Mended mended = Mending.apply(table, all(options, accepted));
      Table repaired = mended.table();
      List<Export.LeftOut> leftOut = leftOut(mended);
      if (onto == null || onto.how() == Update.REPLACE) {
        return write(source, sha256, repaired, options, leftOut, null, clock, progress);
      }
      try (UpdatedTable whole =
          UpdatedTable.of(repaired, onto.published(), onto.how(), onto.key(), source.work())) {
        // cells were edited by their rows in the file, which are others now
        InspectOptions again = options.withEdits(List.of());
        return write(source, sha256, whole, again, leftOut, whole.updated(), clock, progress);
      }
    } catch (RuntimeException | StackOverflowError fault) {
      Proposal culprit = Culprit.find(accepted, one -> tried(source, table, options, clock, one));
      if (culprit == null) {
        throw fault;
      }
      LOG.log(System.Logger.Level.ERROR, "a mend failed: " + culprit.id(), Unsaid.of(fault));
      Refusal refusal = new Refusal(Culprit.REFUSAL, Map.of("step", culprit.id()));
      return Export.refused(refused(source, sha256, refusal));
    }
  }

  private static List<Proposal> all(InspectOptions options, List<Proposal> accepted) {
    List<Proposal> all = new ArrayList<>(options.protections());
    all.addAll(accepted);
    return all;
  }

  private static Export write(
      Source source,
      String sha256,
      Table table,
      InspectOptions options,
      List<Export.LeftOut> leftOut,
      @Nullable Updated updated,
      Clock clock,
      Progress progress)
      throws IOException, UnreadableFile {
    Look.Seen seen = new Look(source.name(), table, options, clock, progress).look();
    long rows = Math.max(1, seen.profiling().profile().rows());
    Exported exported =
        Exports.write(
            table,
            PublishedColumns.of(seen),
            source.work(),
            written -> progress.at("write", (double) written / rows));
    return export(inspection(source, sha256, seen, leftOut), exported, leftOut, updated);
  }

  private static void tried(
      Source source, Table table, InspectOptions options, Clock clock, Proposal one)
      throws IOException, UnreadableFile {
    Table repaired = Mending.apply(table, all(options, List.of(one))).table();
    new Look(source.name(), repaired, options, clock, Progress.NONE).look();
  }

  /**
   * Writes the table read as plain CSV: commas, double quotes where they are needed, UTF-8, the
   * names first when the file has some, values as read, every row of the table. A file that cannot
   * be read gives a refusal, perhaps after some rows were written: the caller throws those away.
   *
   * @param out stays the caller's to close
   */
  public static Conversion convert(
      Source source, ReadOptions options, OutputStream out, Progress progress) throws IOException {
    try (Table table = read(source, options)) {
      long rows = Math.max(1, table.reading().rows());
      long written =
          PlainCsv.write(
              table, out, soFar -> progress.at("write", Math.min(1, (double) soFar / rows)));
      return new Conversion(null, table.reading(), written);
    } catch (UnreadableFile unreadable) {
      return new Conversion(unreadable.refusal(), null, 0);
    } catch (RuntimeException | StackOverflowError fault) {
      return new Conversion(told(fault), null, 0);
    }
  }

  /**
   * Makes of a published CSV the file of another format into {@code source.work()}. One that the
   * format cannot hold gives no file and an inspection with its refusal.
   *
   * @param source the CSV that an {@link Export} wrote; its name is that of the table in the file
   */
  public static Export download(Source source, Download wanted, Progress progress)
      throws IOException {
    double rows = Math.max(1, wanted.rows());
    try {
      WrittenFile file =
          Downloads.write(
              source.path(),
              wanted.exportColumns(),
              wanted.format(),
              source.name(),
              source.work(),
              soFar -> progress.at("write", Math.min(1, soFar / rows)));
      return new Export(null, List.of(written(file)), wanted.columns(), file.rows(), List.of());
    } catch (UnreadableFile cannotHold) {
      return Export.refused(refused(source, "", cannotHold.refusal()));
    }
  }

  private static Export.Written written(WrittenFile file) {
    return new Export.Written(file.file(), file.format(), file.size(), file.sha256(), file.rows());
  }

  /** A fault of ours on a file is one refused file, and a line in the log for us to mend it. */
  private static Refusal told(Throwable fault) {
    LOG.log(System.Logger.Level.ERROR, "a file made the engine fail", Unsaid.of(fault));
    return Refusal.of("unreadable-file");
  }

  private static List<Export.LeftOut> leftOut(Mending.Mended mended) {
    return mended.leftOut().entrySet().stream()
        .map(each -> new Export.LeftOut(each.getKey().id(), each.getValue()))
        .toList();
  }

  private static Inspection inspection(
      Source source, String sha256, Look.Seen seen, List<Export.LeftOut> leftOut) {
    return new Inspection(
        Inspection.VERSION,
        source.name(),
        source.size(),
        sha256,
        null,
        seen.reading(),
        seen.profile(),
        seen.schema(),
        seen.preview(),
        seen.findings(),
        seen.proposals(),
        leftOut);
  }

  private static Export export(
      Inspection after,
      Exported exported,
      List<Export.LeftOut> leftOut,
      @Nullable Updated updated) {
    List<Export.Written> files = exported.files().stream().map(Engine::written).toList();
    List<Export.WrittenColumn> columns =
        exported.columns().stream().map(PublishedColumns::described).toList();
    return new Export(after, files, columns, exported.rows(), leftOut, updated);
  }

  private static Table read(Source source, ReadOptions options) throws IOException, UnreadableFile {
    if (source.size() == 0) {
      throw new UnreadableFile("empty-file");
    }
    Format format = recognize(source);
    if (format == null) {
      throw new UnreadableFile("unknown-format");
    }
    Table table = format.read(source, Turning.reading(options));
    return Turning.turn(table, options, source.work());
  }

  private static @Nullable Format recognize(Source source) throws IOException {
    for (Format format : Formats.ALL) {
      if (format.recognizes(source)) {
        return format;
      }
    }
    return null;
  }

  private static Inspection refused(Source source, String sha256, Refusal refusal) {
    return Inspection.refused(source.name(), source.size(), sha256, refusal);
  }

  private static String sha256(Path path) throws IOException {
    try (InputStream bytes = Files.newInputStream(path)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
