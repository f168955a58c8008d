package fr.jalon.engine.rule.variant;

import fr.jalon.engine.personal.Category;
import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.Profiling;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.table.Block;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a table that are rare variants of another value of their column, column by column.
 *
 * <p>All are to be asked. No final writing is a variant itself, so applying them twice is applying
 * them once. The work is on distinct values and bounded, whatever the size of the table; columns
 * with too many values to be held are left alone.
 */
public final class Variants {
  private final List<List<Variant>> columns;

  private Variants(List<List<Variant>> columns) {
    this.columns = List.copyOf(columns);
  }

  /**
   * @param whole the block of the table when it has but one: what goes with what is then learnt
   *     from its rows. With null, columns speak for themselves.
   */
  public static Variants of(Profiling profiling, @Nullable Block whole) {
    Dependencies dependencies = whole == null ? null : Dependencies.of(profiling, whole);
    boolean[][] unknown = Dependencies.noneOwning(profiling);
    List<List<Variant>> columns = new ArrayList<>();
    for (int column = 0; column < profiling.columns().size(); column++) {
      ColumnProfile profile = profiling.profile().columns().get(column);
      Distinct distinct = profiling.values().get(column);
      boolean[] owning = dependencies == null ? unknown[column] : dependencies.owning(column);
      columns.add(
          distinct.complete() && distinct.size() > 1
              ? ofColumn(column, profile, new Values(distinct), dependencies, owning)
              : List.of());
    }
    return new Variants(columns);
  }

  /** The variants of a column, 0-based, in order of first appearance within each reason. */
  public List<Variant> ofColumn(int column) {
    return columns.get(column);
  }

  private static List<Variant> ofColumn(
      int column,
      ColumnProfile profile,
      Values values,
      @Nullable Dependencies dependencies,
      boolean[] owning) {
    List<Variant> units = UnitWritings.look(values);
    if (!units.isEmpty()) {
      return units;
    }
    Proposals proposals = new Proposals(values);
    boolean text = profile.asKind() == Kinds.TEXT;
    if (text) {
      Writings.look(values, owning, proposals);
    }
    if (dependencies != null) {
      Dissents.look(values, dependencies, column, proposals);
    }
    if (text && !isOfNames(profile)) {
      Typos.look(values, owning, proposals);
    }
    return proposals.variants();
  }

  /** Two names that differ by a letter are two people. */
  private static boolean isOfNames(ColumnProfile profile) {
    return profile.personal() != null
        && Category.find(profile.personal()).filter(Category::isName).isPresent();
  }
}
