package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A northing in Lambert-93 (EPSG:2154), in meters. */
final class Lambert93YKind implements Kind {
  private static final Set<String> NAMES =
      Set.of("y", "coordy", "yl93", "lamberty", "ylambert", "l93");

  @Override
  public String code() {
    return "lambert93-y";
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
    return Coordinates.within(text, 6_000_000, 7_200_000) ? text : null;
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
