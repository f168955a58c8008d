package fr.jalon.engine.rule;

import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.rule.mend.Convert;
import fr.jalon.engine.rule.mend.MapValues;
import fr.jalon.engine.rule.mend.Mend;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a rule would mend the cells of one column.
 *
 * @param certain true when no information can be lost or guessed wrong, decided on the whole column
 * @param change what each value becomes, the value itself when it stays: exactly what the mend does
 * @param mend the mend, given the columns it is to work on
 * @param together what columns must have in common for one mend to do them all; null to be mended
 *     apart
 * @param words values for the sentence
 */
record Remedy(
    boolean certain,
    UnaryOperator<String> change,
    Function<List<ColumnRef>, Mend> mend,
    @Nullable Object together,
    Map<String, String> words) {

  /** A conversion, done at once in all the columns that need the same one. */
  static Remedy convert(boolean certain, Conversion conversion, Map<String, String> words) {
    return new Remedy(
        certain,
        conversion::convert,
        columns -> new Convert(columns, conversion),
        conversion,
        words);
  }

  static Remedy convert(boolean certain, Conversion conversion) {
    return convert(certain, conversion, Map.of());
  }

  /** A conversion asked of one column alone. */
  static Remedy convertOne(boolean certain, Conversion conversion, Map<String, String> words) {
    return new Remedy(
        certain, conversion::convert, columns -> new Convert(columns, conversion), null, words);
  }

  /** Some values of one column become others. */
  static Remedy map(boolean certain, Map<String, String> pairs, Map<String, String> words) {
    return new Remedy(
        certain,
        value -> pairs.getOrDefault(value, value),
        columns -> MapValues.of(columns.get(0), pairs),
        null,
        words);
  }

  /** A mend of one column whose effect on each value is known. */
  static Remedy of(
      boolean certain, UnaryOperator<String> change, Mend mend, Map<String, String> words) {
    return new Remedy(certain, change, columns -> mend, null, words);
  }
}
