package fr.jalon.engine.rule.mend;

import fr.jalon.engine.table.Column;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Each filled cell of some columns is written as the conversion says; most stay as they are. */
public record Convert(List<ColumnRef> columns, Conversion conversion) implements Mend {
  public Convert {
    columns = List.copyOf(columns);
    Objects.requireNonNull(conversion, "conversion");
  }

  public static Convert of(ColumnRef column, Conversion conversion) {
    return new Convert(List.of(column), conversion);
  }

  @Override
  public @Nullable Misfit misfit(List<Column> table) {
    return conversion instanceof Conversion.Unknown ? Misfit.UNKNOWN : Mend.super.misfit(table);
  }

  @Override
  public Convert in(List<Column> table) {
    return new Convert(ColumnRef.in(columns, table), conversion);
  }

  @Override
  public @Nullable Mend accepted(Mend proposed) {
    if (proposed instanceof MapValues map) {
      boolean same =
          map.pairs().stream().allMatch(pair -> conversion.convert(pair.from()).equals(pair.to()));
      return same && columns.contains(map.column()) ? map : null;
    }
    if (proposed instanceof RestoreZeros zeros) {
      return conversion.equals(new Conversion.RestoreZero(zeros.code()))
              && columns.contains(zeros.column())
              && zeros.rows() != RestoreZeros.Rows.UNPROVEN
          ? zeros
          : null;
    }
    if (!(proposed instanceof Convert convert) || !conversion.covers(convert.conversion)) {
      return null;
    }
    List<ColumnRef> both = convert.columns.stream().filter(columns::contains).toList();
    if (both.size() == convert.columns.size()) {
      return convert;
    }
    return both.isEmpty() ? null : new Convert(both, convert.conversion);
  }

  @Override
  public void plan(Plan plan) {
    for (ColumnRef column : columns) {
      plan.change(column, conversion.stage(), (original, current) -> conversion.convert(current));
    }
  }

  @Override
  public @Nullable Exclusion excludes(Mend other) {
    if (other instanceof Convert convert
        && conversion.isOtherReading(convert.conversion)
        && columns.stream().anyMatch(convert.columns::contains)) {
      return Exclusion.TWO_READINGS;
    }
    return null;
  }
}
