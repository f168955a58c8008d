package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.XmlScanner;
import fr.jalon.engine.format.XmlScanner.Event;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the package of a workbook carries beside its tables and nobody means to publish: comments,
 * links, copies of other data, names of people. It is counted, never read.
 */
final class Beside {
  private static final int COMMENT_RECORD = 635;

  /** What programs put in the place of a person's name. */
  private static final Set<String> PROGRAMS =
      Set.of("openpyxl", "Apache POI", "XlsxWriter", "Unknown Creator", "SheetJS");

  private final PackagedWorkbook read;
  private final Parts parts;
  private final Workbook workbook;

  Beside(PackagedWorkbook read) {
    this.read = read;
    this.parts = read.parts;
    this.workbook = read.workbook;
  }

  /**
   * @param relations where the workbook's own part points
   */
  void read(Map<String, Parts.Relation> relations) throws IOException {
    for (Parts.Relation relation : relations.values()) {
      switch (relation.kind()) {
        case "vbaProject" -> workbook.carries("macros", 1);
        case "externalLink" -> workbook.carries("external-links", 1);
        case "pivotCacheDefinition" -> workbook.carries("pivot-caches", 1);
        case "connections" -> workbook.spare(relation.target(), this::connections);
        default -> {}
      }
    }
    workbook.carries("embedded-objects", parts.count("xl/embeddings/"));
    workbook.carries("revisions", parts.count("xl/revisions/revisionLog"));
    workbook.spare("docProps/core.xml", this::author);
    for (Sheet sheet : workbook.sheets()) {
      ofSheet(sheet);
    }
  }

  private void ofSheet(Sheet sheet) throws IOException {
    Comments comments = new Comments();
    if (sheet.part.isEmpty()) {
      return;
    }
    for (Parts.Relation relation : read.relations(sheet.part).values()) {
      if (!parts.has(relation.target())) {
        continue;
      }
      switch (relation.kind()) {
        case "drawing" -> sheet.chart |= draws(relation.target());
        case "pivotTable" -> sheet.pivot = true;
        case "comments" ->
            workbook.spare(relation.target(), part -> comments.notes += comments(part));
        case "threadedComment" ->
            workbook.spare(
                relation.target(),
                part -> {
                  comments.threaded += count(part, "threadedComment", xml -> true);
                  comments.threads +=
                      count(part, "threadedComment", xml -> xml.attributeIndex("parentId") < 0);
                });
        default -> {}
      }
    }
    workbook.carries("comments", comments.count());
  }

  /** The comments of a sheet, by the way they are kept. */
  private static final class Comments {
    private long notes;
    private long threaded;
    private long threads;

    /** The first comment of each thread is there as an ordinary one too. */
    long count() {
      return Math.max(threaded, notes + threaded - threads);
    }
  }

  private boolean draws(String drawing) throws IOException {
    return read.relations(drawing).values().stream()
        .anyMatch(relation -> relation.kind().startsWith("chart"));
  }

  private long comments(String part) throws IOException {
    if (!part.endsWith(".bin")) {
      return count(part, "comment", xml -> true);
    }
    long count = 0;
    try (BinaryRecords records = new BinaryRecords(parts.stream(part))) {
      while (records.next()) {
        count += records.kind() == COMMENT_RECORD ? 1 : 0;
      }
    }
    return count;
  }

  private void connections(String part) throws IOException {
    if (parts.has(part)) {
      workbook.carries(
          "connections", part.endsWith(".bin") ? 1 : count(part, "connection", xml -> true));
    }
  }

  private long count(String part, String element, Predicate<XmlScanner> counts) throws IOException {
    long count = 0;
    try (XmlScanner xml = parts.xml(part)) {
      for (Event event = xml.next(); event != Event.END_DOCUMENT; event = xml.next()) {
        count += event == Event.START && xml.at(element) && counts.test(xml) ? 1 : 0;
      }
    }
    return count;
  }

  private void author(String part) throws IOException {
    if (!parts.has(part)) {
      return;
    }
    boolean author = false;
    try (XmlScanner xml = parts.xml(part)) {
      for (Event event = xml.next(); event != Event.END_DOCUMENT; event = xml.next()) {
        if (event == Event.START && (xml.at("creator") || xml.at("lastModifiedBy"))) {
          String name = xml.elementText().strip();
          author |= !name.isEmpty() && !PROGRAMS.contains(name);
        }
      }
    }
    workbook.carries("author", author ? 1 : 0);
  }
}
