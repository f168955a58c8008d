package fr.jalon.engine.export;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An OpenDocument workbook of one sheet for people, as {@link XlsxWriter}: codes kept as text,
 * numbers and dates as such, never a formula, nothing said of who made it.
 *
 * <p>Written as a stream, each distinct value of a block encoded once. What is not held is what a
 * workbook of Excel does not hold, so that neither says more than the other: rows beyond {@link
 * XlsxWriter#MAX_ROWS}, the end of a text longer than {@link SheetText#LONGEST} characters; a
 * number of more than 15 digits and a date before March 1900 are written as text.
 */
final class OdsWriter implements TableWriter {
  static final String FILE = "data.ods";
  private static final int FLUSH_AT = 1 << 16;
  private static final long MICROS_PER_DAY = 86_400_000_000L;
  private static final byte[] ROW_START = ascii("<table:table-row>");
  private static final byte[] ROW_END = ascii("</table:table-row>");
  private static final byte[] EMPTY = ascii("<table:table-cell/>");

  private static final String MIME_TYPE = WrittenFormat.ODS.mediaType();
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String NAMES = "urn:oasis:names:tc:opendocument:xmlns:";

  private static final String MANIFEST =
      XML
          + "<manifest:manifest xmlns:manifest=\""
          + NAMES
          + "manifest:1.0\" manifest:version=\"1.3\">"
          + "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\""
          + " manifest:media-type=\""
          + MIME_TYPE
          + "\"/><manifest:file-entry manifest:full-path=\"content.xml\""
          + " manifest:media-type=\"text/xml\"/></manifest:manifest>";

  /** Dates are shown as they are written everywhere else: 2022-03-12. */
  private static final String CONTENT_START =
      XML
          + "<office:document-content office:version=\"1.3\""
          + " xmlns:office=\""
          + NAMES
          + "office:1.0\" xmlns:table=\""
          + NAMES
          + "table:1.0\" xmlns:text=\""
          + NAMES
          + "text:1.0\" xmlns:style=\""
          + NAMES
          + "style:1.0\" xmlns:number=\""
          + NAMES
          + "datastyle:1.0\" xmlns:fo=\""
          + NAMES
          + "xsl-fo-compatible:1.0\"><office:automatic-styles>"
          + "<number:date-style style:name=\"N1\">"
          + day()
          + "</number:date-style><number:date-style style:name=\"N2\">"
          + day()
          + "<number:text> </number:text><number:hours number:style=\"long\"/>"
          + "<number:text>:</number:text><number:minutes number:style=\"long\"/>"
          + "<number:text>:</number:text><number:seconds number:style=\"long\"/>"
          + "</number:date-style>"
          + "<style:style style:name=\"d\" style:family=\"table-cell\""
          + " style:data-style-name=\"N1\"/>"
          + "<style:style style:name=\"t\" style:family=\"table-cell\""
          + " style:data-style-name=\"N2\"/>"
          + "<style:style style:name=\"h\" style:family=\"table-cell\">"
          + "<style:text-properties fo:font-weight=\"bold\"/></style:style>"
          + "<style:style style:name=\"c\" style:family=\"table-column\">"
          + "<style:table-column-properties style:column-width=\"4cm\"/></style:style>"
          + "</office:automatic-styles><office:body><office:spreadsheet>"
          + "<table:table table:name=\"Données\">";

  private static final String CONTENT_END =
      "</table:table></office:spreadsheet></office:body></office:document-content>";

  private final HashedFile file;
  private final ZipOutputStream zip;
  private final Bytes out = new Bytes(FLUSH_AT * 2);
  private long rows;

  OdsWriter(Path folder, List<ExportColumn> columns) throws IOException {
    this.file = new HashedFile(folder, FILE);
    this.zip = new ZipOutputStream(file);
    zip.setLevel(Deflater.BEST_SPEED);
    writeMimeType();
    begin("META-INF/manifest.xml");
    zip.write(MANIFEST.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
    begin("content.xml");
    writeTop(columns);
  }

  @Override
  public void write(Block block, List<TypedChunk> columns) throws IOException {
    int count = (int) Math.min(block.rows(), XlsxWriter.MAX_ROWS - rows);
    JsonCells[] cells = new JsonCells[columns.size()];
    for (int i = 0; i < cells.length && count > 0; i++) {
      cells[i] = JsonCells.of(columns.get(i), OdsWriter::encode);
    }
    for (int row = 0; row < count; row++) {
      out.put(ROW_START);
      for (JsonCells column : cells) {
        column.put(out, row);
      }
      out.put(ROW_END);
      if (out.size() > FLUSH_AT) {
        flush();
      }
    }
    rows += count;
  }

  @Override
  public WrittenFile finish() throws IOException {
    out.put(CONTENT_END);
    flush();
    zip.closeEntry();
    zip.finish();
    return file.finish(WrittenFormat.ODS, rows);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void writeTop(List<ExportColumn> columns) {
    out.put(CONTENT_START);
    out.put(
        "<table:table-column table:style-name=\"c\" table:number-columns-repeated=\""
            + columns.size()
            + "\"/><table:table-header-rows>");
    out.put(ROW_START);
    for (ExportColumn column : columns) {
      byte[] name = column.name().getBytes(StandardCharsets.UTF_8);
      out.put("<table:table-cell table:style-name=\"h\" office:value-type=\"string\">");
      OdsText.put(out, name, 0, name.length);
      out.put("</table:table-cell>");
    }
    out.put(ROW_END);
    out.put("</table:table-header-rows>");
  }

  /** The first entry, unpacked: how a program knows the file before it opens it. */
  private void writeMimeType() throws IOException {
    byte[] type = ascii(MIME_TYPE);
    CRC32 sum = new CRC32();
    sum.update(type);
    ZipEntry entry = entry("mimetype");
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(type.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(type);
    zip.closeEntry();
  }

  private void begin(String name) throws IOException {
    zip.putNextEntry(entry(name));
  }

  /** Always the same moment: the same table gives the same file. */
  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
    return entry;
  }

  private void flush() throws IOException {
    zip.write(out.array(), 0, out.size());
    out.clear();
  }

  private static void encode(Bytes out, TypedChunk column, int code) {
    if (column.isEmpty(code)) {
      out.put(EMPTY);
      return;
    }
    Chunk chunk = column.chunk();
    String typed = typed(column, code);
    int length = chunk.length(code);
    out.put("<table:table-cell ");
    if (typed != null) {
      out.put(typed);
    } else {
      out.put("office:value-type=\"string\"");
      length = SheetText.kept(chunk.array(), chunk.offset(code), length);
    }
    out.put('>');
    if (length < chunk.length(code)) {
      Bytes cut = new Bytes(length + 3);
      cut.put(chunk.array(), chunk.offset(code), length);
      cut.put("…".getBytes(StandardCharsets.UTF_8));
      OdsText.put(out, cut.array(), 0, cut.size());
    } else {
      OdsText.put(out, chunk.array(), chunk.offset(code), length);
    }
    out.put("</table:table-cell>");
  }

  /** What says the type and the value; null for a text. */
  private static @Nullable String typed(TypedChunk column, int code) {
    if (column.type() == ValueType.TEXT) {
      return null;
    }
    String text = column.chunk().value(code).toString();
    return switch (column.type()) {
      case TEXT -> null;
      case INTEGER, DECIMAL ->
          column.type() == ValueType.INTEGER && text.length() > XlsxWriter.EXACT_DIGITS
              ? null
              : "office:value-type=\"float\" office:value=\"" + text + "\"";
      case BOOLEAN ->
          "office:value-type=\"boolean\" office:boolean-value=\"" + (column.bits(code) == 1) + "\"";
      case DATE -> XlsxWriter.isDay(column.bits(code)) ? date("d", text) : null;
      case DATETIME ->
          column.zoned() || !XlsxWriter.isDay(Math.floorDiv(column.bits(code), MICROS_PER_DAY))
              ? null
              : date("t", moment(column.bits(code)));
    };
  }

  private static String moment(long micros) {
    long day = Math.floorDiv(micros, MICROS_PER_DAY);
    return LocalDate.ofEpochDay(day)
        .atStartOfDay()
        .plusNanos(Math.floorMod(micros, MICROS_PER_DAY) * 1000)
        .toString();
  }

  private static String date(String style, String value) {
    return "table:style-name=\""
        + style
        + "\" office:value-type=\"date\" office:date-value=\""
        + value
        + "\"";
  }

  private static String day() {
    return "<number:year number:style=\"long\"/><number:text>-</number:text>"
        + "<number:month number:style=\"long\"/><number:text>-</number:text>"
        + "<number:day number:style=\"long\"/>";
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
