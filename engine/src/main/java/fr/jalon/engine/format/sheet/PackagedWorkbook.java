package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A workbook in the package of Office Open XML, whatever its parts are written in: which part is
 * read when, and what else the package carries.
 */
abstract class PackagedWorkbook {
  final Parts parts;
  final Path work;
  final Workbook workbook;

  PackagedWorkbook(Parts parts, Path work, String format) {
    this.parts = parts;
    this.work = work;
    this.workbook = new Workbook(format);
  }

  /** A sheet as the workbook lists it. */
  record Listed(String name, boolean hidden, String relation) {}

  abstract List<Listed> listSheets(String part) throws IOException;

  abstract void readStyles(String part) throws IOException;

  abstract void readStrings(String part) throws IOException;

  abstract void readSheet(Listed listed, String part) throws IOException;

  Workbook read(String main) throws IOException {
    boolean done = false;
    try {
      readAll(main);
      done = true;
      return workbook;
    } finally {
      if (!done) {
        workbook.close();
      }
    }
  }

  /** Where a part points, nowhere when that is damaged. */
  Map<String, Parts.Relation> relations(String part) throws IOException {
    Map<String, Parts.Relation> relations = new LinkedHashMap<>();
    workbook.spare(part, from -> relations.putAll(parts.relations(from)));
    return relations;
  }

  private void readAll(String main) throws IOException {
    Map<String, Parts.Relation> relations = parts.relations(main);
    List<Listed> listed = listSheets(main);
    for (Parts.Relation relation : relations.values()) {
      if (parts.has(relation.target())) {
        switch (relation.kind()) {
          case "styles" -> workbook.spare(relation.target(), this::readStyles);
          // a cell that names a text which is not there refuses the workbook
          case "sharedStrings" -> workbook.spare(relation.target(), this::readStrings);
          default -> {}
        }
      }
    }
    for (Listed sheet : listed) {
      Parts.Relation relation = relations.get(sheet.relation());
      if (relation == null) {
        workbook.damaged(sheet.name());
        continue;
      }
      switch (relation.kind()) {
        case "worksheet" -> readSheet(sheet, relation.target());
        case "chartsheet" -> {
          Sheet drawn = new Sheet(sheet.name(), sheet.hidden(), work);
          drawn.chart = true;
          workbook.add(drawn);
        }
        case "xlMacrosheet", "xlIntlMacrosheet", "dialogsheet" -> workbook.carries("macros", 1);
        default -> {}
      }
    }
    if (workbook.sheets().isEmpty()) {
      throw new RefusedException("corrupt-workbook");
    }
    new Beside(this).read(relations);
  }
}
