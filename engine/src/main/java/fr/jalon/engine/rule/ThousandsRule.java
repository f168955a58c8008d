package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.rule.NumberColumns.Comma;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.rule.mend.Conversion.JoinMark.Mark;
import java.util.ArrayList;
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
    spaces(columns, report);
    commas(columns, report);
    // beside decimal commas, points and commas are told and read together
    points(columns.stream().filter(column -> !NumberColumns.mixesMarks(column)).toList(), report);
  }

  private void spaces(List<ColumnFacts> columns, Report report) {
    Map<Boolean, List<ColumnFacts>> pairs =
        columns.stream()
            .collect(Collectors.partitioningBy(column -> NumberEvidence.of(column).mayBePairs()));
    join(Mark.SPACE, "spaces", true, pairs.getOrDefault(false, List.of()), report);
    join(Mark.SPACE, "pairs", false, pairs.getOrDefault(true, List.of()), report);
  }

  private void commas(List<ColumnFacts> columns, Report report) {
    Map<Comma, List<ColumnFacts>> byMeaning =
        columns.stream().collect(Collectors.groupingBy(NumberColumns::comma));
    Map<Boolean, List<ColumnFacts>> lists =
        byMeaning.getOrDefault(Comma.THOUSANDS, List.of()).stream()
            .collect(
                Collectors.partitioningBy(column -> NumberEvidence.of(column).mayBeListedGroups()));
    join(Mark.COMMA, "commas", true, lists.getOrDefault(false, List.of()), report);
    join(Mark.COMMA, "list", false, lists.getOrDefault(true, List.of()), report);
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
    List<ColumnFacts> proved = new ArrayList<>();
    List<ColumnFacts> doubtful = new ArrayList<>();
    for (ColumnFacts column : columns) {
      Comma meaning = NumberColumns.point(column);
      if (meaning == Comma.DECIMAL) {
        continue;
      }
      NumberEvidence evidence = NumberEvidence.of(column);
      if (evidence.isName()) {
        // "1.100.200" is a version: nothing is wrong
        continue;
      }
      switch (meaning) {
        case THOUSANDS -> (evidence.provesPoints() ? proved : doubtful).add(column);
        case DOUBTFUL -> doubtful.add(column);
        case BOTH ->
            report.cells(
                this,
                Severity.WARNING,
                column,
                Map.of("variant", "points"),
                value -> isParted(value.toString()));
        case DECIMAL -> {
          // nothing to tell
        }
      }
    }
    join(Mark.POINT, "points", true, proved, report);
    join(Mark.POINT, "doubtful-points", false, doubtful, report);
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
