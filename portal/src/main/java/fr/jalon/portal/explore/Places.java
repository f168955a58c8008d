package fr.jalon.portal.explore;

import fr.jalon.engine.export.ExportColumn.Role;
import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.Version;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two columns that say where rows are. */
record Places(String longitude, String latitude) {

  static Optional<Places> find(Version version) {
    String longitude = named(version, Role.LONGITUDE);
    String latitude = named(version, Role.LATITUDE);
    return longitude == null || latitude == null
        ? Optional.empty()
        : Optional.of(new Places(longitude, latitude));
  }

  /** True when a column holds whole geometries: points, lines, areas. */
  static boolean hasShapes(Version version) {
    return named(version, Role.GEOMETRY) != null
        && version.findDistribution(WrittenFormat.GEOJSON).isPresent();
  }

  private static @Nullable String named(Version version, Role role) {
    return version.columns().stream()
        .filter(column -> column.role() == role)
        .map(ColumnDescription::name)
        .findFirst()
        .orElse(null);
  }
}
