package fr.jalon.portal.document;

import java.util.List;
import java.util.stream.Collectors;

/** A document as text without any form. */
final class PlainText implements BlockWriter {
  private final StringBuilder text = new StringBuilder();
  private final Labels labels;

  PlainText(Document document) {
    labels = Labels.of(document);
    text.append(document.title()).append('\n');
  }

  @Override
  public void heading(Block.Heading heading) {
    block(heading.text());
  }

  @Override
  public void paragraph(Block.Paragraph paragraph) {
    block(paragraph.text().plain());
  }

  @Override
  public void items(Block.Items items) {
    text.append('\n');
    for (int at = 0; at < items.items().size(); at++) {
      line(items.mark(at) + " " + items.items().get(at).plain());
    }
  }

  @Override
  public void grid(Block.Grid grid) {
    text.append('\n');
    if (!grid.caption().isEmpty()) {
      line(grid.caption());
    }
    line(grid.columns().stream().map(Block.Column::name).collect(Collectors.joining("\t")));
    grid.rows().forEach(this::row);
    if (!grid.totals().isEmpty()) {
      row(grid.totals());
    }
  }

  private void row(List<Text> cells) {
    line(cells.stream().map(Text::plain).collect(Collectors.joining("\t")));
  }

  @Override
  public void bars(Block.Bars bars) {
    text.append('\n');
    if (!bars.caption().isEmpty()) {
      line(bars.caption());
    }
    line(bars.name() + "\t" + bars.measure());
    bars.bars().forEach(bar -> line(bar.name() + "\t" + bar.said()));
  }

  @Override
  public void signatures(Block.Signatures signatures) {
    for (Block.Signatory signatory : signatures.signatories()) {
      text.append('\n');
      line(signatory.party());
      if (!signatory.capacity().isEmpty()) {
        line(signatory.capacity());
      }
      line(labels.toSign());
    }
  }

  @Override
  public void note(Block.Note note) {
    block(note.text().plain());
  }

  @Override
  public void pageBreak() {}

  @Override
  public String toString() {
    return text.toString();
  }

  private void block(String said) {
    text.append('\n');
    line(said);
  }

  private void line(String said) {
    text.append(said).append('\n');
  }
}
