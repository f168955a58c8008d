package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address of a page or a file on the web. */
final class UrlKind implements Kind {
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)(?:https?|ftp)://[^\\s/?#]+\\.[^\\s]{2,}");
  private static final Pattern BARE = Pattern.compile("(?i)www\\.[^\\s/]+\\.[a-z]{2,}(?:/\\S*)?");
  private static final Set<String> NAMES = Set.of("url", "site", "web", "lien", "adresseweb");

  @Override
  public String code() {
    return "url";
  }

  @Override
  public ValueType type() {
    return ValueType.TEXT;
  }

  @Override
  public boolean plausible(Shape shape) {
    return shape.letters() >= 4
        && shape.has('.')
        && (shape.has(':') || shape.has('w') || shape.has('W'));
  }

  @Override
  public @Nullable String canonical(Text value) {
    String text = value.toString().strip();
    if (ADDRESS.matcher(text).matches()) {
      return text;
    }
    return BARE.matcher(text).matches() ? "https://" + text : null;
  }

  @Override
  public boolean namedBy(Words header) {
    return header.hasAny(NAMES);
  }
}
