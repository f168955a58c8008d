package fr.jalon.portal.catalog;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two columns that say where rows are. */
record Places(String longitude, String latitude) {

  static Optional<Places> find(Version version) {
    String longitude = named(version, "longitude");
    String latitude = named(version, "latitude");
    return longitude == null || latitude == null
        ? Optional.empty()
        : Optional.of(new Places(longitude, latitude));
  }

  /** True when a column holds whole geometries: points, lines, areas. */
  static boolean hasShapes(Version version) {
    return named(version, "geometry") != null && version.findDistribution("geojson").isPresent();
  }

  private static @Nullable String named(Version version, String role) {
    return version.columns().stream()
        .filter(column -> role.equals(column.role()))
        .map(ColumnDescription::name)
        .findFirst()
        .orElse(null);
  }
}
