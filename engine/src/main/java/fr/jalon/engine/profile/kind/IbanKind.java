package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A bank account number. */
final class IbanKind implements Kind {
  private static final Set<String> NAMES = Set.of("iban", "rib");

  @Override
  public String code() {
    return "iban";
  }

  @Override
  public ValueType type() {
    return ValueType.TEXT;
  }

  @Override
  public boolean plausible(Shape shape) {
    return shape.length() >= 15
        && shape.length() <= 42
        && shape.letters() >= 2
        && shape.digits() >= 10;
  }

  @Override
  public @Nullable String canonical(Text value) {
    String text = Numbers.spacesMadePlain(value.toString()).replace(" ", "");
    return Identifiers.isIban(text) ? text : null;
  }

  @Override
  public boolean namedBy(Words header) {
    return header.hasAny(NAMES);
  }
}
