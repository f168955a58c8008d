package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Archive;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.format.XmlScanner;
import fr.jalon.engine.format.XmlScanner.Event;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an Office Open XML package and how they point to one another (ECMA-376 part 2),
 * whether the parts themselves are XML (XLSX) or records (XLSB).
 */
final class Parts {
  /**
   * Where a part points.
   *
   * @param kind last word of the relation's type ("worksheet")
   * @param target name of the part, or an address when it is outside
   */
  record Relation(String kind, String target, boolean outside) {}

  private static final int MAX_TYPES = 4 << 20;

  private final Archive archive;

  Parts(Archive archive) {
    this.archive = archive;
  }

  /** Name of the workbook's own part, whatever folder it is in; null when there is none. */
  @Nullable String workbook() throws IOException {
    try {
      for (Relation relation : relations("").values()) {
        if (relation.kind().equals("officeDocument")
            && archive.has(relation.target())
            && isWorkbook(relation.target())) {
          return relation.target();
        }
      }
    } catch (RefusedException e) {
      if (!Workbook.isDamage(e)) {
        throw e;
      }
    }
    return usualPlace();
  }

  /** Name of the workbook's own part in a file, null when the file is no such package. */
  static @Nullable String workbookOf(Source source) throws IOException {
    if (!Archive.looksLikeOne(source.path())) {
      return null;
    }
    try (Archive archive = Archive.open(source.path())) {
      Parts parts = new Parts(archive);
      String usual = parts.usualPlace();
      return usual == null ? parts.workbook() : usual;
    } catch (RefusedException e) {
      return null;
    }
  }

  private @Nullable String usualPlace() {
    for (String part : List.of("xl/workbook.xml", "xl/workbook.bin")) {
      if (archive.has(part)) {
        return part;
      }
    }
    return null;
  }

  /** Other documents of Office are packages too: the list of types tells, or the part's name. */
  private boolean isWorkbook(String part) throws IOException {
    if (part.substring(part.lastIndexOf('/') + 1).startsWith("workbook")) {
      return true;
    }
    Archive.Entry types = archive.find("[Content_Types].xml");
    if (types == null) {
      return false;
    }
    String text = new String(archive.bytes(types, MAX_TYPES), StandardCharsets.ISO_8859_1);
    return text.contains("spreadsheetml.sheet.main") || text.contains("ms-excel.sheet");
  }

  boolean has(String part) {
    return archive.has(part);
  }

  /** How many parts lie in a folder. */
  long count(String folder) {
    return archive.entries().stream()
        .filter(entry -> !entry.isFolder() && entry.name().startsWith(folder))
        .count();
  }

  InputStream stream(String part) throws IOException {
    Archive.Entry entry = archive.find(part);
    if (entry == null) {
      throw new RefusedException("corrupt-workbook");
    }
    return archive.stream(entry);
  }

  XmlScanner xml(String part) throws IOException {
    return XmlScanner.of(stream(part));
  }

  /** The parts a part points to, by identifier; {@code ""} is the package itself. */
  Map<String, Relation> relations(String part) throws IOException {
    int slash = part.lastIndexOf('/');
    String folder = slash < 0 ? "" : part.substring(0, slash + 1);
    Archive.Entry entry = archive.find(folder + "_rels/" + part.substring(slash + 1) + ".rels");
    Map<String, Relation> relations = new LinkedHashMap<>();
    if (entry == null) {
      return relations;
    }
    try (XmlScanner xml = XmlScanner.of(archive.stream(entry))) {
      for (Event event = xml.next(); event != Event.END_DOCUMENT; event = xml.next()) {
        if (event == Event.START && xml.at("Relationship")) {
          String id = xml.attribute("Id");
          String type = xml.attribute("Type");
          String target = xml.attribute("Target");
          if (id != null && type != null && target != null) {
            String kind = type.substring(type.lastIndexOf('/') + 1);
            boolean outside = "External".equals(xml.attribute("TargetMode"));
            relations.put(
                id, new Relation(kind, outside ? target : resolve(folder, target), outside));
          }
        }
      }
    }
    return relations;
  }

  private static String resolve(String folder, String target) {
    String rest = target.replace('\\', '/');
    if (rest.startsWith("/")) {
      return rest.substring(1);
    }
    String base = folder;
    while (rest.startsWith("../")) {
      rest = rest.substring(3);
      int slash = base.lastIndexOf('/', base.length() - 2);
      base = slash < 0 ? "" : base.substring(0, slash + 1);
    }
    return base + (rest.startsWith("./") ? rest.substring(2) : rest);
  }
}
