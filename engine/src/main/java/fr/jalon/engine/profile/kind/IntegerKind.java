package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.ColumnEvidence;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.table.Text;
import org.jspecify.annotations.Nullable;

/** A whole number. Digits after a leading zero are a code, not a number. */
final class IntegerKind extends QuantityKind {
  @Override
  public String code() {
    return "integer";
  }

  @Override
  public ValueType type() {
    return ValueType.INTEGER;
  }

  @Override
  public @Nullable String canonical(Text value) {
    Numbers.Written number = Numbers.read(value.toString());
    return number != null && number.whole() && number.canonical().length() <= 18
        ? number.canonical()
        : null;
  }

  /** One number with decimals among them, and all are decimal numbers. */
  @Override
  public boolean suits(ColumnEvidence column) {
    return super.suits(column) && column.count(this) == column.count(Kinds.DECIMAL);
  }
}
