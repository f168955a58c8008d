package fr.jalon.engine.check;

import fr.jalon.engine.profile.Search;
import java.util.Comparator;
import java.util.List;

/** Every check, in the order in which findings of equal severity are told. */
public final class Checks {
  public static final List<Check> ALL = List.of();

  private Checks() {}

  /** Asks every check; the findings are in the report once the search has run. */
  public static Report look(Facts facts, Search search) {
    Report report = new Report(search);
    for (Check check : ALL) {
      check.look(facts, report);
    }
    return report;
  }

  /** What was found, errors first. Call it once the search has run. */
  public static List<Finding> findings(Report report) {
    return report.findings().stream().sorted(Comparator.comparing(Finding::severity)).toList();
  }
}
