package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import org.jspecify.annotations.Nullable;

/** Yes or no. */
final class BooleanKind implements Kind {
  @Override
  public String code() {
    return "boolean";
  }

  @Override
  public ValueType type() {
    return ValueType.BOOLEAN;
  }

  @Override
  public boolean plausible(Shape shape) {
    return shape.length() <= 5 && shape.digits() == 0;
  }

  @Override
  public @Nullable String canonical(Text value) {
    return switch (Words.fold(value.toString().strip())) {
      case "oui", "vrai", "true", "o", "yes", "v" -> "true";
      case "non", "faux", "false", "n", "no", "f" -> "false";
      default -> null;
    };
  }
}
