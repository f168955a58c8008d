package fr.jalon.portal.deposit;

import fr.jalon.engine.Told;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.table.Reading;
import fr.jalon.portal.deposit.ReadingView.Alternative;
import fr.jalon.portal.deposit.ReadingView.Question;
import fr.jalon.portal.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to ask when a sentence of the reading is wrong. */
final class Questions {
  private final Page page;
  private final Reading reading;
  private final List<byte[]> raw;
  private final OtherReadings others;

  Questions(Page page, Reading reading, ReadOptions corrected, List<byte[]> raw) {
    this.page = page;
    this.reading = reading;
    this.raw = raw;
    this.others = new OtherReadings(page, reading, corrected);
  }

  /** The question about what a sentence says, null when it can only be so. */
  @Nullable Question find(Told.Topic topic) {
    return switch (topic) {
      case ORIGIN ->
          question("accents", "encoding", "rows", TextAlternatives.accents(page, reading, raw));
      case SHEET -> question("feuille", "sheet", "thumbs", others.sheets());
      case TABLE -> question("tableaux", "table", "thumbs", others.tables());
      case SHAPE -> question("sens", "shape", "ways titled", others.shapes());
      case HEADER -> question("titres", "header", "rows", others.headers());
      case SIZE ->
          question("colonnes", "delimiter", "ways", TextAlternatives.cuts(page, reading, raw));
      case HIDDEN -> question("masque", "hidden", "ways", others.hidden());
      case LEFT_OUT, TOTAL_RIGHT, TOTAL_WRONG, UNPUBLISHED, NOTE -> null;
    };
  }

  private @Nullable Question question(
      String id, String field, String style, List<Alternative> alternatives) {
    return alternatives.size() < 2
        ? null
        : new Question(
            id,
            field,
            page.t(invite(field)),
            page.t("deposit.reading.ask." + field),
            style,
            alternatives);
  }

  /** A sentence that offers something is not wrong. */
  private static String invite(String field) {
    boolean offers = field.equals("shape") || field.equals("hidden");
    return offers ? "deposit.reading.other-ways" : "deposit.reading.not-that";
  }
}
