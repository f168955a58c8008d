package fr.jalon.portal.review;

import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.document.Block;
import fr.jalon.portal.document.Block.Column;
import fr.jalon.portal.document.Block.Grid;
import fr.jalon.portal.document.Block.Heading;
import fr.jalon.portal.document.Block.Note;
import fr.jalon.portal.document.Block.Paragraph;
import fr.jalon.portal.document.Document;
import fr.jalon.portal.review.ReviewView.Bars;
import fr.jalon.portal.review.ReviewView.Part;
import fr.jalon.portal.review.ReviewView.Piece;
import fr.jalon.portal.review.ReviewView.Prose;
import fr.jalon.portal.review.ReviewView.Sentence;
import fr.jalon.portal.review.ReviewView.Table;
import fr.jalon.portal.web.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A report as it is handed over, in French: the parts of its page, one under the other. */
final class ReviewPaper {
  private static final Messages FRENCH = Messages.in(Messages.FRENCH);

  private ReviewPaper() {}

  /**
   * @param standing that it is frozen, by whom and when, or that it may still change
   * @param address of its page, where each figure leads to what it counts
   */
  static Document of(ReviewView view, String standing, String address) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Paragraph.of(view.about()));
    blocks.add(Note.of(standing + "\n" + FRENCH.text("review.paper.links", address)));
    for (Part part : view.parts()) {
      blocks.add(new Heading(Heading.HIGHEST, part.title()));
      part.pieces().forEach(piece -> add(blocks, part, piece, root(address)));
    }
    return Document.of(view.title(), blocks)
        .withDescription(view.title() + ", " + view.about())
        .withFoot(view.about());
  }

  /** The portal's own address: that of the page without its path. */
  private static String root(String address) {
    return address.replaceFirst("(?<=[^:/])/.*$", "");
  }

  private static void add(List<Block> blocks, Part part, Piece piece, String root) {
    if (piece instanceof Sentence sentence) {
      blocks.add(Paragraph.of(sentence.text()));
    } else if (piece instanceof Prose prose) {
      Stream.of(prose.text().split("\n{2,}"))
          .filter(text -> !text.isBlank())
          .forEach(text -> blocks.add(Paragraph.of(text)));
    } else if (piece instanceof Table table) {
      blocks.add(grid(part, table, root));
    } else if (piece instanceof Bars bars) {
      blocks.add(
          new Block.Bars(
              caption(part, bars.caption()),
              bars.name(),
              bars.measure(),
              bars.bars().stream()
                  .map(bar -> new Block.Bar(bar.name(), bar.said(), bar.percents()))
                  .toList()));
    }
  }

  /** A caption that says no more than the title above it is left out. */
  private static String caption(Part part, String caption) {
    return caption.equals(part.title()) ? "" : caption;
  }

  private static Grid grid(Part part, Table table, String root) {
    return Grid.of(
        caption(part, table.caption()),
        table.heads().stream()
            .map(head -> head.numeric() ? Column.numeric(head.name()) : Column.text(head.name()))
            .toList(),
        table.rows().stream().map(row -> row(table, row, root)).toList());
  }

  /** A dataset is named with its address, for whoever has the paper alone. */
  private static List<String> row(Table table, List<ReviewView.Cell> cells, String root) {
    List<String> said = new ArrayList<>();
    for (int at = 0; at < cells.size(); at++) {
      String href = cells.get(at).href();
      boolean named = table.heads().get(at).name().equals(FRENCH.text("review.dataset"));
      said.add(
          href != null && named && href.startsWith(CatalogPaths.DATASETS)
              ? cells.get(at).text() + "\n" + root + href
              : cells.get(at).text());
    }
    return said;
  }
}
