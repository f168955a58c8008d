package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The code of a region. */
final class RegionKind implements Kind {
  private static final Set<String> CODES =
      Set.of(
          "01", "02", "03", "04", "06", "11", "24", "27", "28", "32", "44", "52", "53", "75", "76",
          "84", "93", "94");
  private static final Set<String> NAMES = Set.of("region", "reg", "coderegion");

  @Override
  public String code() {
    return "region";
  }

  @Override
  public ValueType type() {
    return ValueType.TEXT;
  }

  @Override
  public boolean plausible(Shape shape) {
    return shape.length() == 2 && shape.allDigits();
  }

  @Override
  public @Nullable String canonical(Text value) {
    String text = value.toString().strip();
    return CODES.contains(text) ? text : null;
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
