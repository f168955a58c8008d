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

/** Binary workbooks of Excel since 2007: XLSB. */
public final class XlsbFormat implements Format {
  @Override
  public String code() {
    return "xlsb";
  }

  @Override
  public Family family() {
    return Family.WORKBOOK;
  }

  @Override
  public List<FileType> fileTypes() {
    return List.of(FileType.of("xlsb", "application/vnd.ms-excel.sheet.binary.macroenabled.12"));
  }

  @Override
  public boolean recognizes(Source source) throws IOException {
    String main = Parts.workbookOf(source);
    return main != null && main.endsWith(".bin");
  }

  @Override
  public Table read(Source source, ReadOptions options) throws IOException, UnreadableFile {
    try (Archive archive = Archive.open(source.path())) {
      Parts parts = new Parts(archive);
      String main = parts.workbook();
      if (main == null) {
        throw new RefusedException("corrupt-workbook");
      }
      return WorkbookTable.of(new XlsbReader(parts, source.work()).read(main), options);
    } catch (RefusedException e) {
      throw Workbook.unreadable(e);
    }
  }
}
