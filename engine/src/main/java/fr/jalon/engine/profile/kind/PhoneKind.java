package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A French telephone number, written +33. */
final class PhoneKind implements Kind {
  private static final Pattern NUMBER =
      Pattern.compile("(?:(?:\\+|00)33[ .-]?(?:\\(0\\))?|0)[ .-]?([1-9](?:[ .\\-/]?\\d{2}){4})");
  private static final Set<String> NAMES =
      Set.of("telephone", "tel", "telephones", "numtel", "fax", "portable", "mobile", "phone");

  @Override
  public String code() {
    return "phone";
  }

  @Override
  public ValueType type() {
    return ValueType.TEXT;
  }

  @Override
  public boolean plausible(Shape shape) {
    return shape.digits() >= 9
        && shape.digits() <= 14
        && shape.letters() == 0
        && shape.length() <= 26;
  }

  @Override
  public @Nullable String canonical(Text value) {
    String text = Numbers.spacesMadePlain(value.toString()).strip();
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      return null;
    }
    String digits = number.group(1).replaceAll("[^0-9]", "");
    return "+33" + digits;
  }

  @Override
  public boolean namedBy(Words header) {
    return header.hasAny(NAMES);
  }
}
