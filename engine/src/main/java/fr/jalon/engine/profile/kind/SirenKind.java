package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import org.jspecify.annotations.Nullable;

/** A SIREN: nine digits that name a legal person. */
final class SirenKind implements Kind {
  @Override
  public String code() {
    return "siren";
  }

  @Override
  public ValueType type() {
    return ValueType.TEXT;
  }

  @Override
  public boolean plausible(Shape shape) {
    return shape.digits() == 9 && shape.letters() == 0 && shape.length() <= 18;
  }

  @Override
  public @Nullable String canonical(Text value) {
    String digits = Identifiers.digitsOf(value.toString());
    return digits != null && Identifiers.isSiren(digits) ? digits : null;
  }

  @Override
  public boolean namedBy(Words header) {
    return header.has("siren");
  }
}
