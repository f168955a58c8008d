package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.rule.mend.Convert;
import fr.jalon.engine.rule.mend.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Numbers written with a comma, which most software takes for text. */
final class DecimalCommaRule implements Rule {
  @Override
  public String code() {
    return "decimal-comma";
  }

  @Override
  public void look(Facts facts, Report report) {
    List<ColumnFacts> doubtful = new ArrayList<>();
    for (ColumnFacts column : facts.columns()) {
      if (!NumberColumns.holds(column)) {
        continue;
      }
      NumberColumns.Comma comma = NumberColumns.comma(column);
      if (comma == NumberColumns.Comma.DOUBTFUL) {
        doubtful.add(column);
      } else {
        look(column, comma, report);
      }
    }
    // a program that writes thousands with commas does so in all its columns: asked once
    Map<String, String> words = Map.of("variant", "doubtful");
    report.together(
        this,
        Severity.WARNING,
        doubtful,
        Remedy.convert(false, new Conversion.DecimalPoint(), words));
  }

  private void look(ColumnFacts column, NumberColumns.Comma comma, Report report) {
    switch (comma) {
      case DECIMAL -> {
        Remedy remedy = remedy(column);
        report.cells(this, Severity.WARNING, column, remedy.words(), remedy);
      }
      case BOTH ->
          report.cells(
              this,
              Severity.WARNING,
              column,
              Map.of("variant", "both"),
              value -> isParted(value.toString()));
      case THOUSANDS, DOUBTFUL -> {
        // told by the rule of thousands, or with other columns
      }
    }
  }

  private static Remedy remedy(ColumnFacts column) {
    boolean marks = NumberColumns.mixesMarks(column);
    Doubt doubt = doubt(column, marks);
    if (!marks) {
      return Remedy.convert(doubt == Doubt.NONE, new Conversion.DecimalPoint(), doubt.words());
    }
    // one mend of both: 12.50 beside 1.234 would make one and a bit of a thousand
    Conversion points = new Conversion.JoinMark(Conversion.JoinMark.Mark.POINT);
    Conversion commas = new Conversion.DecimalPoint();
    return new Remedy(
        doubt == Doubt.NONE,
        value -> commas.convert(points.convert(value)),
        columns ->
            new Together(List.of(new Convert(columns, points), new Convert(columns, commas))),
        List.of(points, commas),
        doubt == Doubt.NONE ? Map.of("variant", "marks") : doubt.words());
  }

  private static Doubt doubt(ColumnFacts column, boolean marks) {
    if (NumberColumns.isPlace(column)) {
      return column.values().complete() ? Doubt.NONE : Doubt.PARTLY_SEEN;
    }
    NumberEvidence evidence = NumberEvidence.of(column);
    if (marks && !evidence.provesPoints()) {
      return Doubt.DOUBTFUL_MARKS;
    }
    if (evidence.mayBeHours()) {
      return Doubt.HOURS;
    }
    if (evidence.mayBeLists()) {
      return Doubt.LIST;
    }
    return column.values().complete() ? Doubt.NONE : Doubt.PARTLY_SEEN;
  }

  /** What else the commas may be; each has its own sentence. */
  private enum Doubt {
    NONE,
    PARTLY_SEEN,
    LIST,
    HOURS,
    DOUBTFUL_MARKS;

    Map<String, String> words() {
      return this == NONE
          ? Map.of()
          : Map.of("variant", name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }

  private static boolean isParted(String text) {
    return text.indexOf(',') >= 0 && Numbers.read(text) != null;
  }
}
