package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.table.Text;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A universally unique identifier (RFC 9562). */
final class UuidKind implements Kind {
  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");

  @Override
  public String code() {
    return "uuid";
  }

  @Override
  public ValueType type() {
    return ValueType.TEXT;
  }

  @Override
  public boolean plausible(Shape shape) {
    return shape.length() == 36 && shape.has('-');
  }

  @Override
  public @Nullable String canonical(Text value) {
    String text = value.toString().strip();
    return UUID.matcher(text).matches() ? text.toLowerCase(Locale.ROOT) : null;
  }
}
