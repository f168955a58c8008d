package fr.jalon.bench;

import fr.jalon.engine.profile.Search;
import fr.jalon.engine.rule.Cause;
import fr.jalon.engine.rule.Facts;
import fr.jalon.engine.rule.Report;
import fr.jalon.engine.rule.Rules;
import fr.jalon.engine.rule.mend.Mending;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.schema.Schema;
import fr.jalon.engine.schema.Schemas;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a rule says of its examples, as the tests compare it: the cells it finds, and the table once
 * its own mends are accepted. Loaded again with each mutant, so that it speaks to that one.
 */
public final class RuleOutcome implements Supplier<String> {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private final String code;
  private final List<RuleExample> examples;

  RuleOutcome(String code, List<RuleExample> examples) {
    this.code = code;
    this.examples = examples;
  }

  @Override
  public String get() {
    StringBuilder outcome = new StringBuilder();
    for (RuleExample example : examples) {
      try {
        outcome.append(of(example)).append('\n');
      } catch (IOException | UnreadableFile e) {
        return e.toString();
      }
    }
    return outcome.toString();
  }

  private String of(RuleExample example) throws IOException, UnreadableFile {
    Schema schema =
        example.match() == null ? null : Schemas.find(example.match().schema()).orElseThrow();
    String siren = example.options().getProperty("siren");
    Facts.Owner owner =
        siren == null ? null : new Facts.Owner(example.options().getProperty("name"), siren, null);
    Facts facts =
        Facts.of(
            example.table().reading(),
            example.profiling(),
            schema,
            example.match(),
            owner,
            example.whole(),
            TODAY);
    Search search = new Search(example.profiling());
    Report report = Rules.look(facts, search);
    search.run(example.table());
    Report.Told told = Rules.told(report);
    List<Proposal> mine =
        told.proposals().stream().filter(proposal -> proposal.rule().equals(code)).toList();
    String causes =
        told.causes().stream()
            .filter(cause -> cause.code().equals(code))
            .map(RuleOutcome::line)
            .collect(Collectors.joining());
    return causes + (mine.isEmpty() ? "" : text(Mending.apply(example.table(), mine).table()));
  }

  private static String line(Cause cause) {
    return cause.column() + " × " + cause.count() + " : " + cause.samples() + "\n";
  }

  private static String text(Table table) throws IOException, UnreadableFile {
    StringBuilder text = new StringBuilder();
    text.append(String.join(";", table.columns().stream().map(Column::name).toList()));
    table.scan(
        block -> {
          for (int row = 0; row < block.rows(); row++) {
            int at = row;
            text.append('\n');
            block.chunks().forEach(chunk -> text.append(chunk.at(at)).append(';'));
          }
        });
    return text.toString();
  }
}
