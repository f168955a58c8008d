package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.FillBlanks;
import fr.jalon.engine.rule.mend.MapValues;
import fr.jalon.engine.rule.mend.Mend;
import fr.jalon.engine.rule.mend.Together;
import fr.jalon.engine.schema.Field;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A column of crosses, or of yes alone, and of empty cells: does nothing mean no? */
final class YesOrNothingRule implements Rule {
  private static final Set<String> CROSSES = Set.of("x", "✓", "✔", "☑", "✅");
  private static final Set<String> YES = Set.of("oui", "yes", "vrai", "true");

  /** Fewer rows are no column yet. */
  private static final int FEWEST_ROWS = 3;

  @Override
  public String code() {
    return "yes-or-nothing";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      boolean blanks = column.profile().empty() > 0 && facts.rows() >= FEWEST_ROWS;
      if (blanks && isMarked(column)) {
        look(column, report);
      }
    }
  }

  /** True when all that is written in the column is one mark, a cross or a yes. */
  static boolean isMarked(ColumnFacts column) {
    Distinct values = column.values();
    if (values.size() == 0 || !values.complete()) {
      return false;
    }
    String first = Words.fold(values.value(0).toString().strip());
    for (int index = 0; index < values.size(); index++) {
      String mark = Words.fold(values.value(index).toString().strip());
      boolean alike = CROSSES.contains(first) ? CROSSES.contains(mark) : mark.equals(first);
      if (!alike) {
        return false;
      }
    }
    return CROSSES.contains(first) || YES.contains(first);
  }

  private void look(ColumnFacts column, Report report) {
    Field field = column.field();
    boolean modelled = field != null && !field.trueValues().isEmpty();
    String yes = field != null && modelled ? field.trueValues().get(0) : yes(column.values());
    String no = field != null && modelled ? field.falseValues().get(0) : no(yes);
    Map<String, String> pairs = new HashMap<>();
    for (int index = 0; index < column.values().size(); index++) {
      String text = column.values().value(index).toString();
      if (!text.equals(yes)) {
        pairs.put(text, yes);
      }
    }
    ColumnRef here = ColumnRef.of(column.column());
    Mend fill = new FillBlanks(here, no);
    Mend mend = pairs.isEmpty() ? fill : new Together(List.of(MapValues.of(here, pairs), fill));
    Map<String, String> words =
        Map.of(
            "mark", column.values().value(0).toString().strip(),
            "marks", Long.toString(column.profile().filled()),
            "blanks", Long.toString(column.profile().empty()),
            "yes", yes,
            "no", no);
    int index = column.index();
    report.changedRows(
        this,
        Severity.WARNING,
        column,
        words,
        (block, sought) -> {
          for (int row = 0; row < block.rows(); row++) {
            if (!block.chunk(index).at(row).toString().equals(yes)) {
              sought.accept(row);
            }
          }
        },
        (block, row) -> cell(block, row, index).toString(),
        (block, row) -> cell(block, row, index).isBlank() ? no : yes,
        mend);
  }

  private static Text cell(Block block, int row, int column) {
    return block.chunk(column).at(row);
  }

  /** As most of the column writes it; a cross becomes a word. */
  private static String yes(Distinct values) {
    String yes = "oui";
    long most = 0;
    for (int index = 0; index < values.size(); index++) {
      String text = values.value(index).toString().strip();
      if (YES.contains(Words.fold(text)) && values.count(index) > most) {
        yes = text;
        most = values.count(index);
      }
    }
    return yes;
  }

  private static String no(String yes) {
    String no =
        switch (Words.fold(yes)) {
          case "yes" -> "no";
          case "vrai" -> "faux";
          case "true" -> "false";
          default -> "non";
        };
    return Answers.likeCase(no, yes);
  }
}
