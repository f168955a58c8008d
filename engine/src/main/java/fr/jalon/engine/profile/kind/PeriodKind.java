package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import org.jspecify.annotations.Nullable;

/** A day, or a first and a last day: "2021-07-01/2021-12-31". */
final class PeriodKind implements Kind {
  @Override
  public String code() {
    return "period";
  }

  @Override
  public ValueType type() {
    return ValueType.TEXT;
  }

  @Override
  public boolean plausible(Shape shape) {
    return shape.digits() >= 6 && shape.length() >= 8;
  }

  @Override
  public @Nullable String canonical(Text value) {
    return Dates.readPeriod(value.toString());
  }

  @Override
  public boolean namedBy(Words header) {
    return header.has("periode");
  }

  @Override
  public boolean needsName() {
    return true;
  }
}
