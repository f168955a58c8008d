package fr.jalon.portal.document;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The text of an ODT. How it looks is in {@code styles.xml}, under the names used here. */
final class OdtContent implements BlockWriter {
  static final String NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:";

  private static final SortedMap<String, String> NAMESPACES =
      new TreeMap<>(
          Map.of(
              "office", "office:1.0",
              "style", "style:1.0",
              "text", "text:1.0",
              "table", "table:1.0",
              "fo", "xsl-fo-compatible:1.0"));

  private static final String NEW_PAGE = "_new_page";

  /** Styles of what may be the first thing of a page that a {@link Block.PageBreak} begins. */
  private static final List<String> FIRST_ON_PAGE =
      List.of(
          "Text_20_body",
          "Heading_20_2",
          "Heading_20_3",
          "Heading_20_4",
          "List_20_Paragraph",
          "Table_20_Caption",
          "Note");

  /** Who signs sees what. */
  private static final String BEFORE_SIGNING = "Before_20_signing";

  private static final int BOXES_IN_A_ROW = 2;

  /** Widths of the columns of bars, relative to each other. */
  private static final List<Integer> BARS = List.of(18, 22);

  /** Lengths that a bar may have. */
  private static final int BAR_STEPS = 20;

  /** The longest bar, in centimetres: its column, less what is around it. */
  private static final double BAR_CM = 8.4;

  private final XMLStreamWriter xml;
  private final Labels labels;
  private boolean onNewPage;
  private boolean isBeforeSigning;
  private int tables;

  private OdtContent(XMLStreamWriter xml, Document document) {
    this.xml = xml;
    this.labels = Labels.of(document);
  }

  static void write(XMLStreamWriter xml, Document document) throws XMLStreamException {
    try {
      new OdtContent(xml, document).write(document);
    } catch (Unwritten e) {
      throw e.cause;
    }
  }

  private void write(Document document) {
    open("office:document-content");
    NAMESPACES.forEach((prefix, name) -> attribute("xmlns:" + prefix, NAMESPACE + name));
    attribute("office:version", "1.2");
    styles();
    open("office:body");
    open("office:text");
    heading(1, "Heading_20_1", document.title());
    List<Block> blocks = document.blocks();
    for (int at = 0; at < blocks.size(); at++) {
      isBeforeSigning = at + 1 < blocks.size() && blocks.get(at + 1) instanceof Block.Signatures;
      blocks.get(at).write(this);
    }
    // a text never ends with a table: programs would add a line of their own, and a page for it
    paragraph("End", Text.of(""));
    close(3);
  }

  private void styles() {
    open("office:automatic-styles");
    for (String style : FIRST_ON_PAGE) {
      style(style + NEW_PAGE, "paragraph", style);
      properties("paragraph", Map.of("fo:break-before", "page"));
      close(1);
    }
    for (String style : List.of(BEFORE_SIGNING, BEFORE_SIGNING + NEW_PAGE)) {
      style(style, "paragraph", "Text_20_body");
      properties(
          "paragraph",
          style.equals(BEFORE_SIGNING)
              ? Map.of("fo:keep-with-next", "always")
              : Map.of("fo:keep-with-next", "always", "fo:break-before", "page"));
      close(1);
    }
    for (int step = 1; step <= BAR_STEPS; step++) {
      bar("Bar", step, "#0a575c");
      bar("Former", step, "#b9ae98");
    }
    table("Grid", "0cm", "auto");
    table("Grid" + NEW_PAGE, "0cm", "page");
    table("Boxes", "0.7cm", "auto");
    table("Boxes" + NEW_PAGE, "0cm", "page");
    for (int width = 1; width <= Block.Grid.WIDEST; width++) {
      style("Column" + width, "table-column", "");
      properties("table-column", Map.of("style:rel-column-width", width + "*"));
      close(1);
    }
    cell("Head", "1pt solid #1d1b17", "1pt solid #1d1b17");
    cell("Cell", "none", "0.5pt solid #ddd5c4");
    cell("Total", "1pt solid #1d1b17", "1pt solid #1d1b17");
    style("Box", "table-cell", "");
    properties("table-cell", Map.of("fo:border", "0.5pt solid #857d6b", "fo:padding", "0.3cm"));
    close(1);
    style("Row", "table-row", "");
    properties("table-row", Map.of("fo:keep-together", "always"));
    close(1);
    highRow("To_20_fill", "1.1cm");
    highRow("Signing", "4cm");
    close(1);
  }

  private void highRow(String name, String height) {
    style(name, "table-row", "");
    open("style:table-row-properties");
    attribute("fo:keep-together", "always");
    attribute("style:min-row-height", height);
    close(2);
  }

  private void table(String name, String above, String breakBefore) {
    style(name, "table", "");
    open("style:table-properties");
    attribute("style:width", "16cm");
    attribute("table:align", "margins");
    attribute("fo:margin-top", above);
    attribute("fo:margin-bottom", "0.5cm");
    attribute("fo:break-before", breakBefore);
    close(2);
  }

  private void cell(String name, String above, String below) {
    style(name, "table-cell", "");
    open("style:table-cell-properties");
    attribute("fo:border-left", "none");
    attribute("fo:border-right", "none");
    attribute("fo:border-top", above);
    attribute("fo:border-bottom", below);
    attribute("fo:padding", "0.12cm");
    close(2);
  }

  private void style(String name, String family, String parent) {
    open("style:style");
    attribute("style:name", name);
    attribute("style:family", family);
    if (!parent.isEmpty()) {
      attribute("style:parent-style-name", parent);
    }
  }

  private void properties(String family, Map<String, String> properties) {
    open("style:" + family + "-properties");
    properties.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(property -> attribute(property.getKey(), property.getValue()));
    close(1);
  }

  @Override
  public void heading(Block.Heading heading) {
    heading(heading.level(), first("Heading_20_" + heading.level()), heading.text());
  }

  private void heading(int level, String style, String text) {
    open("text:h");
    attribute("text:style-name", style);
    attribute("text:outline-level", String.valueOf(level));
    characters(text);
    close(1);
  }

  @Override
  public void paragraph(Block.Paragraph paragraph) {
    paragraph(first(isBeforeSigning ? BEFORE_SIGNING : "Text_20_body"), paragraph.text());
  }

  @Override
  public void items(Block.Items items) {
    open("text:list");
    attribute("text:style-name", items.ordered() ? "Numbers" : "Bullets");
    for (Text item : items.items()) {
      open("text:list-item");
      paragraph(first("List_20_Paragraph"), item);
      close(1);
    }
    close(1);
  }

  @Override
  public void grid(Block.Grid grid) {
    if (!grid.caption().isEmpty()) {
      paragraph(first("Table_20_Caption"), Text.of(grid.caption()));
    }
    table("Grid", grid.widths());
    open("table:table-header-rows");
    row("Row");
    for (Block.Column column : grid.columns()) {
      cell("Head");
      paragraph(
          column.numeric() ? "Table_20_Heading_20_Number" : "Table_20_Heading",
          Text.of(column.name()));
      close(1);
    }
    close(2);
    grid.rows().forEach(row -> row(grid, row, "Cell"));
    if (!grid.totals().isEmpty()) {
      row(grid, grid.totals(), "Total");
    }
    close(1);
  }

  @Override
  public void bars(Block.Bars bars) {
    if (!bars.caption().isEmpty()) {
      paragraph(first("Table_20_Caption"), Text.of(bars.caption()));
    }
    table("Grid", BARS);
    open("table:table-header-rows");
    row("Row");
    for (String name : List.of(bars.name(), bars.measure())) {
      cell("Head");
      paragraph("Table_20_Heading", Text.of(name));
      close(1);
    }
    close(2);
    for (Block.Bar bar : bars.bars()) {
      row("Row");
      cell("Cell");
      paragraph("Table_20_Contents", Text.of(bar.name()));
      close(1);
      cell("Cell");
      paragraph("Table_20_Contents", Text.of(bar.said()));
      for (int at = 0; at < bar.percents().size(); at++) {
        int step = bar.percents().get(at) * BAR_STEPS / Block.Bar.FULL;
        if (step > 0) {
          paragraph((bar.isFormer(at) ? "Former" : "Bar") + step, Text.of(""));
        }
      }
      close(2);
    }
    close(1);
  }

  /** A bar is the background of an empty line, as long as what is left of it is short. */
  private void bar(String name, int step, String color) {
    style(name + step, "paragraph", "Table_20_Contents");
    open("style:paragraph-properties");
    attribute("fo:background-color", color);
    attribute(
        "fo:margin-right",
        String.format(Locale.ROOT, "%.2fcm", BAR_CM * (1 - (double) step / BAR_STEPS)));
    attribute("fo:margin-top", "0.08cm");
    attribute("fo:line-height", "0.22cm");
    close(1);
    open("style:text-properties");
    attribute("fo:font-size", "5pt");
    close(2);
  }

  private void row(Block.Grid grid, List<Text> cells, String kind) {
    row(grid.columns().stream().anyMatch(Block.Column::toFill) ? "To_20_fill" : "Row");
    for (int at = 0; at < cells.size(); at++) {
      cell(kind);
      String style = grid.columns().get(at).numeric() ? "Table_20_Number" : "Table_20_Contents";
      Text text = cells.get(at);
      paragraph(style, kind.equals("Total") ? Text.strong(text.plain()) : text);
      close(1);
    }
    close(1);
  }

  @Override
  public void signatures(Block.Signatures signatures) {
    List<Block.Signatory> all = signatures.signatories();
    table("Boxes", Collections.nCopies(BOXES_IN_A_ROW, 1));
    for (int from = 0; from < all.size(); from += BOXES_IN_A_ROW) {
      row("Signing");
      List<Block.Signatory> here = all.subList(from, Math.min(from + BOXES_IN_A_ROW, all.size()));
      here.forEach(this::box);
      IntStream.range(here.size(), BOXES_IN_A_ROW).forEach(empty -> emptyBox());
      close(1);
    }
    close(1);
  }

  private void box(Block.Signatory signatory) {
    cell("Box");
    paragraph("Party", Text.of(signatory.party()));
    if (!signatory.capacity().isEmpty()) {
      paragraph("Capacity", Text.of(signatory.capacity()));
    }
    paragraph("To_20_sign", Text.of(labels.toSign()));
    close(1);
  }

  private void emptyBox() {
    open("table:table-cell");
    attribute("office:value-type", "string");
    paragraph("Standard", Text.of(""));
    close(1);
  }

  @Override
  public void note(Block.Note note) {
    paragraph(first("Note"), note.text());
  }

  @Override
  public void pageBreak() {
    onNewPage = true;
  }

  private String first(String style) {
    String first = onNewPage ? style + NEW_PAGE : style;
    onNewPage = false;
    return first;
  }

  private void table(String style, List<Integer> widths) {
    open("table:table");
    attribute("table:name", "T" + ++tables);
    attribute("table:style-name", first(style));
    for (int width : widths) {
      open("table:table-column");
      attribute("table:style-name", "Column" + width);
      close(1);
    }
  }

  private void row(String style) {
    open("table:table-row");
    attribute("table:style-name", style);
  }

  private void cell(String style) {
    open("table:table-cell");
    attribute("table:style-name", style);
    attribute("office:value-type", "string");
  }

  private void paragraph(String style, Text text) {
    open("text:p");
    attribute("text:style-name", style);
    for (Run run : text.runs()) {
      if (run.emphasis() == Run.Emphasis.STRONG) {
        open("text:span");
        attribute("text:style-name", "Strong_20_Emphasis");
        characters(run.text());
        close(1);
      } else {
        characters(run.text());
      }
    }
    close(1);
  }

  private void characters(String text) {
    String[] lines = text.split("\n", -1);
    for (int at = 0; at < lines.length; at++) {
      String line = lines[at];
      if (at > 0) {
        open("text:line-break");
        close(1);
      }
      xml(() -> xml.writeCharacters(line));
    }
  }

  private void open(String name) {
    xml(() -> xml.writeStartElement(name));
  }

  private void attribute(String name, String value) {
    xml(() -> xml.writeAttribute(name, value));
  }

  private void close(int elements) {
    for (int at = 0; at < elements; at++) {
      xml(xml::writeEndElement);
    }
  }

  private static void xml(Step step) {
    try {
      step.write();
    } catch (XMLStreamException e) {
      throw new Unwritten(e);
    }
  }

  private interface Step {
    void write() throws XMLStreamException;
  }

  /** Blocks are written by methods that announce no exception. */
  private static final class Unwritten extends RuntimeException {
    private final transient XMLStreamException cause;

    Unwritten(XMLStreamException cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
