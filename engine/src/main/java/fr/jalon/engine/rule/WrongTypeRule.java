package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.Dates;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Code;
import fr.jalon.engine.rule.mend.Conversion;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell that is not of the kind of its column: words among amounts, a date that does not exist.
 */
final class WrongTypeRule implements Rule {
  /** Codes (SIRET, communes…) have checks of their own. */
  static final Set<Kind> CHECKED =
      Set.of(
          Kinds.DATE,
          Kinds.DATETIME,
          Kinds.INTEGER,
          Kinds.DECIMAL,
          Kinds.BOOLEAN,
          Kinds.LATITUDE,
          Kinds.LONGITUDE,
          Kinds.URL,
          Kinds.EMAIL,
          Kinds.YEAR,
          Kinds.PHONE);

  private static final Pattern TWO_YEARS = Pattern.compile("(\\d{4}) ?[-/–] ?(\\d{4}|\\d{2})");

  @Override
  public String code() {
    return "wrong-type";
  }

  @Override
  public void look(Facts facts, Report report) {
    if (LabelledSheet.is(facts)) {
      return;
    }
    for (ColumnFacts column : facts.columns()) {
      if (CHECKED.contains(column.kind()) && column.profile().filled() > 0) {
        Kind kind = column.kind();
        report.cells(
            this,
            Severity.WARNING,
            column,
            Map.of("kind", kind.code(), "variant", kind.code()),
            value -> !reads(kind, column, value.toString()));
      }
    }
  }

  private static boolean reads(Kind kind, ColumnFacts column, String text) {
    // words and spaces that say nothing are told by rules of their own
    if (Blanks.isBlankWord(text) || Blanks.isSpreadsheetError(text) || saysNothing(text)) {
      return true;
    }
    boolean written =
        switch (kind.code()) {
          // told by the rule of dates in sentences
          case "date" -> Dates.ofSerial(text) != null || DateInWordsRule.isOne(text);
          case "year" -> isSeason(text.strip());
          case "phone" ->
              !Code.PHONE.restored(text).equals(text) || !Code.PHONE.pointless(text).equals(text);
          case "boolean" -> text.strip().equals("0") || text.strip().equals("1");
          default -> false;
        };
    return written || Judging.canonical(kind, text) != null;
  }

  private static boolean saysNothing(String text) {
    return Conversion.EmptyOut.Nothing.SPACES.isIt(text);
  }

  /** "2022/2023" or "2022-23": a school year is a year. */
  private static boolean isSeason(String text) {
    Matcher years = TWO_YEARS.matcher(text);
    if (!years.matches()) {
      return false;
    }
    int next = Integer.parseInt(years.group(1)) + 1;
    int second = Integer.parseInt(years.group(2));
    return second == next || (years.group(2).length() == 2 && second == next % 100);
  }
}
