package fr.jalon.engine.format.csv;

import fr.jalon.engine.format.GridRow;
import fr.jalon.engine.format.Layout;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Recognizes the header when it comes again among the rows, as when files were put end to end. The
 * first named cell is compared as bytes; the others are looked at only when it is the same.
 */
final class HeaderEcho {
  private record Cue(int cell, byte[] bytes) {}

  private final Layout layout;
  private final Transcoder transcoder;
  private final List<Cue> cues = new ArrayList<>();

  HeaderEcho(Path path, long from, Dialect dialect, Transcoder transcoder, int width, Layout layout)
      throws IOException, UnreadableFile {
    this.layout = layout;
    this.transcoder = transcoder;
    List<Long> rows = layout.headerRows();
    if (rows.isEmpty()) {
      return;
    }
    long lastRow = rows.get(rows.size() - 1);
    try (RecordReader reader = new RecordReader(path, from, 1, dialect, width)) {
      while (reader.number() < lastRow && reader.next()) {
        if (rows.contains(reader.number())) {
          addCue(reader.parser());
        }
      }
    }
  }

  private void addCue(RecordParser parser) {
    for (int cell = 0; cell < parser.count; cell++) {
      if (!parser.isBlank(cell)) {
        cues.add(
            new Cue(cell, Arrays.copyOfRange(parser.data, parser.starts[cell], parser.ends[cell])));
        return;
      }
    }
  }

  boolean matches(RecordParser parser, long number) {
    for (Cue cue : cues) {
      if (cue.cell() < parser.count
          && Arrays.equals(
              cue.bytes(),
              0,
              cue.bytes().length,
              parser.data,
              parser.starts[cue.cell()],
              parser.ends[cue.cell()])) {
        return layout.repeatsHeader(new GridRow(number, transcoder.texts(parser)));
      }
    }
    return false;
  }
}
