package fr.jalon.engine.rule;

import fr.jalon.engine.personal.Detection;
import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.Profile;
import fr.jalon.engine.profile.Profiling;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.profile.kind.DateOrder;
import fr.jalon.engine.profile.kind.Dates;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Code;
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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of a table when it is checked.
 *
 * @param schema what the table should be, null when no schema was recognized or chosen
 * @param owner who deposits, null when unknown
 * @param whole the table's only block, null when it has several
 * @param today for dates that cannot be in the future
 * @param names how many columns bear each name, in small letters
 * @param detected what the table tells of people
 */
public record Facts(
    Reading reading,
    Profiling profiling,
    List<ColumnFacts> columns,
    @Nullable Schema schema,
    @Nullable SchemaMatch match,
    @Nullable Owner owner,
    @Nullable Block whole,
    LocalDate today,
    Map<String, Long> names,
    Detection detected) {
  public Facts {
    columns = List.copyOf(columns);
    names = Map.copyOf(names);
  }

  /** Kinds that a header may announce although the values fall short of them. */
  private static final List<Kind> ANNOUNCED =
      List.of(
          Kinds.SIRET,
          Kinds.SIREN,
          Kinds.INSEE,
          Kinds.POSTAL,
          Kinds.DEPARTEMENT,
          Kinds.PHONE,
          Kinds.DATE,
          Kinds.LATITUDE,
          Kinds.LONGITUDE);

  /** Kinds that say so little that a header may say more. */
  private static final Set<Kind> VAGUE = Set.of(Kinds.TEXT, Kinds.INTEGER, Kinds.DECIMAL);

  private static final double GOOD_PART = 0.3;

  /** Small numbers and nine figures may be anything: more of them must be codes. */
  private static final double MOST = 0.6;

  /** Puts together what was learned of a table. */
  public static Facts of(
      Reading reading,
      Profiling profiling,
      @Nullable Schema schema,
      @Nullable SchemaMatch match,
      @Nullable Owner owner,
      @Nullable Block whole,
      LocalDate today) {
    return of("", reading, profiling, schema, match, owner, whole, today);
  }

  /**
   * The same.
   *
   * @param file the file's name, "" when it has none
   */
  public static Facts of(
      String file,
      Reading reading,
      Profiling profiled,
      @Nullable Schema schema,
      @Nullable SchemaMatch match,
      @Nullable Owner owner,
      @Nullable Block whole,
      LocalDate today) {
    Detection detected = Detection.of(profiled, match, reading, file, today);
    Profiling profiling = profiled.with(profiled.profile().withPersonal(detected.codes()));
    List<ColumnFacts> columns = new ArrayList<>();
    for (Column column : profiling.columns()) {
      Words header = Words.of(column.name());
      ColumnProfile profile = profiling.profile().columns().get(column.index());
      SchemaMatch.FieldMatch pair = pair(match, column.name());
      Field field = pair == null || schema == null ? null : schema.find(pair.field());
      Fit fit = pair == null ? Fit.UNKNOWN : pair.fit();
      Distinct values = profiling.values().get(column.index());
      Kind kind = kind(field, profile, header, values);
      columns.add(
          new ColumnFacts(column, header, profile, values, field, fit, kind, new ShapeFaults()));
    }
    Map<String, Long> names =
        profiling.columns().stream()
            .collect(
                Collectors.groupingBy(
                    column -> Column.plain(column.name()), Collectors.counting()));
    return new Facts(
        reading, profiling, columns, schema, match, owner, whole, today, names, detected);
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

  private static Kind kind(
      @Nullable Field field, ColumnProfile profile, Words header, Distinct values) {
    if (field != null && field.asKind() != Kinds.TEXT) {
      return field.asKind();
    }
    if (field != null && field.constraints().pattern() != null) {
      // the model says itself what may be written: "2022/2023" is no year and no fault
      return Kinds.TEXT;
    }
    if (field == null && VAGUE.contains(profile.asKind())) {
      for (Kind announced : ANNOUNCED) {
        if (isNamed(announced, header) && isLikely(announced, profile, values)) {
          return announced;
        }
      }
    }
    return profile.asKind();
  }

  /**
   * "Communes par département" counts communes: small numbers are codes when nothing else is said.
   */
  private static boolean isNamed(Kind kind, Words header) {
    return kind == Kinds.DEPARTEMENT
        ? ZeroEvidence.namesDepartements(header)
        : kind.namedBy(header);
  }

  /**
   * "Nombre de naissances par date" is no column of dates: the values of a kind of measure must be
   * a good part of it, while codes may all be spoiled.
   */
  private static boolean isLikely(Kind announced, ColumnProfile profile, Distinct values) {
    if (profile.filled() == 0) {
      return false;
    }
    int bit = Kinds.index(announced.code());
    long count = 0;
    for (int index = 0; index < values.size(); index++) {
      boolean isIt = (values.kinds(index) >> bit & 1) != 0;
      boolean likely = isIt || isOnceMended(announced, values.value(index).toString());
      count += likely ? values.count(index) : 0;
    }
    boolean vague = announced == Kinds.DEPARTEMENT || announced == Kinds.PHONE;
    return count >= (vague ? MOST : GOOD_PART) * profile.filled();
  }

  /** True for what such a column may hold by an accident that can be told. */
  private static boolean isOnceMended(Kind kind, String text) {
    if (kind == Kinds.DATE) {
      return Dates.ofSerial(text) != null || Dates.within(text, DateOrder.DAY_FIRST) != null;
    }
    Code code = Code.of(kind);
    if (code == null) {
      return false;
    }
    return kind == Kinds.DEPARTEMENT || kind == Kinds.PHONE
        ? code.isRight(code.restored(code.pointless(text.strip())))
        : hasThreeDigits(text);
  }

  private static boolean hasThreeDigits(String text) {
    return text.chars().filter(c -> c >= '0' && c <= '9').count() >= 3;
  }

  /** The depositing authority. */
  public record Owner(String name, String siren, @Nullable String insee) {}

  /** Whether another column than this one already bears a name, in capitals or not. */
  public boolean isTaken(String name, ColumnFacts own) {
    long mine = Column.isSameName(own.name(), name) ? 1 : 0;
    return names.getOrDefault(Column.plain(name), 0L) > mine;
  }

  public Profile profile() {
    return profiling.profile();
  }

  public long rows() {
    return profiling.profile().rows();
  }

  /** Columns that hold, or should hold, values of this kind, empty ones left out. */
  public List<ColumnFacts> expecting(Kind kind) {
    return columns.stream()
        .filter(column -> column.kind() == kind && column.profile().filled() > 0)
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
