package fr.jalon.engine.format.csv;

import fr.jalon.engine.format.Family;
import fr.jalon.engine.format.FileType;
import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.Layout;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Refusal;
import fr.jalon.engine.table.SourceRow;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Text files of cells: CSV, TSV and their kin. Tried last, since any text may be one. */
public final class CsvFormat implements Format {
  private static final int HEAD_BYTES = 4096;

  @Override
  public String code() {
    return "csv";
  }

  @Override
  public Family family() {
    return Family.TEXT;
  }

  @Override
  public List<FileType> fileTypes() {
    return List.of(
        FileType.of("csv", "text/csv", "application/csv"),
        FileType.of("tsv", "text/tab-separated-values"),
        FileType.of("txt", "text/plain"));
  }

  @Override
  public boolean takesEncoding() {
    return true;
  }

  @Override
  public boolean mayBePacked() {
    return true;
  }

  /** Always true: what is no text is refused by {@link #read} with what it looks like. */
  @Override
  public boolean recognizes(Source source) {
    return true;
  }

  @Override
  public Table read(Source source, ReadOptions options) throws IOException, UnreadableFile {
    byte[] head = head(source.path());
    if (head.length == 0) {
      throw new UnreadableFile("empty-file");
    }
    String kind = FileKind.of(head);
    if (kind != null) {
      throw new UnreadableFile("not-a-table." + kind);
    }
    ByteScan scan;
    try (InputStream in = Files.newInputStream(source.path())) {
      scan = ByteScan.of(in);
    }
    Sample raw = Sample.of(source.path(), 0);
    EncodingGuess encoding = encoding(scan, head, raw, options.encoding());
    if (!encoding.isAsciiBased()) {
      return wideTable(source, encoding, options);
    }
    refuseBinary(scan);
    return table(
        source.path(), encoding.bomLength(), encoding, encoding, scan, WideText.NONE, options);
  }

  /** The table of a text written again as UTF-8, in a file that goes when the table is closed. */
  private static Table wideTable(Source source, EncodingGuess encoding, ReadOptions options)
      throws IOException, UnreadableFile {
    Files.createDirectories(source.work());
    Path path = Files.createTempFile(source.work(), "text", ".utf8");
    boolean done = false;
    try {
      WideText wide = WideText.rewrite(source.path(), encoding, path);
      ByteScan scan;
      try (InputStream in = Files.newInputStream(path)) {
        scan = ByteScan.of(in);
      }
      refuseBinary(scan);
      CsvTable table = table(path, 0, encoding, EncodingGuess.UTF_8, scan, wide, options);
      table.own(path);
      done = true;
      return table;
    } finally {
      if (!done) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static CsvTable table(
      Path path,
      long from,
      EncodingGuess encoding,
      EncodingGuess bytes,
      ByteScan scan,
      WideText wide,
      ReadOptions options)
      throws IOException, UnreadableFile {
    Sample sample = Sample.of(path, from);
    Dialect dialect =
        new DialectDetector(sample, bytes.charset().equals(StandardCharsets.UTF_8))
            .detect(delimiter(options.delimiter()));
    boolean dropZeros = scan.zeros() > 0;
    Transcoder transcoder = new Transcoder(bytes, dropZeros);
    CsvTables tables = CsvTables.of(Portion.whole(path, from), dialect, transcoder, options);
    FirstPass pass = tables.chosen();
    boolean nothing = pass.layout.headerRows().isEmpty() && pass.layout.firstDataRow() == 0;
    if (nothing || pass.layout.columns().isEmpty()) {
      throw new UnreadableFile("empty-file");
    }
    List<Note> notes = notes(encoding, bytes, scan, wide, pass);
    notes.addAll(tables.notes());
    Reading reading =
        reading(encoding, dialect, pass, tables.head(), notes)
            .withTables(tables.summaries(), tables.number());
    return new CsvTable(
        pass.portion(), bytes, dropZeros, dialect, pass.usual, pass.ragged, pass.layout, reading);
  }

  private static Reading reading(
      EncodingGuess encoding,
      Dialect dialect,
      FirstPass pass,
      List<SourceRow> head,
      List<Note> notes) {
    Layout layout = pass.layout;
    return new Reading(
        "csv",
        encoding.name(),
        encoding.bomLength() > 0,
        text(dialect.delimiter()),
        text(dialect.quote()),
        text(dialect.escape()),
        recordEnd(pass.ends),
        null,
        List.of(),
        layout.headerRows(),
        layout.firstDataRow(),
        pass.rows,
        layout.columnNames(),
        pass.skipped,
        head,
        null,
        notes);
  }

  private static List<Note> notes(
      EncodingGuess encoding, EncodingGuess bytes, ByteScan scan, WideText wide, FirstPass pass) {
    List<Note> notes = new ArrayList<>(pass.layout.notes());
    notes.addAll(Layout.groupNotes(pass.groupRows));
    if (pass.isFixedWidth()) {
      notes.add(Note.of("fixed-width"));
    }
    if (pass.layout.columns().size() == 1) {
      notes.add(Note.of("single-column"));
    }
    if (pass.rows == 0) {
      notes.add(Note.of("no-rows"));
    }
    if (encoding.mixed()) {
      notes.add(Note.of("mixed-encodings"));
    }
    count(notes, "lost-characters", scan.lost - wide.replaced());
    count(notes, "undecodable-bytes", wide.replaced() + bytes.undecodable(scan));
    count(notes, "shifted-text", wide.slips());
    count(notes, "double-encoding", scan.doubled);
    count(notes, "zero-bytes", scan.zeros());
    count(notes, "stray-quotes", pass.strayQuotes);
    count(notes, "wrapped-records", pass.unwrapped);
    notes.addAll(pass.mended.notes(pass.width));
    return notes;
  }

  private static void count(List<Note> notes, String code, long count) {
    if (count > 0) {
      notes.add(new Note(code, Map.of("count", Long.toString(count))));
    }
  }

  private static EncodingGuess encoding(
      ByteScan scan, byte[] head, Sample raw, @Nullable String given) throws UnreadableFile {
    if (given == null) {
      return EncodingGuess.of(scan, head, raw.bareReturns());
    }
    EncodingGuess named = EncodingGuess.named(given, scan, head);
    if (named == null) {
      throw new UnreadableFile(new Refusal("unknown-encoding", Map.of("encoding", given)));
    }
    return named;
  }

  /** A file with many control characters is no text, whatever its name. */
  private static void refuseBinary(ByteScan scan) throws UnreadableFile {
    // One may be the mark that old systems put at the end of a text.
    boolean many = scan.controls > 1 && scan.controls * 20 > scan.size;
    if (many || scan.zeros() * 50 > scan.size) {
      throw new UnreadableFile("not-a-table.binary");
    }
  }

  private static @Nullable Integer delimiter(@Nullable String given) {
    return given == null || given.length() != 1 || given.charAt(0) > 127
        ? null
        : (Integer) (int) given.charAt(0);
  }

  private static @Nullable String text(int value) {
    return value < 0 ? null : String.valueOf((char) value);
  }

  private static @Nullable String recordEnd(long[] ends) {
    String name = null;
    for (RecordParser.End end : RecordParser.End.values()) {
      if (end != RecordParser.End.FILE && ends[end.ordinal()] > 0) {
        name = name == null ? end.name() : "mixed";
      }
    }
    return name;
  }

  private static byte[] head(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(HEAD_BYTES);
    }
  }
}
