package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The number of an association in the national register (RNA). */
final class RnaKind implements Kind {
  private static final Pattern NUMBER = Pattern.compile("W\\d[0-9A-Z]\\d{7}");
  private static final Set<String> NAMES = Set.of("rna");

  @Override
  public String code() {
    return "rna";
  }

  @Override
  public ValueType type() {
    return ValueType.TEXT;
  }

  @Override
  public boolean plausible(Shape shape) {
    return shape.length() == 10 && shape.digits() >= 8 && (shape.first() | 0x20) == 'w';
  }

  @Override
  public @Nullable String canonical(Text value) {
    String text = value.toString().strip().toUpperCase(Locale.ROOT);
    return NUMBER.matcher(text).matches() ? text : null;
  }

  @Override
  public boolean namedBy(Words header) {
    return header.hasAny(NAMES);
  }
}
