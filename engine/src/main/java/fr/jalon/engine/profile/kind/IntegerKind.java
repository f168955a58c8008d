package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import org.jspecify.annotations.Nullable;

/** A whole number. Digits after a leading zero are a code, not a number. */
final class IntegerKind implements Kind {
  @Override
  public String code() {
    return "integer";
  }

  @Override
  public ValueType type() {
    return ValueType.INTEGER;
  }

  @Override
  public boolean plausible(Shape shape) {
    return shape.digits() >= 1 && shape.length() <= 32;
  }

  @Override
  public @Nullable String canonical(Text value) {
    Numbers.Written number = Numbers.read(value.toString());
    return number != null && number.whole() && number.canonical().length() <= 18
        ? number.canonical()
        : null;
  }

  @Override
  public boolean namedBy(Words header) {
    return header.hasAny(Numbers.QUANTITIES);
  }
}
