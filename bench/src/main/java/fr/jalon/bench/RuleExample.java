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
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * One file of the examples of a rule, with all that is known of it before any rule is asked.
 * Public, for the mutants live apart.
 */
public record RuleExample(
    Table table,
    Profiling profiling,
    @Nullable SchemaMatch match,
    @Nullable Block whole,
    Properties options) {
  static RuleExample of(Path file) throws IOException, UnreadableFile {
    Properties options = new Properties();
    Path beside = file.resolveSibling("options.properties");
    if (Files.exists(beside)) {
      try (Reader text = Files.newBufferedReader(beside)) {
        options.load(text);
      }
    }
    Table table = Lines.of(Files.readAllLines(file));
    Profiling profiling = Profiler.profile(table, block -> {});
    SchemaMatch match =
        Schemas.best(profiling, options.getProperty("schema"), Words.of("")).chosen();
    List<Block> blocks = new ArrayList<>();
    table.scan(blocks::add);
    return new RuleExample(
        table, profiling, match, blocks.size() == 1 ? blocks.get(0) : null, options);
  }

  /** Lines of cells apart by semicolons, the names first, as the examples are written. */
  private record Lines(List<String> names, List<String[]> rows) implements Table {
    static Lines of(List<String> lines) {
      List<String[]> rows = lines.stream().skip(1).map(line -> line.split(";", -1)).toList();
      return new Lines(List.of(lines.get(0).split(";", -1)), rows);
    }

    @Override
    public Reading reading() {
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
          List.of(1L),
          2,
          rows.size(),
          names,
          List.of(),
          List.of(),
          null,
          List.of());
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
