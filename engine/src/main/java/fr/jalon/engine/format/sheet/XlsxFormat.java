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

/** Workbooks of Excel since 2007, with or without macros: XLSX and XLSM. */
public final class XlsxFormat implements Format {
  @Override
  public String code() {
    return "xlsx";
  }

  @Override
  public Family family() {
    return Family.WORKBOOK;
  }

  @Override
  public List<FileType> fileTypes() {
    return List.of(
        FileType.of("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        FileType.of("xlsm", "application/vnd.ms-excel.sheet.macroenabled.12"));
  }

  @Override
  public boolean recognizes(Source source) throws IOException {
    String main = Parts.workbookOf(source);
    return main != null && !main.endsWith(".bin");
  }

  @Override
  public Table read(Source source, ReadOptions options) throws IOException, UnreadableFile {
    try (Archive archive = Archive.open(source.path())) {
      Parts parts = new Parts(archive);
      String main = parts.workbook();
      if (main == null) {
        throw new RefusedException("corrupt-workbook");
      }
      return WorkbookTable.of(new XlsxReader(parts, source.work()).read(main), options);
    } catch (RefusedException e) {
      throw Workbook.unreadable(e);
    }
  }
}
