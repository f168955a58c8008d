package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A year. */
final class YearKind implements Kind {
  private static final Set<String> NAMES =
      Set.of("annee", "an", "year", "exercice", "millesime", "annees");

  @Override
  public String code() {
    return "year";
  }

  @Override
  public ValueType type() {
    return ValueType.INTEGER;
  }

  @Override
  public boolean plausible(Shape shape) {
    return shape.length() == 4 && shape.allDigits();
  }

  @Override
  public @Nullable String canonical(Text value) {
    String text = value.toString().strip();
    int year = Integer.parseInt(text);
    return year >= 1000 && year <= 2199 ? text : null;
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
