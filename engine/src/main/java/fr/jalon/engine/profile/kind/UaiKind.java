package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The number of a school (UAI, formerly RNE): seven digits and a key letter. */
final class UaiKind implements Kind {
  private static final String KEYS = "ABCDEFGHJKLMNPRSTUVWXYZ";
  private static final Set<String> NAMES = Set.of("uai", "rne");

  @Override
  public String code() {
    return "uai";
  }

  @Override
  public ValueType type() {
    return ValueType.TEXT;
  }

  @Override
  public boolean plausible(Shape shape) {
    return shape.length() == 8 && shape.digits() == 7 && shape.letters() == 1;
  }

  @Override
  public @Nullable String canonical(Text value) {
    String text = value.toString().strip().toUpperCase(Locale.ROOT);
    char letter = text.charAt(7);
    if (letter < 'A' || letter > 'Z') {
      return null;
    }
    int number = Integer.parseInt(text.substring(0, 7));
    return KEYS.charAt(number % 23) == letter ? text : null;
  }

  @Override
  public boolean namedBy(Words header) {
    return header.hasAny(NAMES);
  }
}
