package fr.jalon.portal.catalog;

import fr.jalon.engine.Export;
import fr.jalon.engine.export.ExportColumn.Role;
import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line of the dictionary of columns: what one column of a version is.
 *
 * @param name as published, unique in its version
 * @param title for people; the name itself when there is no better
 * @param description what the column means, "" when nobody said
 * @param role what it says of the place, null for most
 * @param filled cells that hold something
 * @param distinct number of different values
 * @param minimum smallest value, null when unknown
 * @param labels the most frequent values of a column that sorts its rows into few ("Gymnase",
 *     "Stade"), empty for any other
 */
public record ColumnDescription(
    String name,
    ValueType type,
    Kind kind,
    String title,
    String description,
    @Nullable Role role,
    long filled,
    long distinct,
    @Nullable String minimum,
    @Nullable String maximum,
    List<String> labels) {
  /** Values beyond which a column is no longer a choice among few. */
  private static final int FEW = 50;

  /** What is longer is a sentence. */
  private static final int LONGEST_LABEL = 60;

  public ColumnDescription {
    labels = List.copyOf(labels);
  }

  /** A column without labels. */
  public ColumnDescription(
      String name,
      ValueType type,
      Kind kind,
      String title,
      String description,
      @Nullable Role role,
      long filled,
      long distinct,
      @Nullable String minimum,
      @Nullable String maximum) {
    this(name, type, kind, title, description, role, filled, distinct, minimum, maximum, List.of());
  }

  /**
   * The dictionary of what was just exported.
   *
   * @param descriptions what the depositor said of the columns, by name; may lack some
   */
  public static List<ColumnDescription> of(Export export, Map<String, String> descriptions) {
    Map<String, ColumnProfile> profiles = profiles(export);
    return export.columns().stream()
        .map(
            column ->
                of(
                    column,
                    descriptions.getOrDefault(column.name(), ""),
                    profiles.get(column.name())))
        .toList();
  }

  /** True when values are to be compared and aligned as numbers. */
  public boolean numeric() {
    return type.isNumber();
  }

  private static ColumnDescription of(
      Export.WrittenColumn column, String description, @Nullable ColumnProfile profile) {
    return new ColumnDescription(
        column.name(),
        column.type(),
        column.kind(),
        column.title().isBlank() ? column.name() : column.title(),
        description,
        column.role(),
        profile == null ? 0 : profile.filled(),
        profile == null ? 0 : profile.distinct(),
        profile == null ? null : profile.minimum(),
        profile == null ? null : profile.maximum(),
        profile == null || column.kind() != Kinds.TEXT ? List.of() : labels(profile));
  }

  /** Of a column that tells nothing of people; a value that is there once is no label. */
  private static List<String> labels(ColumnProfile profile) {
    return profile.personal() != null || profile.distinct() > FEW
        ? List.of()
        : profile.top().stream()
            .filter(value -> value.count() > 1 && value.value().length() <= LONGEST_LABEL)
            .map(value -> value.value().replaceAll("\\s+", " "))
            .toList();
  }

  private static Map<String, ColumnProfile> profiles(Export export) {
    var after = export.after();
    if (after == null || after.profile() == null) {
      return Map.of();
    }
    return after.profile().columns().stream()
        .collect(
            Collectors.toMap(ColumnProfile::name, Function.identity(), (first, second) -> first));
  }
}
