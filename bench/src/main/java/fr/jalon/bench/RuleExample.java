package fr.jalon.bench;

import fr.jalon.engine.profile.Profiler;
import fr.jalon.engine.profile.Profiling;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.engine.schema.Schemas;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.BlockBuilder;
import fr.jalon.engine.table.BlockSink;
import fr.jalon.engine.table.Column;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One file of the examples of a rule, with all that is known of it before any rule is asked.
 * Public, for the mutants live apart.
 */
public record RuleExample(
    Table table,
    Reading reading,
    Profiling profiling,
    @Nullable SchemaMatch match,
    @Nullable Block whole,
    Properties options) {
  /**
   * The good and the bad ones of a rule; what is found in them and becomes of them stands apart.
   */
  static List<RuleExample> in(Path folder) throws IOException, UnreadableFile {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> isOne(file.getFileName().toString())).sorted().toList();
    }
    List<RuleExample> examples = new ArrayList<>();
    for (Path file : files) {
      examples.add(of(file));
    }
    return examples;
  }

  private static boolean isOne(String name) {
    return name.matches("(?:good|bad)(?:-.*)?[.]csv");
  }

  private static RuleExample of(Path file) throws IOException, UnreadableFile {
    Properties options = options(file);
    Lines table = Lines.of(Files.readAllLines(file));
    Profiling profiling = Profiler.profile(table, block -> {});
    SchemaMatch match =
        Schemas.best(profiling, options.getProperty("schema"), Words.of("")).chosen();
    List<Block> blocks = new ArrayList<>();
    table.scan(blocks::add);
    return new RuleExample(
        table,
        table.reading(options),
        profiling,
        match,
        blocks.size() == 1 ? blocks.get(0) : null,
        options);
  }

  private static Properties options(Path file) throws IOException {
    String own = file.getFileName().toString().replaceFirst("csv$", "properties");
    Properties options = new Properties();
    for (String name : List.of(own, "options.properties")) {
      Path beside = file.resolveSibling(name);
      if (options.isEmpty() && Files.exists(beside)) {
        try (Reader text = Files.newBufferedReader(beside)) {
          options.load(text);
        }
      }
    }
    return options;
  }

  /** Lines of cells apart by semicolons, the names first, as the examples are written. */
  private record Lines(List<String> names, List<String[]> rows) implements Table {
    static Lines of(List<String> lines) {
      List<String[]> rows = lines.stream().skip(1).map(line -> line.split(";", -1)).toList();
      return new Lines(List.of(lines.get(0).split(";", -1)), rows);
    }

    @Override
    public Reading reading() {
      return reading(new Properties());
    }

    /** With what the file says outside of its rows. */
    Reading reading(Properties options) {
      List<SkippedRow> above = new ArrayList<>();
      for (String line : apart(options, "above")) {
        above.add(new SkippedRow(above.size() + 1, RowRole.TITLE, line));
      }
      List<String> titles = apart(options, "titles");
      return new Reading(
          "csv",
          "utf-8",
          false,
          ";",
          null,
          null,
          "LF",
          null,
          List.of(),
          options.getProperty("untitled") == null ? List.of(1L) : List.of(),
          2,
          rows.size(),
          names,
          above,
          titles.isEmpty()
              ? List.of()
              : List.of(
                  new SourceRow(0, RowRole.NOTE, List.of("")),
                  new SourceRow(1, RowRole.HEADER, titles)),
          null,
          List.of(),
          1,
          options.getProperty("turned") == null ? Shape.ROWS : Shape.TRANSPOSED,
          List.of());
    }

    private static List<String> apart(Properties options, String name) {
      String lines = options.getProperty(name);
      return lines == null ? List.of() : List.of(lines.split("[|]", -1));
    }

    @Override
    public List<Column> columns() {
      List<Column> columns = new ArrayList<>();
      names.forEach(name -> columns.add(new Column(columns.size(), columns.size(), name)));
      return columns;
    }

    @Override
    public void scan(BlockSink sink) throws IOException {
      BlockBuilder builder = new BlockBuilder(names.size(), sink);
      for (int row = 0; row < rows.size(); row++) {
        for (String cell : rows.get(row)) {
          builder.cell(cell);
        }
        builder.endRow(row + 2);
      }
      builder.finish();
    }
  }
}
