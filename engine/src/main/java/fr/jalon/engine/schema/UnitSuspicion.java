package fr.jalon.engine.schema;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.kind.Numbers;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A column of measures whose numbers are those of another unit than the field's, although its name
 * says none: trees of 4 to 17 where centimetres are wanted are measured in metres. A suspicion, to
 * be told and asked, never certain.
 *
 * @param written the unit the numbers seem to be in
 * @param wanted the unit of the field
 * @param factor what to multiply by to get the unit wanted
 * @param share of the numbers that are usual once multiplied, 0 to 1
 */
public record UnitSuspicion(Unit written, Unit wanted, BigDecimal factor, double share) {
  /** Share of the cells, 0 to 1, that a usual range holds: ranges are given for 95 % of things. */
  static final double USUAL = 0.9;

  /**
   * Share of the cells, 0 to 1, under which a column is not in the unit wanted. Of a column half in
   * metres and half in centimetres nothing is said: one factor would spoil the other half.
   */
  static final double UNUSUAL = 0.1;

  /**
   * The unit a column seems to be in, null when its name says one, when its numbers are usual as
   * they are, and when no other unit makes them so.
   *
   * @param column its name
   */
  public static @Nullable UnitSuspicion of(Field field, String column, Distinct values) {
    Field.Range usual = field.usual();
    Unit wanted = Unit.of(field.title());
    if (usual == null || wanted == null || Unit.of(column) != null) {
      return null;
    }
    double asWritten = share(values, usual, BigDecimal.ONE);
    if (asWritten < 0 || asWritten > UNUSUAL) {
      return null;
    }
    UnitSuspicion best = null;
    for (Unit other : wanted.siblings()) {
      BigDecimal factor = other.factor(wanted);
      if (factor != null && tellsApart(factor, usual)) {
        double share = share(values, usual, factor);
        if (share >= USUAL && (best == null || share > best.share())) {
          best = new UnitSuspicion(other, wanted, factor, share);
        }
      }
    }
    return best;
  }

  /**
   * Two units are told apart by the numbers alone when one is more times the other than the
   * greatest usual thing is the smallest: a tree of 35 m is 35 times one of 1 m, so metres cannot
   * be taken for centimetres, decimetres could.
   */
  private static boolean tellsApart(BigDecimal factor, Field.Range usual) {
    double times = factor.doubleValue();
    return Math.max(times, 1 / times) > usual.ratio();
  }

  /**
   * The share of the cells with a number that are usual once multiplied, -1 when none has. Zero
   * says nothing was measured.
   */
  static double share(Distinct values, Field.Range usual, BigDecimal factor) {
    long numbers = 0;
    long within = 0;
    for (int index = 0; index < values.size(); index++) {
      Numbers.Written number = Numbers.read(values.value(index).toString());
      double value = number == null ? 0 : Double.parseDouble(number.canonical());
      if (value != 0) {
        numbers += values.count(index);
        within += usual.has(value * factor.doubleValue()) ? values.count(index) : 0;
      }
    }
    return numbers == 0 ? -1 : (double) within / numbers;
  }
}
