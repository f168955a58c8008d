package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Latitude and longitude in one cell: "47.9,1.9". */
final class PointKind implements Kind {
  private static final Pattern PAIR =
      Pattern.compile("\\[?\\s*(-?\\d{1,3}\\.\\d{2,})\\s*[,; ]\\s*(-?\\d{1,3}\\.\\d{2,})\\s*\\]?");
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
    Matcher pair = PAIR.matcher(value.toString().strip());
    if (!pair.matches()) {
      return null;
    }
    double one = Double.parseDouble(pair.group(1));
    double other = Double.parseDouble(pair.group(2));
    boolean onEarth = Math.abs(one) <= 180 && Math.abs(other) <= 180;
    return onEarth && Math.min(Math.abs(one), Math.abs(other)) <= 90
        ? pair.group(1) + "," + pair.group(2)
        : null;
  }

  @Override
  public boolean namedBy(Words header) {
    return header.hasAny(NAMES);
  }
}
