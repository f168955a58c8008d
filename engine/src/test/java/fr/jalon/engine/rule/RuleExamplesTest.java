package fr.jalon.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.TextTable;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule has a folder of examples: {@code good.csv}, on which it finds nothing, {@code bad.csv},
 * and {@code bad.findings}, what it finds there: column, count, cells. Run with {@code -Dupdate} to
 * write the latter again, then read the difference.
 */
class RuleExamplesTest {
  private static final Path EXAMPLES =
      Path.of("src/test/resources/fr/jalon/engine/rule").toAbsolutePath();
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  static Stream<String> codes() {
    return Rules.ALL.stream().map(Rule::code);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void findsNothingInItsGoodExample(String code) throws Exception {
    assertThat(told(code, "good.csv")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void findsInItsBadExampleWhatIsWritten(String code) throws Exception {
    Path expected = EXAMPLES.resolve(code).resolve("bad.findings");
    String found = told(code, "bad.csv");
    if (System.getProperty("update") != null) {
      Files.writeString(expected, found);
    }
    assertThat(found).isNotEmpty().isEqualTo(Files.readString(expected));
  }

  private static String told(String code, String file) throws Exception {
    Path folder = EXAMPLES.resolve(code);
    assertThat(folder).as("the examples of the rule " + code).isDirectory();
    List<Cause> findings =
        findings(TextTable.of(Files.readString(folder.resolve(file))), options(folder));
    return findings.stream()
        .filter(finding -> finding.code().equals(code))
        .map(RuleExamplesTest::line)
        .collect(Collectors.joining());
  }

  private static List<Cause> findings(Table table, Properties options)
      throws IOException, UnreadableFile {
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
    return Rules.told(report).causes();
  }

  private static Properties options(Path folder) throws IOException {
    Properties options = new Properties();
    Path file = folder.resolve("options.properties");
    if (Files.exists(file)) {
      try (Reader text = Files.newBufferedReader(file)) {
        options.load(text);
      }
    }
    return options;
  }

  private static String line(Cause finding) {
    String cells =
        finding.samples().stream()
            .map(sample -> sample.address() + " " + sample.value())
            .map(cell -> cell.length() <= 60 ? cell : cell.substring(0, 60) + "…")
            .collect(Collectors.joining(" / "));
    return finding.column() + " × " + finding.count() + " : " + cells + "\n";
  }

  private static @Nullable Block only(Table table) throws IOException, UnreadableFile {
    List<Block> blocks = new ArrayList<>();
    table.scan(blocks::add);
    return blocks.size() == 1 ? blocks.get(0) : null;
  }
}
