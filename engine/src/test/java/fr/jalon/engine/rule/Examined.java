package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Profiler;
import fr.jalon.engine.profile.Profiling;
import fr.jalon.engine.profile.Search;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.schema.Schema;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.engine.schema.Schemas;
import fr.jalon.engine.table.Block;
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
import org.jspecify.annotations.Nullable;

/** What every rule says of a table, and the examples they are tried on. */
public final class Examined {
  public static final Path EXAMPLES =
      Path.of("src/test/resources/fr/jalon/engine/rule").toAbsolutePath();

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private Examined() {}

  /**
   * @param options {@code schema} to be held against, {@code siren} and {@code name} of who gives
   */
  public static Report.Told of(Table table, Properties options) throws IOException, UnreadableFile {
    Profiling profiling = Profiler.profile(table, block -> {});
    SchemaMatch match =
        Schemas.best(profiling, options.getProperty("schema"), Words.of("")).chosen();
    Schema schema = match == null ? null : Schemas.find(match.schema()).orElseThrow();
    String siren = options.getProperty("siren");
    Facts.Owner owner =
        siren == null ? null : new Facts.Owner(options.getProperty("name"), siren, null);
    Facts facts = Facts.of(table.reading(), profiling, schema, match, owner, only(table), TODAY);
    Search search = new Search(profiling);
    Report report = Rules.look(facts, search);
    search.run(table);
    return Rules.told(report);
  }

  /** The options of a rule's examples; none when it has no such file. */
  public static Properties options(String code) throws IOException {
    Properties options = new Properties();
    Path file = EXAMPLES.resolve(code).resolve("options.properties");
    if (Files.exists(file)) {
      try (Reader text = Files.newBufferedReader(file)) {
        options.load(text);
      }
    }
    return options;
  }

  private static @Nullable Block only(Table table) throws IOException, UnreadableFile {
    List<Block> blocks = new ArrayList<>();
    table.scan(blocks::add);
    return blocks.size() == 1 ? blocks.get(0) : null;
  }
}
