package fr.jalon.engine.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * The records of a workbook of before 2007, without the compound file around them: its sectors
 * would hide them from the fuzzer. Records of the time before compound files stay alone.
 */
final class OldWorkbook {
  private static final String STREAM = "Workbook";

  private OldWorkbook() {}

  static byte[] pack(byte[] records) {
    if (records.length < 4 || records[0] != 9 || records[1] != 8) {
      return records;
    }
    try (POIFSFileSystem file = new POIFSFileSystem()) {
      file.createDocument(new ByteArrayInputStream(records), STREAM);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      file.writeFilesystem(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing when it is no compound file with a workbook, nor records by themselves. */
  static byte[] unpack(byte[] bytes) {
    if (bytes.length > 0 && bytes[0] == 9) {
      return bytes;
    }
    try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      return file.createDocumentInputStream(STREAM).readAllBytes();
    } catch (IOException | RuntimeException e) {
      return new byte[0];
    }
  }
}
