package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Family;
import fr.jalon.engine.format.FileType;
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
import java.util.List;

/**
 * Workbooks of Excel before 2007: XLS. Any compound file comes here, since a protected XLSX is one
 * too, and so do the workbooks of other programs of that time, to be refused in words.
 */
public final class XlsFormat implements Format {
  private static final byte[] COMPOUND_FILE = {
    (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
  };

  /** The first bytes of Lotus 1-2-3 (two), Works and Quattro Pro. */
  private static final List<byte[]> OTHERS =
      List.of(
          new byte[] {0, 0, 2, 0, 6, 4},
          new byte[] {0, 0, 2, 0, 4, 4},
          new byte[] {0, 0, 0x1a, 0, 0, 0x10},
          new byte[] {0, 0, 0x1a, 0, 2, 0x10},
          new byte[] {0, 0, 0x1a, 0, 3, 0x10},
          new byte[] {0, 0, 0x1a, 0, 5, 0x10},
          new byte[] {(byte) 0xff, 0, 2, 0, 4, 4},
          new byte[] {0, 0, 2, 0, 0x20, 0x51},
          new byte[] {0, 0, 2, 0, 0x21, 0x51},
          new byte[] {0, 0, 2, 0, 1, 0x10},
          new byte[] {0, 0, 2, 0, 2, 0x10});

  @Override
  public String code() {
    return "xls";
  }

  @Override
  public Family family() {
    return Family.WORKBOOK;
  }

  @Override
  public List<FileType> fileTypes() {
    return List.of(FileType.of("xls", "application/vnd.ms-excel"));
  }

  @Override
  public boolean recognizes(Source source) throws IOException {
    byte[] start = start(source);
    return isCompound(start) || BiffReader.recognizes(start) || isOfAnotherProgram(start);
  }

  @Override
  public Table read(Source source, ReadOptions options) throws IOException, UnreadableFile {
    byte[] start = start(source);
    try {
      if (isOfAnotherProgram(start)) {
        throw new RefusedException("workbook-too-old");
      }
      return WorkbookTable.of(
          new XlsReader(source.path(), isCompound(start), source.work()).read(), options);
    } catch (RefusedException e) {
      throw Workbook.unreadable(e);
    }
  }

  private static byte[] start(Source source) throws IOException {
    try (InputStream in = Files.newInputStream(source.path())) {
      return in.readNBytes(COMPOUND_FILE.length);
    }
  }

  private static boolean isCompound(byte[] start) {
    return Arrays.equals(start, COMPOUND_FILE);
  }

  private static boolean isOfAnotherProgram(byte[] start) {
    return OTHERS.stream()
        .anyMatch(
            other ->
                start.length >= other.length
                    && Arrays.equals(start, 0, other.length, other, 0, other.length));
  }
}
