package fr.jalon.engine.export;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.kind.Kind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column as it is to be published.
 *
 * @param name as published
 * @param type the type its values have when written canonically; a column with a value that is not
 *     of its type is written as text
 * @param title for people, the name when there is no better one
 * @param role what the column says of the place, null for most
 */
public record ExportColumn(
    String name, ValueType type, Kind kind, String title, @Nullable Role role) {

  /** What a column says of the place of its row. */
  public enum Role {
    LONGITUDE,
    LATITUDE,
    /** WKT, a GeoJSON geometry, or "latitude, longitude"; always in WGS 84. */
    GEOMETRY;

    /** As written in reports: "longitude". */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role of this code.
     *
     * @throws IllegalArgumentException when no role has it
     */
    public static Role of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  ExportColumn withName(String other) {
    return new ExportColumn(other, type, kind, title, role);
  }

  ExportColumn asText() {
    return new ExportColumn(name, ValueType.TEXT, kind, title, role);
  }
}
