package fr.jalon.engine;

import fr.jalon.engine.Inspection.PreviewRow;
import fr.jalon.engine.export.SeenRowsWriter;
import fr.jalon.engine.profile.Profile;
import fr.jalon.engine.profile.Profiler;
import fr.jalon.engine.profile.Profiling;
import fr.jalon.engine.profile.Search;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.rule.Cause;
import fr.jalon.engine.rule.Facts;
import fr.jalon.engine.rule.Report;
import fr.jalon.engine.rule.Rules;
import fr.jalon.engine.rule.mend.CellEdits;
import fr.jalon.engine.rule.mend.ChosenRows;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.schema.Schema;
import fr.jalon.engine.schema.SchemaChoice;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.engine.schema.Schemas;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.RowRole;
import fr.jalon.engine.table.SkippedRow;
import fr.jalon.engine.table.SourceRow;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One look at a table, as read or as repaired: profile, schema, causes and their mends. */
final class Look {
  /** As much of a cell as is needed to see whether what is shown of it tells of somebody. */
  private static final int LONGEST_KEPT = SourceRow.MAX_CELL_LENGTH + Covers.LONGEST_SPOT;

  private final String name;
  private final Table table;
  private final InspectOptions options;
  private final Clock clock;
  private final Progress progress;
  private final @Nullable Path rowsFile;
  private final List<PreviewRow> preview = new ArrayList<>();
  private @Nullable Block first;
  private int blocks;
  private long rows;

  Look(String name, Table table, InspectOptions options, Clock clock, Progress progress) {
    this(name, table, options, clock, progress, null);
  }

  /**
   * @param rowsFile where every row is written with what was found in it, null for nowhere
   */
  Look(
      String name,
      Table table,
      InspectOptions options,
      Clock clock,
      Progress progress,
      @Nullable Path rowsFile) {
    this.rowsFile = rowsFile;
    this.name = name;
    this.table = table;
    this.options = options;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * What the look taught.
   *
   * @param profiling with every value: it stays in the engine
   * @param profile as it may be shown
   */
  record Seen(
      Reading reading,
      Profiling profiling,
      Profile profile,
      SchemaChoice schema,
      List<PreviewRow> preview,
      List<Cause> findings,
      List<Proposal> proposals) {}

  Seen look() throws IOException, UnreadableFile {
    Profiling profiling = Profiler.profile(table, this::pass);
    Reading reading = table.reading();
    SchemaChoice choice = Schemas.best(profiling, options.schema(), about(reading));
    progress.at("check", 0);
    SchemaMatch match = choice.chosen();
    Schema schema = match == null ? null : Schemas.find(match.schema()).orElse(null);
    Facts facts =
        Facts.of(name, reading, profiling, schema, match, owner(), whole(), LocalDate.now(clock));
    Covers covers = Covers.of(facts, options);
    Search search = new Search(profiling, covers.cells());
    Report report = Rules.look(facts, search);
    CellEdits edits = CellEdits.look(options.edits(), table.columns(), search);
    ChosenRows chosen = ChosenRows.look(options.edits(), search);
    Report.Told told = told(report, search, covers);
    progress.at("check", 1);
    List<Proposal> proposals = new ArrayList<>(told.proposals());
    proposals.addAll(edits.proposals());
    proposals.addAll(chosen.holding());
    return new Seen(
        covers.reading(reading),
        facts.profiling(),
        covers.profile(),
        choice,
        covers.preview(preview),
        covers.causes(told.causes(), options.kept(), told.proposals()),
        covers.proposals(proposals));
  }

  private Report.Told told(Report report, Search search, Covers covers)
      throws IOException, UnreadableFile {
    if (rowsFile == null) {
      search.run(table);
      return Rules.told(report);
    }
    try (SeenRowsWriter all = new SeenRowsWriter(rowsFile, table.columns(), covers.cells())) {
      search.run(table, all);
      Report.Told told = Rules.told(report);
      all.finish(told.places());
      return told;
    }
  }

  private Words about(Reading reading) {
    StringBuilder about = new StringBuilder(name);
    if (reading.sheet() != null) {
      about.append(' ').append(reading.sheet());
    }
    for (SkippedRow row : reading.skipped()) {
      if (row.reason() == RowRole.TITLE) {
        about.append(' ').append(row.text());
      }
    }
    return Words.of(about.toString());
  }

  private Facts.@Nullable Owner owner() {
    InspectOptions.Depositor depositor = options.depositor();
    return depositor == null
        ? null
        : new Facts.Owner(depositor.name(), depositor.siren(), depositor.insee());
  }

  /** The only block of a table that has no more: what goes with what is learnt from its rows. */
  private @Nullable Block whole() {
    return blocks == 1 ? first : null;
  }

  private void pass(Block block) {
    blocks++;
    first = blocks == 1 ? block : null;
    for (int row = 0; row < block.rows() && preview.size() < Inspection.PREVIEW_ROWS; row++) {
      preview.add(previewRow(block, row));
    }
    rows += block.rows();
    long all = Math.max(rows, table.reading().rows());
    progress.at("profile", (double) rows / Math.max(1, all));
  }

  private static PreviewRow previewRow(Block block, int row) {
    List<String> cells = new ArrayList<>(block.width());
    for (Chunk chunk : block.chunks()) {
      String cell = chunk.at(row).toString();
      cells.add(cell.length() <= LONGEST_KEPT ? cell : cell.substring(0, LONGEST_KEPT));
    }
    return new PreviewRow(block.sourceRow(row), cells);
  }
}
