package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.XmlScanner;
import fr.jalon.engine.format.XmlScanner.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XML that Excel 2002 and 2003 wrote (SpreadsheetML 2003), which business software still
 * exports under the name of an XLS.
 */
final class XmlWorkbookReader {
  static final String NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet";

  private final XmlScanner xml;
  private final Path work;
  private final Workbook workbook = new Workbook("xls");
  private final Map<String, CellFormat> styles = new HashMap<>();
  private final RichText text = new RichText();

  XmlWorkbookReader(XmlScanner xml, Path work) {
    this.xml = xml;
    this.work = work;
  }

  Workbook read() throws IOException {
    boolean done = false;
    try {
      String style = "";
      for (Event event = xml.next(); event != Event.END_DOCUMENT; event = xml.next()) {
        if (event != Event.START) {
          continue;
        }
        if (xml.at("Style")) {
          style = orEmpty(xml.attributeOfAnyPrefix("ID"));
        } else if (xml.at("NumberFormat")) {
          styles.put(style, format(orEmpty(xml.attributeOfAnyPrefix("Format"))));
        } else if (xml.at("Author") || xml.at("LastAuthor")) {
          workbook.carries("author", xml.elementText().isBlank() ? 0 : 1);
        } else if (xml.at("Worksheet")) {
          worksheet();
        }
      }
      if (workbook.sheets().isEmpty()) {
        throw new RefusedException("corrupt-workbook");
      }
      done = true;
      return workbook;
    } finally {
      if (!done) {
        workbook.close();
      }
    }
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static CellFormat format(String code) {
    return CellFormat.of(code.endsWith("Date") || code.endsWith("Time") ? "General" : code);
  }

  private void worksheet() throws IOException {
    Sheet sheet = new Sheet(orEmpty(xml.attributeOfAnyPrefix("Name")), false, work);
    workbook.add(sheet);
    long row = 0;
    int column = 0;
    int around = xml.depth();
    for (Event event = xml.next(); xml.depth() >= around; event = xml.next()) {
      if (event != Event.START) {
        continue;
      }
      if (xml.at("Row")) {
        row = index(row, Limits.ROWS);
        sheet.startRow(row);
        if ("1".equals(xml.attributeOfAnyPrefix("Hidden"))) {
          sheet.hideRow(false);
        }
        row(sheet, row);
      } else if (xml.at("Column")) {
        column = (int) index(column, Limits.COLUMNS) + count("Span");
        if ("1".equals(xml.attributeOfAnyPrefix("Hidden"))) {
          sheet.hiddenCells.hideColumns(column - 1 - count("Span"), column - 1, false);
        }
      } else if (xml.at("AutoFilterColumn")) {
        String on = xml.attributeOfAnyPrefix("Type");
        if (on != null && !on.equals("All")) {
          sheet.filter();
        }
      } else if (xml.at("Visible")) {
        // out of the menus of Excel too when it is "SheetVeryHidden"
        sheet.hidden = xml.elementText().strip().endsWith("Hidden");
      } else if (xml.at("PivotTable")) {
        sheet.pivot = true;
      }
    }
    sheet.finish();
  }

  /** Where the element says it is, else after the last one; 1-based. */
  private long index(long last, long most) throws IOException {
    String given = xml.attributeOfAnyPrefix("Index");
    try {
      long index = given == null || given.isBlank() ? last + 1 : Long.parseLong(given.strip());
      if (index > last && index <= most) {
        return index;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new RefusedException("corrupt-workbook");
  }

  private void row(Sheet sheet, long row) throws IOException {
    int around = xml.depth();
    long column = 0;
    for (Event event = xml.next(); xml.depth() >= around; event = xml.next()) {
      if (event == Event.START && xml.at("Cell")) {
        column = index(column, Limits.COLUMNS);
        int across = count("MergeAcross");
        int down = count("MergeDown");
        if (across > 0 || down > 0) {
          sheet.merge(new Merge(row, row + down, (int) column - 1, (int) column - 1 + across));
        }
        cell(sheet, (int) column - 1);
        column += across;
      }
    }
  }

  private int count(String attribute) {
    String value = xml.attributeOfAnyPrefix(attribute);
    return value != null && value.matches("\\d{1,5}") ? Integer.parseInt(value) : 0;
  }

  private void cell(Sheet sheet, int column) throws IOException {
    CellFormat format =
        styles.getOrDefault(orEmpty(xml.attributeOfAnyPrefix("StyleID")), CellFormat.GENERAL);
    int around = xml.depth();
    for (Event event = xml.next(); xml.depth() >= around; event = xml.next()) {
      if (event != Event.START) {
        continue;
      }
      if (xml.at("Data")) {
        String type = orEmpty(xml.attributeOfAnyPrefix("Type"));
        data();
        String value = new String(text.bytes(), 0, text.length(), StandardCharsets.UTF_8);
        sheet.errors += type.equals("Error") ? 1 : 0;
        sheet.cell(column, written(type, value, format));
      } else {
        workbook.carries("comments", xml.at("Comment") ? 1 : 0);
        xml.skipElement();
      }
    }
  }

  private void data() throws IOException {
    text.clear();
    int around = xml.depth();
    for (Event event = xml.next(); xml.depth() >= around; event = xml.next()) {
      if (event == Event.TEXT) {
        text.append(xml.textBytes(), xml.textStart(), xml.textEnd());
      }
    }
  }

  private static String written(String type, String value, CellFormat format) {
    switch (type) {
      case "Number" -> {
        try {
          return format.text(Double.parseDouble(value.strip()), false);
        } catch (NumberFormatException e) {
          return value;
        }
      }
      case "DateTime" -> {
        String whole = value.replaceFirst("\\.0+$", "");
        return whole.startsWith("1899-12-31T")
            ? whole.substring("1899-12-31T".length())
            : whole.replaceFirst("T00:00:00$", "");
      }
      case "Boolean" -> {
        return value.strip().equals("1") ? "true" : "false";
      }
      default -> {
        return value;
      }
    }
  }
}
