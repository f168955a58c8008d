package fr.jalon.engine;

import fr.jalon.engine.export.ExportColumn;
import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.schema.Fit;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.engine.schema.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the columns of a table are published: their types, titles and what they say of the place. */
final class PublishedColumns {
  private PublishedColumns() {}

  static List<ExportColumn> of(Look.Seen seen) {
    Map<String, String> titles = titles(seen.schema().chosen());
    List<ColumnProfile> columns = seen.profiling().profile().columns();
    boolean placed = count(columns, Kinds.LONGITUDE) == 1 && count(columns, Kinds.LATITUDE) == 1;
    List<ExportColumn> published = new ArrayList<>();
    boolean shaped = false;
    for (ColumnProfile column : columns) {
      ExportColumn.Role role = role(column, placed, shaped);
      shaped |= role == ExportColumn.Role.GEOMETRY;
      published.add(
          new ExportColumn(
              column.name(),
              type(column),
              column.asKind(),
              titles.getOrDefault(column.name(), column.name()),
              role));
    }
    return published;
  }

  static Export.WrittenColumn described(ExportColumn column) {
    return new Export.WrittenColumn(
        column.name(), column.type(), column.kind(), column.title(), column.role());
  }

  /** A column is only typed when all it holds is written canonically: nothing may be lost. */
  private static ValueType type(ColumnProfile column) {
    boolean canonical = column.canonicalShare() == 1 || column.type() == ValueType.BOOLEAN;
    return canonical ? column.type() : ValueType.TEXT;
  }

  private static ExportColumn.@Nullable Role role(
      ColumnProfile column, boolean placed, boolean shaped) {
    Kind kind = column.asKind();
    if (kind == Kinds.LONGITUDE) {
      return placed ? ExportColumn.Role.LONGITUDE : null;
    }
    if (kind == Kinds.LATITUDE) {
      return placed ? ExportColumn.Role.LATITUDE : null;
    }
    boolean whole = kind == Kinds.POINT || kind == Kinds.GEOMETRY;
    return whole && !placed && !shaped ? ExportColumn.Role.GEOMETRY : null;
  }

  private static long count(List<ColumnProfile> columns, Kind kind) {
    return columns.stream().filter(column -> column.asKind() == kind).count();
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
