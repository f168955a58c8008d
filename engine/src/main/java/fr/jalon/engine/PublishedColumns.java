package fr.jalon.engine;

import fr.jalon.engine.export.ExportColumn;
import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.schema.Fit;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.engine.schema.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the columns of a table are published: their types, titles and what they say of the place. */
final class PublishedColumns {
  private PublishedColumns() {}

  static List<ExportColumn> of(Look.Seen seen) {
    Map<String, String> titles = titles(seen.schema().chosen());
    List<ColumnProfile> columns = seen.profiling().profile().columns();
    boolean placed = count(columns, "longitude") == 1 && count(columns, "latitude") == 1;
    List<ExportColumn> published = new ArrayList<>();
    boolean shaped = false;
    for (ColumnProfile column : columns) {
      ExportColumn.Role role = role(column, placed, shaped);
      shaped |= role == ExportColumn.Role.GEOMETRY;
      published.add(
          new ExportColumn(
              column.name(),
              type(column),
              column.kind(),
              titles.getOrDefault(column.name(), column.name()),
              role));
    }
    return published;
  }

  static Export.WrittenColumn described(ExportColumn column) {
    return new Export.WrittenColumn(
        column.name(),
        column.type().name().toLowerCase(Locale.ROOT),
        column.kind(),
        column.title(),
        column.role() == null ? null : column.role().code());
  }

  /** A column is only typed when all it holds is written canonically: nothing may be lost. */
  private static ValueType type(ColumnProfile column) {
    boolean canonical = column.canonicalShare() == 1 || column.type() == ValueType.BOOLEAN;
    return canonical ? column.type() : ValueType.TEXT;
  }

  private static ExportColumn.@Nullable Role role(
      ColumnProfile column, boolean placed, boolean shaped) {
    return switch (column.kind()) {
      case "longitude" -> placed ? ExportColumn.Role.LONGITUDE : null;
      case "latitude" -> placed ? ExportColumn.Role.LATITUDE : null;
      case "point", "geometry" -> placed || shaped ? null : ExportColumn.Role.GEOMETRY;
      default -> null;
    };
  }

  private static long count(List<ColumnProfile> columns, String kind) {
    return columns.stream().filter(column -> column.kind().equals(kind)).count();
  }

  private static Map<String, String> titles(@Nullable SchemaMatch match) {
    Map<String, String> titles = new HashMap<>();
    if (match != null) {
      for (SchemaMatch.FieldMatch field : match.mapping()) {
        // A title that says centimetres would lie of a column left in metres.
        if (field.column() != null
            && field.fit() != Fit.CONTRARY
            && Unit.other(field.column(), field.title()) == null) {
          titles.put(field.column(), field.title());
        }
      }
    }
    return titles;
  }
}
