package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import org.jspecify.annotations.Nullable;

/** A kind of value: SIRET, commune, date… Asked once per distinct value. Stateless. */
public interface Kind {
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
}
