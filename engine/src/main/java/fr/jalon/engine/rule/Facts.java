package fr.jalon.engine.rule;

import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.Profile;
import fr.jalon.engine.profile.Profiling;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.profile.kind.Dates;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.schema.Field;
import fr.jalon.engine.schema.Fit;
import fr.jalon.engine.schema.Schema;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of a table when it is checked.
 *
 * @param schema what the table should be, null when no schema was recognized or chosen
 * @param owner who deposits, null when unknown
 * @param whole the table's only block, null when it has several
 * @param today for dates that cannot be in the future
 */
public record Facts(
    Reading reading,
    Profiling profiling,
    List<ColumnFacts> columns,
    @Nullable Schema schema,
    @Nullable SchemaMatch match,
    @Nullable Owner owner,
    @Nullable Block whole,
    LocalDate today) {
  public Facts {
    columns = List.copyOf(columns);
  }

  /** Kinds that a header may announce although the values fall short of them. */
  private static final List<String> ANNOUNCED =
      List.of("siret", "siren", "insee", "postal", "date", "latitude", "longitude");

  private static final double GOOD_PART = 0.3;

  /** Puts together what was learned of a table. */
  public static Facts of(
      Reading reading,
      Profiling profiling,
      @Nullable Schema schema,
      @Nullable SchemaMatch match,
      @Nullable Owner owner,
      @Nullable Block whole,
      LocalDate today) {
    List<ColumnFacts> columns = new ArrayList<>();
    for (Column column : profiling.columns()) {
      Words header = Words.of(column.name());
      ColumnProfile profile = profiling.profile().columns().get(column.index());
      SchemaMatch.FieldMatch pair = pair(match, column.name());
      Field field = pair == null || schema == null ? null : schema.find(pair.field());
      Fit fit = pair == null ? Fit.UNKNOWN : pair.fit();
      Distinct values = profiling.values().get(column.index());
      String kind = kind(field, profile, header, values);
      columns.add(
          new ColumnFacts(column, header, profile, values, field, fit, kind, new ShapeFaults()));
    }
    return new Facts(reading, profiling, columns, schema, match, owner, whole, today);
  }

  private static SchemaMatch.@Nullable FieldMatch pair(@Nullable SchemaMatch match, String column) {
    if (match != null) {
      for (SchemaMatch.FieldMatch pair : match.mapping()) {
        if (column.equals(pair.column())) {
          return pair;
        }
      }
    }
    return null;
  }

  private static String kind(
      @Nullable Field field, ColumnProfile profile, Words header, Distinct values) {
    if (field != null && !field.kind().equals("text")) {
      return field.kind();
    }
    if (field != null && field.constraints().pattern() != null) {
      // the model says itself what may be written: "2022/2023" is no year and no fault
      return "text";
    }
    boolean vague = Set.of("text", "integer", "decimal").contains(profile.kind());
    if (vague && field == null) {
      for (String announced : ANNOUNCED) {
        if (Kinds.get(announced).namedBy(header) && isLikely(announced, profile, values)) {
          return announced;
        }
      }
    }
    return profile.kind();
  }

  /**
   * "Nombre de naissances par date" is no column of dates: the values of a kind of measure must be
   * a good part of it, while codes may all be spoiled.
   */
  private static boolean isLikely(String announced, ColumnProfile profile, Distinct values) {
    if (profile.filled() == 0) {
      return false;
    }
    int bit = Kinds.index(announced);
    long count = 0;
    for (int index = 0; index < values.size(); index++) {
      String text = values.value(index).toString();
      boolean likely =
          switch (announced) {
            case "date" -> (values.kinds(index) >> bit & 1) != 0 || Dates.ofSerial(text) != null;
            case "siret", "siren", "insee", "postal" -> hasThreeDigits(text);
            default -> (values.kinds(index) >> bit & 1) != 0;
          };
      count += likely ? values.count(index) : 0;
    }
    return count >= GOOD_PART * profile.filled();
  }

  private static boolean hasThreeDigits(String text) {
    return text.chars().filter(c -> c >= '0' && c <= '9').count() >= 3;
  }

  /** The depositing authority. */
  public record Owner(String name, String siren, @Nullable String insee) {}

  public Profile profile() {
    return profiling.profile();
  }

  public long rows() {
    return profiling.profile().rows();
  }

  /** Columns that hold, or should hold, values of this kind, empty ones left out. */
  public List<ColumnFacts> expecting(String kind) {
    return columns.stream()
        .filter(column -> column.kind().equals(kind) && column.profile().filled() > 0)
        .toList();
  }

  /** The column that answers a field of the schema, null when none does. */
  public @Nullable ColumnFacts answering(String field) {
    for (ColumnFacts column : columns) {
      if (column.field() != null && column.field().name().equals(field)) {
        return column;
      }
    }
    return null;
  }
}
