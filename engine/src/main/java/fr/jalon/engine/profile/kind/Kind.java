package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.ColumnEvidence;
import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import org.jspecify.annotations.Nullable;

/**
 * A kind of value: SIRET, commune, date… It says of a value whether it is of the kind, and of a
 * column whether it is full of it, may be added up. Stateless; values are asked about once each.
 */
public interface Kind {
  /** A column full of one kind may hold a few faulty cells: they must stay visible as faults. */
  double ENOUGH = 0.9;

  /** A header that announces the kind lowers what is enough. */
  double ENOUGH_WHEN_NAMED = 0.6;

  /** Stable code ("siret"). */
  String code();

  /** The type in which values of this kind are stored. */
  ValueType type();

  /** False when a glance is enough to know that the value is not of this kind. */
  boolean plausible(Shape shape);

  /**
   * How the value is written canonically ("12/03/2022" → "2022-03-12"), itself when it already is,
   * null when it is not of this kind. The value is never empty; surrounding spaces may remain.
   */
  @Nullable String canonical(Text value);

  /** True when a header of these words announces this kind. */
  default boolean namedBy(Words header) {
    return false;
  }

  /** True when the values alone are not enough: the header must announce the kind. */
  default boolean needsName() {
    return false;
  }

  /** True when a column is of this kind, if it is of none of those before it in {@link Kinds}. */
  default boolean suits(ColumnEvidence column) {
    double share = column.share(this);
    return namedBy(column.header()) ? share >= ENOUGH_WHEN_NAMED : share >= ENOUGH && !needsName();
  }

  /** True when the sum of a column means something: amounts, never years, codes nor places. */
  default boolean summable() {
    return false;
  }
}
