package fr.jalon.engine.format.csv;

import fr.jalon.engine.format.GridRow;
import fr.jalon.engine.format.Layout;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Recognizes the header when it comes again among the rows, as when files were put end to end. The
 * first named cell is compared as bytes; the others are looked at only when it is the same.
 */
final class HeaderEcho {
  private record Cue(int cell, byte[] bytes) {}

  private final Portion portion;
  private final Layout layout;
  private final Transcoder transcoder;
  private final List<Cue> cues = new ArrayList<>();

  HeaderEcho(Portion portion, Dialect dialect, Transcoder transcoder, int usual, Layout layout)
      throws IOException, UnreadableFile {
    this.portion = portion;
    this.layout = layout;
    this.transcoder = transcoder;
    List<Long> rows = layout.headerRows();
    if (rows.isEmpty()) {
      return;
    }
    long lastRow = rows.get(rows.size() - 1);
    try (RecordReader reader = portion.open(dialect, usual)) {
      while (reader.number() < lastRow && reader.next()) {
        if (rows.contains(reader.number())) {
          addCue(reader.parser());
        }
      }
    }
  }

  private void addCue(RecordParser parser) {
    for (int cell = portion.area().firstColumn(); cell < parser.count; cell++) {
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
        return layout.repeatsHeader(
            portion.area().cut(new GridRow(number, transcoder.texts(parser))));
      }
    }
    return false;
  }
}
