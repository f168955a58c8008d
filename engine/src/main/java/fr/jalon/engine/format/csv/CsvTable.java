package fr.jalon.engine.format.csv;

import fr.jalon.engine.format.Layout;
import fr.jalon.engine.table.BlockBuilder;
import fr.jalon.engine.table.BlockSink;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of a text file; each scan reads the file again. */
final class CsvTable implements Table {
  private final Portion portion;
  private final EncodingGuess encoding;
  private final boolean dropZeros;
  private final Dialect dialect;
  private final int usual;
  private final RaggedRows ragged;
  private final Layout layout;
  private final Reading reading;
  private @Nullable Path own;

  CsvTable(
      Portion portion,
      EncodingGuess encoding,
      boolean dropZeros,
      Dialect dialect,
      int usual,
      RaggedRows ragged,
      Layout layout,
      Reading reading) {
    this.portion = portion;
    this.encoding = encoding;
    this.dropZeros = dropZeros;
    this.dialect = dialect;
    this.usual = usual;
    this.ragged = ragged;
    this.layout = layout;
    this.reading = reading;
  }

  /** Makes a file the table's own: closing the table deletes it. */
  void own(Path file) {
    own = file;
  }

  @Override
  public void close() throws IOException {
    Path file = own;
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public Reading reading() {
    return reading;
  }

  @Override
  public List<Column> columns() {
    return layout.columns();
  }

  @Override
  public void scan(BlockSink sink) throws IOException, UnreadableFile {
    BlockBuilder blocks = new BlockBuilder(layout.columns().size(), sink);
    Transcoder transcoder = new Transcoder(encoding, dropZeros);
    RowWriter writer =
        new RowWriter(
            blocks,
            transcoder,
            new RowMender(dialect, ragged, transcoder),
            layout.firstColumn(),
            layout.columns().size());
    HeaderEcho echo =
        new HeaderEcho(portion, dialect, new Transcoder(encoding, dropZeros), usual, layout);
    long headEnd = layout.headEnd();
    try (RecordReader reader = portion.open(dialect, usual)) {
      RecordParser parser = reader.parser();
      while (reader.next()) {
        long number = reader.number();
        if (number >= layout.footRow()) {
          break;
        }
        boolean kept =
            number <= headEnd
                ? Layout.isKept(layout.headRole(number))
                : !portion.isBlank(parser) && !echo.matches(parser, number);
        if (kept) {
          writer.write(parser);
          blocks.endRow(number);
        }
      }
    }
    blocks.finish();
  }
}
