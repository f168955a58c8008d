package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.schema.Field;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A number smaller or greater than the national model allows. */
final class OutOfBoundsRule implements Rule {
  @Override
  public String code() {
    return "out-of-bounds";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      Field field = column.field();
      if (field == null) {
        continue;
      }
      Double minimum = field.constraints().minimum();
      Double maximum = field.constraints().maximum();
      if (minimum != null || maximum != null) {
        double least = minimum == null ? Double.NEGATIVE_INFINITY : minimum;
        double greatest = maximum == null ? Double.POSITIVE_INFINITY : maximum;
        report.cells(
            this,
            Severity.WARNING,
            column,
            Map.of("minimum", shown(minimum), "maximum", shown(maximum)),
            value -> isOutside(value.toString(), least, greatest));
      }
    }
  }

  private static boolean isOutside(String text, double least, double greatest) {
    Numbers.Written number = Numbers.read(text);
    if (number == null) {
      return false;
    }
    double value = Double.parseDouble(number.canonical());
    return value < least || value > greatest;
  }

  private static String shown(@Nullable Double bound) {
    if (bound == null) {
      return "…";
    }
    return bound == Math.rint(bound) ? Long.toString(bound.longValue()) : bound.toString();
  }
}
