package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A social security number (NIR), with its key. */
final class NirKind implements Kind {
  private static final Set<String> NAMES = Set.of("nir", "secu", "insee nir", "nss");

  @Override
  public String code() {
    return "nir";
  }

  @Override
  public ValueType type() {
    return ValueType.TEXT;
  }

  @Override
  public boolean plausible(Shape shape) {
    return shape.length() >= 15
        && shape.length() <= 21
        && shape.digits() >= 14
        && shape.letters() <= 1;
  }

  @Override
  public @Nullable String canonical(Text value) {
    String text =
        Numbers.spacesMadePlain(value.toString()).replace(" ", "").toUpperCase(Locale.ROOT);
    return Identifiers.isNir(text) ? text : null;
  }

  @Override
  public boolean namedBy(Words header) {
    return header.hasAny(NAMES);
  }
}
