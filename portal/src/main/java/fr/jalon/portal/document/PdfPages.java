package fr.jalon.portal.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;

/** What the renderer lays out: a tree, never a text to be parsed, so that no text is markup. */
final class PdfPages implements BlockWriter {
  private final Labels labels;
  private final Set<String> missing;
  private final org.w3c.dom.Document dom;
  private final Element bookmarks;
  private final Element body;
  private boolean onNewPage;
  private int headings;

  PdfPages(Document document, Set<String> missing) {
    this.labels = Labels.of(document);
    this.missing = missing;
    this.dom = empty();
    Element html = dom.createElement("html");
    html.setAttribute("lang", document.language().toLanguageTag());
    dom.appendChild(html);
    Element head = in(html, "head");
    text(in(head, "title"), document.title());
    meta(head, "title", document.title());
    meta(head, "description", document.description());
    meta(head, "subject", document.description());
    in(head, "style").setTextContent(style(labels));
    bookmarks = in(head, "bookmarks");
    body = in(html, "body");
    margins(document);
    title(document.title());
    document.blocks().forEach(block -> block.write(this));
  }

  org.w3c.dom.Document dom() {
    return dom;
  }

  /** The rod and the words above each page, and those under it. */
  private void margins(Document document) {
    Element head = in(body, "div", "head");
    Element rod = in(head, "span", "rod");
    for (String band : List.of("red", "white", "red")) {
      in(rod, "span", "band " + band);
    }
    text(in(head, "span", "said"), document.head());
    text(in(body, "div", "foot"), document.foot());
  }

  private void title(String title) {
    text(marked(in(body, "h1"), title), title);
  }

  @Override
  public void heading(Block.Heading heading) {
    text(marked(block("h" + heading.level()), heading.text()), heading.text());
  }

  @Override
  public void paragraph(Block.Paragraph paragraph) {
    text(block("p"), paragraph.text());
  }

  @Override
  public void items(Block.Items items) {
    Element list = block(items.ordered() ? "ol" : "ul");
    items.items().forEach(item -> text(in(list, "li"), item));
  }

  @Override
  public void grid(Block.Grid grid) {
    if (!grid.caption().isEmpty()) {
      // the renderer leaves a caption out of what screen readers are told
      text(block("p", "caption"), grid.caption());
    }
    Element table = block("table", grid.caption().isEmpty() ? "alone" : "");
    widths(table, grid);
    Element head = in(in(table, "thead"), "tr");
    for (Block.Column column : grid.columns()) {
      Element cell = in(head, "th", number(column));
      cell.setAttribute("scope", "col");
      text(cell, column.name());
    }
    Element rows = in(table, "tbody");
    grid.rows().forEach(row -> row(in(rows, "tr"), grid.columns(), row));
    if (!grid.totals().isEmpty()) {
      row(in(rows, "tr", "totals"), grid.columns(), grid.totals());
    }
  }

  @Override
  public void bars(Block.Bars bars) {
    if (!bars.caption().isEmpty()) {
      text(block("p", "caption"), bars.caption());
    }
    Element table = block("table", bars.caption().isEmpty() ? "bars alone" : "bars");
    in(table, "col").setAttribute("style", "width: 45%");
    in(table, "col").setAttribute("style", "width: 55%");
    Element head = in(in(table, "thead"), "tr");
    for (String name : List.of(bars.name(), bars.measure())) {
      Element cell = in(head, "th");
      cell.setAttribute("scope", "col");
      text(cell, name);
    }
    Element rows = in(table, "tbody");
    for (Block.Bar bar : bars.bars()) {
      Element row = in(rows, "tr");
      text(in(row, "td"), bar.name());
      Element cell = in(row, "td");
      text(in(cell, "div"), bar.said());
      for (int at = 0; at < bar.percents().size(); at++) {
        // drawn in the background: a picture to look at, which says nothing more
        if (bar.percents().get(at) == 0) {
          continue;
        }
        in(cell, "div", bar.isFormer(at) ? "bar former" : "bar")
            .setAttribute("style", "width: " + bar.percents().get(at) + "%");
      }
    }
  }

  private void widths(Element table, Block.Grid grid) {
    List<Integer> widths = grid.widths();
    int all = widths.stream().mapToInt(Integer::intValue).sum();
    for (int width : widths) {
      in(table, "col").setAttribute("style", "width: %d%%".formatted(100 * width / all));
    }
  }

  private void row(Element row, List<Block.Column> columns, List<Text> cells) {
    for (int at = 0; at < cells.size(); at++) {
      Block.Column column = columns.get(at);
      text(in(row, "td", column.toFill() ? "to-fill" : number(column)), cells.get(at));
    }
  }

  private static String number(Block.Column column) {
    return column.numeric() ? "number" : "";
  }

  @Override
  public void signatures(Block.Signatures signatures) {
    if (body.getLastChild() instanceof Element before && before.getTagName().equals("p")) {
      // who signs sees what
      before.setAttribute("class", (before.getAttribute("class") + " before-signing").strip());
    }
    Element boxes = block("div", "signatures");
    for (Block.Signatory signatory : signatures.signatories()) {
      Element box = in(boxes, "div", "box");
      text(in(box, "p", "party"), signatory.party());
      if (!signatory.capacity().isEmpty()) {
        text(in(box, "p", "capacity"), signatory.capacity());
      }
      text(in(box, "p", "to-sign"), labels.toSign());
    }
  }

  @Override
  public void note(Block.Note note) {
    text(in(block("div", "note"), "p"), note.text());
  }

  @Override
  public void pageBreak() {
    onNewPage = true;
  }

  private Element block(String name) {
    return block(name, "");
  }

  private Element block(String name, String kind) {
    Element block = in(body, name, (onNewPage ? "new-page " + kind : kind).strip());
    onNewPage = false;
    return block;
  }

  private Element marked(Element heading, String title) {
    String id = "h" + headings++;
    heading.setAttribute("id", id);
    Element bookmark = in(bookmarks, "bookmark");
    bookmark.setAttribute("name", Fonts.drawable(title, missing));
    bookmark.setAttribute("href", "#" + id);
    return heading;
  }

  private void text(Element parent, Text text) {
    for (Run run : text.runs()) {
      text(run.emphasis() == Run.Emphasis.STRONG ? in(parent, "strong") : parent, run.text());
    }
  }

  private void text(Element parent, String text) {
    String[] lines = Fonts.drawable(text, missing).split("\n", -1);
    for (int at = 0; at < lines.length; at++) {
      if (at > 0) {
        in(parent, "br");
      }
      // without the space, what is heard runs into the next line
      String line = at + 1 < lines.length ? lines[at] + " " : lines[at];
      if (!line.isEmpty()) {
        parent.appendChild(dom.createTextNode(line));
      }
    }
  }

  private void meta(Element head, String name, String content) {
    Element meta = in(head, "meta");
    meta.setAttribute("name", name);
    meta.setAttribute("content", content);
  }

  private Element in(Element parent, String name) {
    return in(parent, name, "");
  }

  private Element in(Element parent, String name, String kind) {
    Element child = dom.createElement(name);
    if (!kind.isEmpty()) {
      child.setAttribute("class", kind);
    }
    parent.appendChild(child);
    return child;
  }

  private static org.w3c.dom.Document empty() {
    try {
      return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one style sheet, which is ours: nothing of a document is ever in it. */
  private static String style(Labels labels) {
    try (InputStream in = PdfPages.class.getResourceAsStream("document.css")) {
      if (in == null) {
        throw new IllegalStateException("missing on the class path: document.css");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{page}", labels.page());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
