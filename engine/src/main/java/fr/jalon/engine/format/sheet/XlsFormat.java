package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;

/**
 * Workbooks of Excel 97 to 2003: XLS. Any compound file comes here, since a protected XLSX is one
 * too.
 */
public final class XlsFormat implements Format {
  private static final byte[] COMPOUND_FILE = {
    (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
  };

  @Override
  public String code() {
    return "xls";
  }

  @Override
  public boolean recognizes(Source source) throws IOException {
    try (InputStream in = Files.newInputStream(source.path())) {
      return Arrays.equals(in.readNBytes(COMPOUND_FILE.length), COMPOUND_FILE);
    }
  }

  @Override
  public Table read(Source source, ReadOptions options) throws IOException, UnreadableFile {
    try {
      return WorkbookTable.of(new XlsReader(source.path(), source.work()).read(), options);
    } catch (RefusedException e) {
      throw Workbook.unreadable(e);
    }
  }
}
