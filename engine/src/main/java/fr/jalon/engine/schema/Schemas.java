package fr.jalon.engine.schema;

import fr.jalon.engine.profile.Profiling;
import fr.jalon.engine.profile.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every national schema Jalon knows, and which one a table follows. */
public final class Schemas {
  /** Files among the schemas; adding one here is all a new schema needs. */
  static final List<String> FILES =
      List.of(
          "scdl-subventions.json",
          "scdl-deliberations.json",
          "schema-arbre.json",
          "scdl-catalogue.json");

  public static final List<Schema> ALL = FILES.stream().map(SchemaFile::read).toList();

  /** The code that means "no schema" when a person chooses. */
  public static final String NONE = "none";

  private static final int RUNNERS_UP = 2;

  private Schemas() {}

  public static Optional<Schema> find(String code) {
    return ALL.stream().filter(schema -> schema.code().equals(code)).findFirst();
  }

  /**
   * The schema a table follows and the next best ones.
   *
   * @param about words that tell what the table is about: its file, its sheet, its title rows
   * @param wanted code of the schema a person chose, {@link #NONE} for none, null to recognize it
   */
  public static SchemaChoice best(Profiling profiling, @Nullable String wanted, Words about) {
    List<Matcher.Header> headers =
        profiling.profile().columns().stream().map(Matcher.Header::of).toList();
    List<SchemaMatch> ranked =
        ALL.stream()
            .map(schema -> new Matcher(schema, profiling, headers, about).match())
            .sorted(Comparator.comparingDouble(SchemaMatch::score).reversed())
            .toList();
    SchemaMatch chosen = chosen(ranked, wanted);
    Stream<SchemaMatch> others = ranked.stream().filter(match -> match != chosen);
    return new SchemaChoice(
        chosen, others.filter(match -> match.matched() > 0).limit(RUNNERS_UP).toList());
  }

  private static @Nullable SchemaMatch chosen(List<SchemaMatch> ranked, @Nullable String wanted) {
    for (SchemaMatch match : ranked) {
      if (wanted == null ? match.score() >= Matcher.ENOUGH_SCORE : match.schema().equals(wanted)) {
        return match;
      }
    }
    return null;
  }
}
