package fr.jalon.bench;

import fr.jalon.engine.profile.Search;
import fr.jalon.engine.rule.Facts;
import fr.jalon.engine.rule.Report;
import fr.jalon.engine.rule.RuleText;
import fr.jalon.engine.rule.Rules;
import fr.jalon.engine.rule.mend.Mending;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.schema.Schema;
import fr.jalon.engine.schema.Schemas;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a rule says of its examples, as the tests compare it: the cells it finds, and the table once
 * its own mends are accepted. Loaded again with each mutant, so that it speaks to that one.
 */
public final class RuleOutcome implements Supplier<List<String>> {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  private final String code;
  private final List<RuleExample> examples;
  private final List<String> expected;

  /**
   * @param expected what each example should give: the first that gives something else is the last
   *     looked at
   */
  RuleOutcome(String code, List<RuleExample> examples, List<String> expected) {
    this.code = code;
    this.examples = examples;
    this.expected = expected;
  }

  @Override
  public List<String> get() {
    List<String> outcome = new ArrayList<>();
    for (RuleExample example : examples) {
      String said = said(example);
      outcome.add(said);
      if (!expected.isEmpty() && !expected.get(outcome.size() - 1).equals(said)) {
        break;
      }
    }
    return outcome;
  }

  private String said(RuleExample example) {
    try {
      return of(example);
    } catch (IOException | UnreadableFile e) {
      return e.toString();
    }
  }

  private String of(RuleExample example) throws IOException, UnreadableFile {
    Schema schema =
        example.match() == null ? null : Schemas.find(example.match().schema()).orElseThrow();
    String siren = example.options().getProperty("siren");
    Facts.Owner owner =
        siren == null ? null : new Facts.Owner(example.options().getProperty("name"), siren, null);
    Facts facts =
        Facts.of(
            example.reading(),
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
    List<Proposal> mends = RuleText.mends(told, code);
    String mended =
        mends.isEmpty() ? "" : RuleText.of(Mending.apply(example.table(), mends).table());
    return RuleText.said(told, code) + mended;
  }
}
