package fr.jalon.engine.rule;

import fr.jalon.engine.Sentences;
import fr.jalon.engine.TextTable;
import fr.jalon.engine.profile.Profiler;
import fr.jalon.engine.profile.Profiling;
import fr.jalon.engine.profile.Search;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.rule.mend.Mending;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.schema.Schema;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.engine.schema.Schemas;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the rules tell of a small table written in a test, lines apart by "|". */
record Told(Table table, List<Cause> causes, List<Proposal> proposals) {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  static Told of(String lines) throws IOException, UnreadableFile {
    Table table = TextTable.of(lines.replace('|', '\n'));
    Profiling profiling = Profiler.profile(table, block -> {});
    SchemaMatch match = Schemas.best(profiling, null, Words.of("")).chosen();
    Schema schema = match == null ? null : Schemas.find(match.schema()).orElseThrow();
    Facts facts = Facts.of(table.reading(), profiling, schema, match, null, null, TODAY);
    Search search = new Search(profiling);
    Report report = Rules.look(facts, search);
    search.run(table);
    Report.Told told = Rules.told(report);
    return new Told(table, told.causes(), told.proposals());
  }

  List<Cause> causes(String rule) {
    return causes.stream().filter(cause -> cause.code().equals(rule)).toList();
  }

  List<Proposal> proposals(String rule) {
    return proposals.stream().filter(one -> one.rule().equals(rule)).toList();
  }

  Proposal proposal(String rule) {
    List<Proposal> mine = proposals(rule);
    if (mine.size() != 1) {
      throw new AssertionError("one " + rule + " wanted among " + proposals);
    }
    return mine.get(0);
  }

  static String said(Proposal proposal) {
    return Sentences.in(Locale.FRENCH).of(proposal).replaceAll("[\u202f\u00a0]", " ");
  }

  static String said(Cause cause) {
    return Sentences.in(Locale.FRENCH).of(cause).replaceAll("[\u202f\u00a0]", " ");
  }

  /** The table once these are applied. */
  String mended(List<Proposal> accepted) throws IOException, UnreadableFile {
    return text(Mending.apply(table, accepted).table());
  }

  String mended(Proposal accepted) throws IOException, UnreadableFile {
    return mended(List.of(accepted));
  }

  /** The table once all that is certain is applied. */
  String afterCertain() throws IOException, UnreadableFile {
    return mended(proposals.stream().filter(Proposal::certain).toList());
  }

  private static String text(Table table) throws IOException, UnreadableFile {
    StringBuilder text = new StringBuilder();
    text.append(String.join(";", table.columns().stream().map(Column::name).toList()));
    table.scan(
        block -> {
          for (int row = 0; row < block.rows(); row++) {
            List<String> cells = new ArrayList<>();
            for (Chunk chunk : block.chunks()) {
              cells.add(chunk.at(row).toString());
            }
            text.append('|').append(String.join(";", cells));
          }
        });
    return text.toString();
  }
}
