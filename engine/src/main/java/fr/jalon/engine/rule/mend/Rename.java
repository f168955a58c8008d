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
  public void plan(Plan plan) {
    names.forEach(name -> plan.rename(name.column(), name.to()));
  }

  @Override
  public @Nullable Misfit misfit(List<Column> table) {
    Set<ColumnRef> from = new HashSet<>(columns());
    Set<String> to = new HashSet<>();
    names.forEach(name -> to.add(name.to()));
    boolean blank = names.stream().anyMatch(name -> name.to().isBlank());
    boolean chained = from.stream().anyMatch(column -> to.contains(column.name()));
    if (blank || chained || from.size() < names.size() || to.size() < names.size()) {
      return Misfit.CONTRADICTORY;
    }
    Misfit missing = Mend.super.misfit(table);
    boolean taken = table.stream().anyMatch(column -> to.contains(column.name()));
    return missing != null ? missing : taken ? Misfit.NAME_TAKEN : null;
  }

  @Override
  public @Nullable Exclusion excludes(Mend other) {
    if (other instanceof ConvertUnit unit) {
      return unit.excludes(this);
    }
    if (other instanceof AddColumn add) {
      return names.stream().anyMatch(name -> name.to().equals(add.name()))
          ? Exclusion.TWO_NAMES
          : null;
    }
    return other instanceof Rename rename && clash(names, rename.names)
        ? Exclusion.TWO_NAMES
        : null;
  }

  /** Whether a column would get two names, or two columns one. */
  static boolean clash(List<Name> some, List<Name> others) {
    for (Name one : some) {
      for (Name other : others) {
        boolean column = one.column().equals(other.column());
        boolean name = one.to().equals(other.to());
        if (column != name) {
          return true;
        }
      }
    }
    return false;
  }
}
