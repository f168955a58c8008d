package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.Dates;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Code;
import java.util.Map;
import java.util.Set;

/**
 * A cell that is not of the kind of its column: words among amounts, a date that does not exist.
 */
final class WrongTypeRule implements Rule {
  /** Codes (SIRET, communes…) have checks of their own. */
  private static final Set<String> CHECKED =
      Set.of(
          "date",
          "datetime",
          "integer",
          "decimal",
          "boolean",
          "latitude",
          "longitude",
          "url",
          "email",
          "year",
          "phone");

  @Override
  public String code() {
    return "wrong-type";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      if (CHECKED.contains(column.kind()) && column.profile().filled() > 0) {
        Kind kind = Kinds.get(column.kind());
        report.cells(
            this,
            Severity.WARNING,
            column,
            Map.of("kind", column.kind(), "variant", column.kind()),
            value -> !reads(kind, column, value.toString()));
      }
    }
  }

  private static boolean reads(Kind kind, ColumnFacts column, String text) {
    if (Blanks.isBlankWord(text) || Blanks.isSpreadsheetError(text)) {
      return true;
    }
    boolean written =
        switch (kind.code()) {
          case "date" -> Dates.ofSerial(text) != null;
          case "phone" ->
              !Code.PHONE.restored(text).equals(text) || !Code.PHONE.pointless(text).equals(text);
          case "boolean" -> text.strip().equals("0") || text.strip().equals("1");
          default -> false;
        };
    return written || Judging.canonical(kind, text) != null;
  }
}
