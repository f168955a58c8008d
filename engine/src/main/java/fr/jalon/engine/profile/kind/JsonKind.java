package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.table.Text;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A JSON object or list in a cell. */
final class JsonKind implements Kind {
  private static final Pattern OBJECT = Pattern.compile("\\{\\s*(?:\"|\\})");

  @Override
  public String code() {
    return "json";
  }

  @Override
  public ValueType type() {
    return ValueType.TEXT;
  }

  @Override
  public boolean plausible(Shape shape) {
    return (shape.first() == '{' && shape.has('}')) || (shape.first() == '[' && shape.has(']'));
  }

  @Override
  public @Nullable String canonical(Text value) {
    String text = value.toString().strip();
    char last = text.charAt(text.length() - 1);
    boolean closed =
        text.charAt(0) == '{' ? last == '}' && OBJECT.matcher(text).lookingAt() : last == ']';
    return closed ? text : null;
  }
}
