package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Archive;
import fr.jalon.engine.format.Family;
import fr.jalon.engine.format.FileType;
import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.List;

/** Spreadsheets of LibreOffice and others: ODS. */
public final class OdsFormat implements Format {
  @Override
  public String code() {
    return "ods";
  }

  @Override
  public Family family() {
    return Family.WORKBOOK;
  }

  @Override
  public List<FileType> fileTypes() {
    return List.of(FileType.of("ods", "application/vnd.oasis.opendocument.spreadsheet"));
  }

  @Override
  public boolean recognizes(Source source) throws IOException {
    if (!Archive.looksLikeOne(source.path())) {
      return false;
    }
    try (Archive archive = Archive.open(source.path())) {
      return OdsReader.recognizes(archive);
    } catch (RefusedException e) {
      return false;
    }
  }

  @Override
  public Table read(Source source, ReadOptions options) throws IOException, UnreadableFile {
    try (Archive archive = Archive.open(source.path())) {
      return WorkbookTable.of(OdsReader.read(archive, source.work()), options);
    } catch (RefusedException e) {
      throw Workbook.unreadable(e);
    }
  }
}
