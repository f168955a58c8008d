package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.rule.NumberColumns.Comma;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.rule.mend.Conversion.JoinMark.Mark;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers whose thousands are set apart, which most software takes for text. */
final class ThousandsRule implements Rule {
  @Override
  public String code() {
    return "thousands";
  }

  @Override
  public void look(Facts facts, Report report) {
    List<ColumnFacts> columns = facts.columns().stream().filter(NumberColumns::holds).toList();
    join(Mark.SPACE, "spaces", true, columns, report);
    commas(columns, report);
    points(columns, report);
  }

  private void commas(List<ColumnFacts> columns, Report report) {
    Map<Comma, List<ColumnFacts>> byMeaning =
        columns.stream().collect(Collectors.groupingBy(NumberColumns::comma));
    join(Mark.COMMA, "commas", true, byMeaning.getOrDefault(Comma.THOUSANDS, List.of()), report);
    for (ColumnFacts column : byMeaning.getOrDefault(Comma.DOUBTFUL, List.of())) {
      // told with decimals: one cause, and people choose what the commas are
      report.otherwise(
          this,
          column,
          Remedy.convert(
              false, new Conversion.JoinMark(Mark.COMMA), Map.of("variant", "doubtful-commas")));
    }
  }

  private void points(List<ColumnFacts> columns, Report report) {
    Map<Comma, List<ColumnFacts>> byMeaning =
        columns.stream().collect(Collectors.groupingBy(NumberColumns::point));
    join(Mark.POINT, "points", true, byMeaning.getOrDefault(Comma.THOUSANDS, List.of()), report);
    join(
        Mark.POINT,
        "doubtful-points",
        false,
        byMeaning.getOrDefault(Comma.DOUBTFUL, List.of()),
        report);
    for (ColumnFacts column : byMeaning.getOrDefault(Comma.BOTH, List.of())) {
      report.cells(
          this,
          Severity.WARNING,
          column,
          Map.of("variant", "points"),
          value -> isParted(value.toString()));
    }
  }

  /** What a program did in one column it did in all: told once. */
  private void join(
      Mark mark, String variant, boolean sure, List<ColumnFacts> columns, Report report) {
    Map<Boolean, List<ColumnFacts>> seenWhole =
        columns.stream().collect(Collectors.partitioningBy(one -> one.values().complete()));
    Conversion.JoinMark mend = new Conversion.JoinMark(mark);
    seenWhole.forEach(
        (whole, some) -> {
          String said = whole || !sure ? variant : "partly-seen";
          report.together(
              this,
              Severity.WARNING,
              some,
              Remedy.convert(sure && whole, mend, Map.of("variant", said)));
        });
  }

  /** Two points cannot both be before decimals. */
  private static boolean isParted(String text) {
    Numbers.Written number = Numbers.read(text);
    return number != null && text.indexOf('.') != text.lastIndexOf('.');
  }
}
