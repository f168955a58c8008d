package fr.jalon.portal.diagnosis;

import fr.jalon.portal.document.Block;
import fr.jalon.portal.document.Block.Bar;
import fr.jalon.portal.document.Block.Bars;
import fr.jalon.portal.document.Block.Column;
import fr.jalon.portal.document.Block.Grid;
import fr.jalon.portal.document.Block.Heading;
import fr.jalon.portal.document.Block.Items;
import fr.jalon.portal.document.Block.Note;
import fr.jalon.portal.document.Block.Paragraph;
import fr.jalon.portal.document.Document;
import fr.jalon.portal.document.Text;
import fr.jalon.portal.web.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A diagnosis as it is handed over, in French. */
final class DiagnosisPaper {
  private static final Messages FRENCH = Messages.in(Messages.FRENCH);

  private DiagnosisPaper() {}

  /**
   * @param name of what was frozen, or of the occasion
   */
  static Document of(DiagnosisView view, String name, Instant day) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.of(FRENCH.text("diagnosis.paper.of", view.authority(), name, FRENCH.date(day))));
    blocks.add(Paragraph.of(view.lead()));
    blocks.add(Note.of(FRENCH.text("diagnosis.scale")));
    if (!view.rows().isEmpty()) {
      levels(blocks, view);
    }
    view.rows().stream()
        .filter(row -> !row.computed().isEmpty())
        .forEach(row -> blocks.add(Paragraph.of(row.title() + " : " + row.computed())));
    list(blocks, "diagnosis.strengths", view.strengths());
    list(blocks, "diagnosis.obstacles", view.obstacles());
    list(
        blocks,
        "diagnosis.first",
        view.suggestions().stream().map(one -> one.title() + " : " + one.why()).toList());
    if (!view.rows().isEmpty()) {
      evidence(blocks, view);
    }
    String title = FRENCH.text("diagnosis.title");
    return Document.of(title, blocks)
        .withDescription(title + ", " + view.authority())
        .withFoot(view.authority());
  }

  /** Of the dimensions, of which a questionnaire where nothing counts has none. */
  private static void levels(List<Block> blocks, DiagnosisView view) {
    blocks.add(new Heading(2, FRENCH.text("diagnosis.levels")));
    blocks.add(
        new Bars(
            "",
            FRENCH.text("diagnosis.dimension"),
            FRENCH.text("diagnosis.level.name"),
            view.rows().stream()
                .map(row -> new Bar(row.title(), row.level(), row.percents()))
                .toList()));
    blocks.add(levels(view));
  }

  private static void evidence(List<Block> blocks, DiagnosisView view) {
    blocks.add(new Heading(2, FRENCH.text("diagnosis.evidence.title")));
    for (DiagnosisView.Row row : view.rows()) {
      blocks.add(new Heading(3, row.title()));
      blocks.add(
          row.evidence().isEmpty()
              ? Paragraph.of(FRENCH.text("diagnosis.evidence.none"))
              : items(row.evidence()));
    }
  }

  private static Grid levels(DiagnosisView view) {
    boolean medians = view.rows().stream().anyMatch(row -> !row.median().isEmpty());
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text(FRENCH.text("diagnosis.dimension")));
    columns.add(Column.text(FRENCH.text("diagnosis.confidence")));
    if (medians) {
      columns.add(Column.numeric(FRENCH.text("diagnosis.median")));
    }
    return Grid.of(
        FRENCH.text("diagnosis.confidence"),
        columns,
        view.rows().stream()
            .map(
                row ->
                    medians
                        ? List.of(row.title(), row.confidence(), row.median())
                        : List.of(row.title(), row.confidence()))
            .toList());
  }

  private static void list(List<Block> blocks, String key, List<String> lines) {
    if (!lines.isEmpty()) {
      blocks.add(new Heading(2, FRENCH.text(key)));
      blocks.add(items(lines));
    }
  }

  private static Items items(List<String> lines) {
    return new Items(false, lines.stream().map(Text::of).toList());
  }
}
