package fr.jalon.engine.format;

import fr.jalon.engine.table.BlockSink;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A plain data file, such as a CSV, packed in a ZIP (the largest when there are several) or in a
 * GZIP. It is unpacked once into the work folder, counted as it comes out, and read by its own
 * format; an archive inside is never opened.
 */
public final class PackedFile implements Format {
  @Override
  public String code() {
    return "packed";
  }

  @Override
  public Family family() {
    return Family.OTHER;
  }

  @Override
  public List<FileType> fileTypes() {
    return List.of(FileType.of("zip", "application/zip"), FileType.of("gz", "application/gzip"));
  }

  @Override
  public boolean recognizes(Source source) throws IOException {
    if (isGzip(source.path())) {
      return true;
    }
    if (!Archive.looksLikeOne(source.path())) {
      return false;
    }
    try (Archive archive = Archive.open(source.path())) {
      return choose(archive, null) != null;
    } catch (RefusedException e) {
      return false;
    }
  }

  @Override
  public Table read(Source source, ReadOptions options) throws IOException, UnreadableFile {
    Path unpacked = Files.createTempFile(source.work(), "unpacked", ".data");
    boolean done = false;
    try {
      String name =
          isGzip(source.path())
              ? gunzip(source, unpacked)
              : unzip(source, options.sheet(), unpacked);
      Source inner = new Source(unpacked, name, Files.size(unpacked), source.work());
      Table table = new Unpacked(read(inner, options, name), unpacked, name);
      done = true;
      return table;
    } catch (RefusedException e) {
      throw e.unreadable();
    } finally {
      if (!done) {
        Files.deleteIfExists(unpacked);
      }
    }
  }

  private static Table read(Source inner, ReadOptions options, String name)
      throws IOException, UnreadableFile {
    if (inner.size() == 0) {
      throw new UnreadableFile("empty-file");
    }
    if (!Archive.looksLikeOne(inner.path()) && !isGzip(inner.path())) {
      // the sheet asked for named the file of the archive, not a part of it
      ReadOptions own = name.equals(options.sheet()) ? options.withSheet(null) : options;
      for (Format format : Formats.ALL) {
        if (format.recognizes(inner)) {
          return format.read(inner, own);
        }
      }
    }
    throw new UnreadableFile("not-a-table.archive");
  }

  private static Archive.@Nullable Entry choose(Archive archive, @Nullable String asked) {
    Archive.Entry best = null;
    for (Archive.Entry entry : archive.entries()) {
      String name = entry.shortName().toLowerCase(Locale.ROOT);
      if (!Formats.mayBePacked(name)
          || name.startsWith(".")
          || entry.name().startsWith("__MACOSX")
          || isReadMe(name)) {
        continue;
      }
      if (entry.shortName().equals(asked)) {
        return entry;
      }
      best = best == null || entry.size() > best.size() ? entry : best;
    }
    return best;
  }

  private static boolean isReadMe(String name) {
    return name.matches("(lisez|lis|read)[-_ ]?(moi|me).*|licen[cs]e.*|notice.*");
  }

  private static String unzip(Source source, @Nullable String asked, Path target)
      throws IOException {
    try (Archive archive = Archive.open(source.path())) {
      Archive.Entry entry = choose(archive, asked);
      if (entry == null) {
        throw new RefusedException("not-a-table.archive");
      }
      try (InputStream in = archive.stream(entry);
          OutputStream out = Files.newOutputStream(target)) {
        in.transferTo(out);
      }
      return entry.shortName();
    }
  }

  private static String gunzip(Source source, Path target) throws IOException {
    String name = source.name();
    String inner =
        name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    try (InputStream file = new BufferedInputStream(Files.newInputStream(source.path()));
        InputStream in = new GZIPInputStream(file, 1 << 16);
        OutputStream out = Files.newOutputStream(target)) {
      byte[] buffer = new byte[1 << 16];
      long total = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        total += n;
        if (total > Limits.ARCHIVE_BYTES
            || (total > Limits.RATIO_FLOOR && total / Limits.RATIO > source.size())) {
          throw new RefusedException("archive-too-big", "file", inner);
        }
        out.write(buffer, 0, n);
      }
    } catch (ZipException | EOFException e) {
      throw new RefusedException("corrupt-archive");
    }
    return inner;
  }

  private static boolean isGzip(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.read() == 0x1f && in.read() == 0x8b && in.read() == 8;
    }
  }

  /** The table of the file inside, which is deleted with it. */
  private record Unpacked(Table inner, Path file, String name) implements Table {
    @Override
    public Reading reading() {
      Reading reading = inner.reading();
      List<Note> notes = new ArrayList<>(reading.notes());
      notes.add(0, new Note("unpacked", Map.of("file", name)));
      return reading.withRows(reading.rows(), reading.skipped(), notes);
    }

    @Override
    public List<Column> columns() {
      return inner.columns();
    }

    @Override
    public void scan(BlockSink sink) throws IOException, UnreadableFile {
      inner.scan(sink);
    }

    @Override
    public void close() throws IOException {
      try {
        inner.close();
      } finally {
        Files.deleteIfExists(file);
      }
    }
  }
}
