package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Profiler;
import fr.jalon.engine.profile.Profiling;
import fr.jalon.engine.profile.Search;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.schema.Schema;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.engine.schema.Schemas;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.RowRole;
import fr.jalon.engine.table.Shape;
import fr.jalon.engine.table.SkippedRow;
import fr.jalon.engine.table.SourceRow;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What every rule says of a table, and the examples they are tried on. */
public final class Examined {
  public static final Path EXAMPLES =
      Path.of("src/test/resources/fr/jalon/engine/rule").toAbsolutePath();

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private Examined() {}

  /**
   * @param options {@code schema} to be held against; {@code siren} and {@code name} of who gives;
   *     {@code above}, the lines of presentation, and {@code titles}, as they are in the file,
   *     apart by "|"; {@code untitled} when no row names the columns, {@code turned} when the table
   *     stood on its side
   */
  public static Report.Told of(Table table, Properties options) throws IOException, UnreadableFile {
    Profiling profiling = Profiler.profile(table, block -> {});
    SchemaMatch match =
        Schemas.best(profiling, options.getProperty("schema"), Words.of("")).chosen();
    Schema schema = match == null ? null : Schemas.find(match.schema()).orElseThrow();
    String siren = options.getProperty("siren");
    Facts.Owner owner =
        siren == null ? null : new Facts.Owner(options.getProperty("name"), siren, null);
    Facts facts =
        Facts.of(
            reading(table.reading(), options), profiling, schema, match, owner, only(table), TODAY);
    Search search = new Search(profiling);
    Report report = Rules.look(facts, search);
    search.run(table);
    return Rules.told(report);
  }

  /** The files of a rule's examples whose names begin so, in the order of their names. */
  public static List<Path> files(String code, String beginning) throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES.resolve(code))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(beginning))
          .filter(file -> file.toString().endsWith(".csv"))
          .sorted()
          .toList();
    }
  }

  /** The options of an example: those beside it under its own name, else those of its folder. */
  public static Properties options(Path example) throws IOException {
    String own = example.getFileName().toString().replaceFirst("csv$", "properties");
    Properties options = new Properties();
    for (String name : List.of(own, "options.properties")) {
      Path file = example.resolveSibling(name);
      if (options.isEmpty() && Files.exists(file)) {
        try (Reader text = Files.newBufferedReader(file)) {
          options.load(text);
        }
      }
    }
    return options;
  }

  /** What the file says outside of its rows. */
  private static Reading reading(Reading plain, Properties options) {
    List<SkippedRow> above = new ArrayList<>();
    for (String line : lines(options, "above")) {
      above.add(new SkippedRow(above.size() + 1, RowRole.TITLE, line));
    }
    List<String> titles = lines(options, "titles");
    boolean turned = options.getProperty("turned") != null;
    return new Reading(
        plain.format(),
        plain.encoding(),
        plain.bom(),
        plain.delimiter(),
        plain.quote(),
        plain.escape(),
        plain.recordEnd(),
        plain.sheet(),
        plain.sheets(),
        options.getProperty("untitled") == null ? plain.headerRows() : List.of(),
        plain.firstDataRow(),
        plain.rows(),
        plain.columns(),
        above,
        titles.isEmpty()
            ? List.of()
            : List.of(
                new SourceRow(0, RowRole.NOTE, List.of("")),
                new SourceRow(1, RowRole.HEADER, titles)),
        plain.crs(),
        plain.tables(),
        plain.table(),
        turned ? Shape.TRANSPOSED : Shape.ROWS,
        plain.notes());
  }

  private static List<String> lines(Properties options, String name) {
    String lines = options.getProperty(name);
    return lines == null ? List.of() : List.of(lines.split("[|]", -1));
  }

  private static @Nullable Block only(Table table) throws IOException, UnreadableFile {
    List<Block> blocks = new ArrayList<>();
    table.scan(blocks::add);
    return blocks.size() == 1 ? blocks.get(0) : null;
  }
}
