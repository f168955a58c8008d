package fr.jalon.engine.rule.mend;

import fr.jalon.engine.table.Column;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Columns take other names. */
public record Rename(List<Name> names) implements Mend {
  public Rename {
    names = List.copyOf(names);
  }

  /** A column and the name it takes. */
  public record Name(ColumnRef column, String to) {
    public Name {
      Objects.requireNonNull(column, "column");
      Objects.requireNonNull(to, "to");
    }
  }

  @Override
  public List<ColumnRef> columns() {
    return names.stream().map(Name::column).toList();
  }

  @Override
  public Rename in(List<Column> table) {
    return new Rename(
        names.stream().map(name -> new Name(name.column().in(table), name.to())).toList());
  }

  @Override
  public @Nullable Mend accepted(Mend proposed) {
    if (!(proposed instanceof Rename rename)) {
      return null;
    }
    List<Name> both = rename.names.stream().filter(names::contains).toList();
    if (both.size() == rename.names.size()) {
      return rename;
    }
    return both.isEmpty() ? null : new Rename(both);
  }

  @Override
  public @Nullable Mend beyond(Mend other) {
    if (!(other instanceof Rename rename)) {
      return null;
    }
    List<Name> rest = names.stream().filter(name -> !rename.names.contains(name)).toList();
    return rest.isEmpty() ? null : new Rename(rest);
  }

  @Override
  public void plan(Plan plan) {
    names.forEach(name -> plan.rename(name.column(), name.to()));
  }

  @Override
  public @Nullable Misfit misfit(List<Column> table) {
    Set<ColumnRef> from = new HashSet<>(columns());
    boolean blank = names.stream().anyMatch(name -> name.to().isBlank());
    boolean chained =
        names.stream().anyMatch(name -> from.stream().anyMatch(column -> isOf(column, name)));
    boolean twice = clash(names, names);
    if (blank || chained || twice || from.size() < names.size()) {
      return Misfit.CONTRADICTORY;
    }
    Misfit missing = Mend.super.misfit(table);
    boolean taken = names.stream().anyMatch(name -> isTaken(name.to(), name.column(), table));
    return missing != null ? missing : taken ? Misfit.NAME_TAKEN : null;
  }

  @Override
  public @Nullable Exclusion excludes(Mend other) {
    if (other instanceof ConvertUnit unit) {
      return unit.excludes(this);
    }
    if (other instanceof AddColumn add) {
      return names.stream().anyMatch(name -> Column.isSameName(name.to(), add.name()))
          ? Exclusion.TWO_NAMES
          : null;
    }
    return other instanceof Rename rename && clash(names, rename.names)
        ? Exclusion.TWO_NAMES
        : null;
  }

  /** Whether a name is already that of a column to be renamed: of another, or the very same. */
  private static boolean isOf(ColumnRef column, Name name) {
    return column.equals(name.column())
        ? column.name().equals(name.to())
        : Column.isSameName(column.name(), name.to());
  }

  /** Whether another column than this one bears a name, in capitals or not. */
  static boolean isTaken(String name, ColumnRef own, List<Column> table) {
    Column mine = own.find(table);
    return table.stream()
        .anyMatch(column -> !column.equals(mine) && Column.isSameName(column.name(), name));
  }

  /** Whether a column would get two names, or two columns one. */
  static boolean clash(List<Name> some, List<Name> others) {
    for (Name one : some) {
      for (Name other : others) {
        boolean column = one.column().equals(other.column());
        boolean name = Column.isSameName(one.to(), other.to());
        if (column ? !one.to().equals(other.to()) : name) {
          return true;
        }
      }
    }
    return false;
  }
}
