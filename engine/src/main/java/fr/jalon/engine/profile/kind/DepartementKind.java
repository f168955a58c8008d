package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The code of a département. */
final class DepartementKind implements Kind {
  private static final Pattern CODE =
      Pattern.compile("0[1-9]|[1-8]\\d|2[AB]|9[0-5]|97[1-6]|98[4678]");
  private static final Set<String> NAMES =
      Set.of("departement", "dep", "dept", "numdep", "codedepartement");

  @Override
  public String code() {
    return "departement";
  }

  @Override
  public ValueType type() {
    return ValueType.TEXT;
  }

  @Override
  public boolean plausible(Shape shape) {
    return shape.length() <= 3 && shape.length() >= 2 && shape.digits() >= 1;
  }

  @Override
  public @Nullable String canonical(Text value) {
    String text = value.toString().strip().toUpperCase(Locale.ROOT);
    return CODE.matcher(text).matches() ? text : null;
  }

  @Override
  public boolean namedBy(Words header) {
    return header.hasAny(NAMES);
  }

  @Override
  public boolean needsName() {
    return true;
  }
}
