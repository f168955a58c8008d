package fr.jalon.portal.deposit;

import fr.jalon.engine.export.SeenRows;
import fr.jalon.engine.profile.RowPrints;
import fr.jalon.engine.rule.mend.ChosenRows;
import fr.jalon.engine.rule.mend.Criterion;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.SetAsideRows;
import fr.jalon.portal.web.Rejected;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rows that a person sets aside by their numbers, as a correction. */
final class RowsAside {
  /** Rows chosen at once: more of them are seen at a glance by nobody. */
  static final int MOST_ROWS = 10_000;

  private static final int MOST_RANGES = 100;
  private static final int SAMPLES = 20;
  private static final int LONGEST_SAMPLE = 200;
  private static final String CODE = "rows-by-hand";
  private static final String ASKED_AGAIN = "asked-again:";
  private static final Pattern RANGE =
      Pattern.compile("(\\d{1,9})(?:\\s*(?:\u00e0|a|to|-|\u2013|:)\\s*(\\d{1,9}))?");
  private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[,;]|\\bet\\b|\\band\\b)\\s*");

  private RowsAside() {}

  static boolean is(Proposal proposal) {
    return ChosenRows.is(proposal.mend());
  }

  /** True for rows set aside on an earlier file, which a person has yet to choose on this one. */
  static boolean isAskedAgain(Proposal proposal) {
    return is(proposal) && proposal.id().startsWith(ASKED_AGAIN);
  }

  /** The same rows, to be chosen again on the file of another year: their numbers say nothing. */
  static Proposal askedAgain(Proposal proposal) {
    return isAskedAgain(proposal) ? proposal : of(ASKED_AGAIN + proposal.id(), proposal);
  }

  /** The same, told by itself alone: the words of a recipe are whoever wrote it. */
  static Proposal retold(Proposal proposal) {
    return of(CODE + ":" + text(ranges(proposal)), proposal);
  }

  private static Proposal of(String id, Proposal proposal) {
    return new Proposal(id, CODE, null, null, Map.of(), 0, List.of(), false, proposal.mend());
  }

  /** "12-18,25": as the field of the page reads it. */
  static String text(List<Criterion.Chosen.Range> ranges) {
    return String.join(
        ", ",
        ranges.stream()
            .map(
                range ->
                    range.first() == range.last()
                        ? Long.toString(range.first())
                        : range.first() + "-" + range.last())
            .toList());
  }

  static List<Criterion.Chosen.Range> ranges(Proposal proposal) {
    return proposal.mend() instanceof SetAsideRows aside
            && aside.rows() instanceof Criterion.Chosen chosen
        ? chosen.ranges()
        : List.of();
  }

  /**
   * The rows a person wrote ("12 à 18, 25").
   *
   * @throws Rejected {@link DepositProblem#ROWS_UNREADABLE}, {@link DepositProblem#NO_SUCH_ROWS} or
   *     {@link DepositProblem#TOO_MANY_ROWS}
   */
  static Proposal of(String written, SeenRows seen) throws IOException {
    List<Criterion.Chosen.Range> ranges = new ArrayList<>();
    List<Proposal.Change> samples = new ArrayList<>();
    long count = 0;
    String[] parts = BETWEEN.split(written.strip());
    if (parts.length > MOST_RANGES) {
      throw new Rejected(DepositProblem.ROWS_UNREADABLE, written);
    }
    for (String part : parts) {
      Matcher range = RANGE.matcher(part.strip());
      if (!range.matches()) {
        throw new Rejected(DepositProblem.ROWS_UNREADABLE, written);
      }
      long one = Long.parseLong(range.group(1));
      long other = range.group(2) == null ? one : Long.parseLong(range.group(2));
      long first = Math.min(one, other);
      long last = Math.max(one, other);
      long from = seen.rankFrom(first);
      long rows = seen.rankFrom(last + 1) - from;
      count += rows;
      if (first < 1 || rows <= 0) {
        throw new Rejected(DepositProblem.NO_SUCH_ROWS, part);
      }
      if (count > MOST_ROWS) {
        throw new Rejected(DepositProblem.TOO_MANY_ROWS, (long) MOST_ROWS);
      }
      long print = 0;
      for (long rank = from; rank < from + rows; rank++) {
        SeenRows.Row row = seen.read(rank).get(0);
        print = RowPrints.with(print, row.print());
        if (samples.size() < SAMPLES) {
          samples.add(new Proposal.Change(Long.toString(row.sourceRow()), said(row), null));
        }
      }
      ranges.add(new Criterion.Chosen.Range(first, last, print));
    }
    return new Proposal(
        CODE + ":" + text(ranges),
        CODE,
        null,
        null,
        Map.of(),
        count,
        samples,
        false,
        new SetAsideRows(new Criterion.Chosen(ranges)));
  }

  /** What a row holds, as the cards show it. */
  static String said(SeenRows.Row row) {
    String text =
        String.join(
            " | ",
            row.cells().stream().map(String::strip).filter(cell -> !cell.isEmpty()).toList());
    return text.length() <= LONGEST_SAMPLE ? text : text.substring(0, LONGEST_SAMPLE - 1) + "…";
  }
}
