package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.table.Text;
import org.jspecify.annotations.Nullable;

/** A number. */
final class DecimalKind extends QuantityKind {
  @Override
  public String code() {
    return "decimal";
  }

  @Override
  public ValueType type() {
    return ValueType.DECIMAL;
  }

  @Override
  public @Nullable String canonical(Text value) {
    Numbers.Written number = Numbers.read(value.toString());
    return number == null || isTooLong(number) ? null : number.canonical();
  }

  /** Beyond fifteen digits a number cannot be kept exactly: it is an identifier. */
  private static boolean isTooLong(Numbers.Written number) {
    return number.whole() && number.canonical().length() > 16;
  }
}
