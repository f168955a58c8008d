package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An e-mail address. */
final class EmailKind implements Kind {
  private static final Pattern ADDRESS =
      Pattern.compile("[^@\\s,;<>]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,24}");
  private static final Set<String> NAMES = Set.of("email", "mail", "courriel", "mel");

  @Override
  public String code() {
    return "email";
  }

  @Override
  public ValueType type() {
    return ValueType.TEXT;
  }

  @Override
  public boolean plausible(Shape shape) {
    return shape.has('@') && !shape.has(' ') && shape.letters() >= 4;
  }

  @Override
  public @Nullable String canonical(Text value) {
    String text = value.toString().strip();
    String bare = text.startsWith("mailto:") ? text.substring(7) : text;
    return bare.length() <= 254 && ADDRESS.matcher(bare).matches() ? bare : null;
  }

  @Override
  public boolean namedBy(Words header) {
    return header.hasAny(NAMES);
  }
}
