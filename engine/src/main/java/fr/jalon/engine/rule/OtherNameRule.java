package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.Rename;
import fr.jalon.engine.schema.Field;
import fr.jalon.engine.schema.Fit;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.engine.schema.Unit;
import fr.jalon.engine.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Columns answer fields of the national model under other names. Giving them the common ones is
 * certain where the values are those of the field, and a question where nothing proves it.
 */
final class OtherNameRule implements Rule {
  @Override
  public String code() {
    return "other-name";
  }

  @Override
  public Against against() {
    return Against.TABLE;
  }

  @Override
  public void look(Facts facts, Report report) {
    SchemaMatch match = facts.match();
    if (match != null) {
      tell(facts, match, Fit.FITS, report);
      tell(facts, match, Fit.UNKNOWN, report);
    }
  }

  private void tell(Facts facts, SchemaMatch match, Fit fit, Report report) {
    List<ColumnFacts> others =
        facts.columns().stream()
            .filter(column -> fit(column) == fit && isOther(column) && isAlone(column, facts))
            .toList();
    if (others.isEmpty()) {
      return;
    }
    boolean certain = fit == Fit.FITS;
    String names = String.join(", ", others.stream().map(ColumnFacts::name).toList());
    report.add(
        this,
        Severity.ADVICE,
        null,
        others.size(),
        Map.of("columns", names, "schema", match.title(), "variant", certain ? "fits" : "doubtful"),
        renamed(others, match, certain));
  }

  private Report.Whole renamed(List<ColumnFacts> others, SchemaMatch match, boolean certain) {
    List<Rename.Name> names = new ArrayList<>();
    List<Proposal.Change> changes = new ArrayList<>();
    for (ColumnFacts column : others) {
      Field field = column.field();
      if (field != null) {
        names.add(new Rename.Name(ColumnRef.of(column.column()), field.name()));
        changes.add(new Proposal.Change(column.column().letters(), column.name(), field.name()));
      }
    }
    return new Report.Whole(
        code(),
        new Rename(names),
        certain,
        Map.of("schema", match.title(), "variant", certain ? "fits" : "doubtful"),
        names.size(),
        changes.subList(0, Math.min(Cause.MAX_SAMPLES, changes.size())));
  }

  /** The field's own name in other letters is proof enough, where the values say nothing. */
  private static Fit fit(ColumnFacts column) {
    Field field = column.field();
    boolean named = field != null && Column.isSameName(column.name(), field.name());
    return named && column.fit() == Fit.UNKNOWN ? Fit.FITS : column.fit();
  }

  /** Whether the column is to take the name of its field: its title goes, damaged or not. */
  static boolean renames(ColumnFacts column, Facts facts) {
    return column.fit() != Fit.CONTRARY && isOther(column) && isAlone(column, facts);
  }

  /** Two columns of one title answer the same field: they cannot both take its name. */
  private static boolean isAlone(ColumnFacts column, Facts facts) {
    Field field = column.field();
    return field != null
        && !facts.isTaken(field.name(), column)
        && facts.columns().stream()
            .noneMatch(other -> other != column && field.equals(other.field()));
  }

  private static boolean isOther(ColumnFacts column) {
    Field field = column.field();
    return field != null
        && !field.name().equals(column.name())
        && Unit.other(column.name(), field) == null;
  }
}
