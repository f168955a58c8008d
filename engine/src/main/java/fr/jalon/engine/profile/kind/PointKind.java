package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Latitude and longitude in one cell: "47.9,1.9". */
final class PointKind implements Kind {
  private static final Set<String> NAMES =
      Set.of("geo", "geopoint", "coordonnees", "coordonneesxy", "gps");

  @Override
  public String code() {
    return "point";
  }

  @Override
  public ValueType type() {
    return ValueType.TEXT;
  }

  @Override
  public boolean plausible(Shape shape) {
    return shape.digits() >= 4
        && shape.letters() == 0
        && shape.has('.')
        && (shape.has(',') || shape.has(';') || shape.has(' '));
  }

  @Override
  public @Nullable String canonical(Text value) {
    Points.Pair pair = Points.read(value.toString());
    return pair == null ? null : pair.first() + "," + pair.second();
  }

  @Override
  public boolean namedBy(Words header) {
    return header.hasAny(NAMES);
  }
}
