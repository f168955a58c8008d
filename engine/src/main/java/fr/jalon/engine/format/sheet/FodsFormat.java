package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Family;
import fr.jalon.engine.format.FileType;
import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.format.XmlScanner;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** Spreadsheets of OpenDocument written as one XML document, whatever their name: FODS. */
public final class FodsFormat implements Format {
  private static final int HEAD_BYTES = 8_192;

  @Override
  public String code() {
    return "fods";
  }

  @Override
  public Family family() {
    return Family.WORKBOOK;
  }

  @Override
  public List<FileType> fileTypes() {
    return List.of(FileType.of("fods", "application/vnd.oasis.opendocument.spreadsheet-flat-xml"));
  }

  @Override
  public boolean recognizes(Source source) throws IOException {
    String head;
    try (InputStream in = Files.newInputStream(source.path())) {
      head =
          new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1).replace("\u0000", "");
    }
    int start = head.indexOf('<');
    return start >= 0
        && start < 8
        && head.contains("office:document")
        && head.contains("urn:oasis:names:tc:opendocument:xmlns:office")
        && head.contains(OdsReader.MIMETYPE);
  }

  @Override
  public Table read(Source source, ReadOptions options) throws IOException, UnreadableFile {
    try (XmlScanner xml = XmlScanner.of(Files.newInputStream(source.path()))) {
      return WorkbookTable.of(OdsReader.read(xml, source.work()), options);
    } catch (RefusedException e) {
      throw Workbook.unreadable(e);
    }
  }
}
