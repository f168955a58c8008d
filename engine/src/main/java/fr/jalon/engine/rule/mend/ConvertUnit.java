package fr.jalon.engine.rule.mend;

import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.table.Column;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a column are multiplied to be in another unit, and the column takes the name that
 * says it: one without the other would lie.
 *
 * @param unit sign of the unit they are in ("m"): a number that bears another unit is left alone
 * @param factor what to multiply by
 * @param name the column's name afterwards, which may be the one it has
 */
public record ConvertUnit(ColumnRef column, String unit, BigDecimal factor, String name)
    implements Mend {
  /** Digits, before or behind the point: a factor of units has far fewer. */
  private static final int MOST_DIGITS = 40;

  public ConvertUnit {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(name, "name");
    checkFactor(factor);
  }

  /** A factor that nobody measured would fill the memory with zeros. */
  static void checkFactor(BigDecimal factor) {
    if (factor.precision() > MOST_DIGITS || Math.abs((long) factor.scale()) > MOST_DIGITS) {
      throw new IllegalArgumentException("no factor between two units: " + factor.precision());
    }
  }

  @Override
  public List<ColumnRef> columns() {
    return List.of(column);
  }

  @Override
  public ConvertUnit in(List<Column> table) {
    return new ConvertUnit(column.in(table), unit, factor, name);
  }

  @Override
  public void plan(Plan plan) {
    plan.change(column, Stage.UNIT, (original, current) -> converted(current));
    if (!name.equals(column.name())) {
      plan.rename(column, name);
    }
  }

  /** The number in the other unit, or the same text when it is no number of this unit. */
  public String converted(String text) {
    Numbers.Written number = Numbers.read(text);
    if (number == null || !(number.unit().isEmpty() || number.unit().equalsIgnoreCase(unit))) {
      return text;
    }
    BigDecimal value = new BigDecimal(number.canonical()).multiply(factor);
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  @Override
  public @Nullable Misfit misfit(List<Column> table) {
    if (factor.signum() <= 0 || name.isBlank()) {
      return Misfit.CONTRADICTORY;
    }
    Misfit missing = Mend.super.misfit(table);
    boolean taken = Rename.isTaken(name, column, table);
    return missing != null ? missing : taken ? Misfit.NAME_TAKEN : null;
  }

  @Override
  public @Nullable Exclusion excludes(Mend other) {
    List<Rename.Name> mine = List.of(new Rename.Name(column, name));
    if (other instanceof Rename rename) {
      return Rename.clash(mine, rename.names()) ? Exclusion.TWO_NAMES : null;
    }
    if (other instanceof AddColumn add) {
      return Column.isSameName(add.name(), name) ? Exclusion.TWO_NAMES : null;
    }
    if (other instanceof ConvertUnit unit && !unit.equals(this)) {
      return unit.column.equals(column) || Column.isSameName(unit.name, name)
          ? Exclusion.TWO_READINGS
          : null;
    }
    return null;
  }
}
