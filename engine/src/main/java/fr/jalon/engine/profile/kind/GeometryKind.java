package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.table.Text;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A point, a line or a surface, as a GeoJSON geometry or as WKT. */
final class GeometryKind implements Kind {
  private static final Pattern TYPE =
      Pattern.compile(
          "\"type\"\\s*:\\s*\"(?:Multi)?(?:Point|LineString|Polygon)\"|\"GeometryCollection\"");
  private static final Pattern WKT =
      Pattern.compile("(?i)(?:SRID=\\d+;)?(?:MULTI)?(?:POINT|LINESTRING|POLYGON) ?(?:ZM?|M)? ?\\(");

  @Override
  public String code() {
    return "geometry";
  }

  @Override
  public ValueType type() {
    return ValueType.TEXT;
  }

  @Override
  public boolean plausible(Shape shape) {
    return shape.has('(') && shape.has(')') || shape.has('{') && shape.has('[');
  }

  @Override
  public @Nullable String canonical(Text value) {
    String text = value.toString().strip();
    boolean geometry =
        text.charAt(0) == '{'
            ? text.contains("\"coordinates\"") && TYPE.matcher(text).find()
            : WKT.matcher(text).lookingAt();
    return geometry ? text : null;
  }
}
