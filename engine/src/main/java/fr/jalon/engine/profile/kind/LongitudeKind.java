package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A longitude in degrees. */
final class LongitudeKind implements Kind {
  private static final Set<String> NAMES =
      Set.of(
          "longitude",
          "lon",
          "long",
          "lng",
          "xlong",
          "xlon",
          "x",
          "coordx",
          "longitudex",
          "xwgs84");

  @Override
  public String code() {
    return "longitude";
  }

  @Override
  public ValueType type() {
    return ValueType.DECIMAL;
  }

  @Override
  public boolean plausible(Shape shape) {
    return shape.digits() >= 1 && shape.letters() == 0 && shape.length() <= 24;
  }

  @Override
  public @Nullable String canonical(Text value) {
    String text = Numbers.spacesMadePlain(value.toString()).strip().replace(',', '.');
    return Coordinates.within(text, -180, 180) ? text : null;
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
