package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.profile.kind.DateOrder;
import fr.jalon.engine.profile.kind.Dates;
import fr.jalon.engine.profile.kind.YearWindow;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What all the dates of a column tell of how they are written.
 *
 * @param forms the ways met ("12/03/2022")
 * @param dayFirst cells whose figures can only have the day first
 * @param monthFirst cells whose figures can only have the month first
 * @param open cells that may be read in both ways
 * @param shortYears cells whose year has two figures, by these figures
 * @param example one of the cells that may be read in both ways, null when there is none
 * @param alike whether the cells that may be read in both ways are written like those that prove
 *     how: a program that swapped some of them left the marks of its own way of writing
 * @param whole whether every value of the column was looked at
 */
record DateEvidence(
    Set<String> forms,
    long dayFirst,
    long monthFirst,
    long open,
    Map<Integer, Long> shortYears,
    @Nullable String example,
    boolean alike,
    boolean whole) {
  /**
   * Two figures are read as the last fifty-odd years: before, 56 may be 1956, the birth of a
   * person, or 2056, the end of a contract, and nothing in the cell tells.
   */
  private static final int SURE_YEARS = 56;

  /**
   * In true dates three days of five are after the 12th and prove the order. Below this share of
   * proofs, 0 to 1, a column of another order than the French one is doubted.
   */
  private static final double FEWEST_PROOFS = 0.1;

  private static final Set<String> BIRTH = Set.of("naissance", "ne", "nee", "naiss");
  private static final Set<String> AHEAD =
      Set.of("fin", "echeance", "expiration", "validite", "terme", "cloture");

  static DateEvidence of(Distinct values) {
    Gathering gathering = new Gathering();
    for (int index = 0; index < values.size(); index++) {
      for (String day : Dates.daysOf(values.value(index).toString())) {
        gathering.add(day.strip(), values.count(index));
      }
    }
    return gathering.evidence(values.complete());
  }

  private static final class Gathering {
    private final Set<String> forms = new TreeSet<>();
    private final Set<String> openHands = new TreeSet<>();
    private final Set<String> provenHands = new TreeSet<>();
    private final long[] counts = new long[Dates.Proof.values().length];
    private final Map<Integer, Long> shortYears = new TreeMap<>();
    private @Nullable String example;

    void add(String text, long cells) {
      Dates.Written date = Dates.readDayOf(text);
      if (date == null) {
        return;
      }
      forms.add(date.form());
      counts[date.proof().ordinal()] += cells;
      if (date.shortYear() >= 0) {
        shortYears.merge(date.shortYear(), cells, Long::sum);
      }
      String hand = date.form() + "|" + zeros(text);
      if (date.proof() == Dates.Proof.NOTHING) {
        openHands.add(hand);
        example = example == null ? text : example;
      } else if (date.proof() != Dates.Proof.NONE_NEEDED) {
        provenHands.add(hand);
      }
    }

    DateEvidence evidence(boolean whole) {
      return new DateEvidence(
          forms,
          counts[Dates.Proof.DAY_FIRST.ordinal()],
          counts[Dates.Proof.MONTH_FIRST.ordinal()],
          counts[Dates.Proof.NOTHING.ordinal()],
          shortYears,
          example,
          openHands.stream().allMatch(hand -> isProven(hand, provenHands)),
          whole);
    }
  }

  /** "0" when a figure of the day or the month has a zero before it, "1" when one lacks it. */
  private static String zeros(String text) {
    String[] parts = text.split("[^0-9]+", 3);
    String first = parts[0];
    String second = parts.length > 1 ? parts[1] : "";
    if (first.length() == 1 || second.length() == 1) {
      return "1";
    }
    return first.startsWith("0") || second.startsWith("0") ? "0" : "";
  }

  /**
   * 12/11/2022 shows nothing of its zeros, and may be of any hand; 3/4/2022 is not of the hand that
   * wrote 25/04/2022.
   */
  private static boolean isProven(String hand, Set<String> proven) {
    String form = hand.substring(0, hand.indexOf('|') + 1);
    if (hand.equals(form)) {
      return proven.stream().anyMatch(one -> one.startsWith(form));
    }
    String other = form + (hand.endsWith("0") ? "1" : "0");
    return proven.contains(hand) || (proven.contains(form) && !proven.contains(other));
  }

  /** One date of the other order is enough to leave the open ones alone. */
  DateOrder order() {
    if (dayFirst > 0 && monthFirst > 0) {
      return DateOrder.AS_PROVEN;
    }
    return monthFirst > 0 ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
  }

  /** True when no date of the column is read by a guess: neither its order nor its century. */
  boolean certain() {
    boolean contrary = dayFirst > 0 && monthFirst > 0;
    boolean proven = open == 0 || dayFirst > 0 || monthFirst > FEWEST_PROOFS * (monthFirst + open);
    return whole && proven && alike && !contrary && shortYears.isEmpty();
  }

  /** Cells whose year has two figures. */
  long shortYearCells() {
    return shortYears.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Cells whose two figures stand for no year of the window. */
  long outside(YearWindow window) {
    return shortYears.entrySet().stream()
        .filter(year -> window.year(year.getKey()) < 0)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Two figures that stand for no year of the window, -1 when all do. */
  int outsider(YearWindow window) {
    return shortYears.keySet().stream()
        .filter(year -> window.year(year) < 0)
        .findFirst()
        .orElse(-1);
  }

  /**
   * The years that two figures stand for in a column, as far as its name and the others tell: 12 is
   * a child or a centenarian among births, 85 is past or to come among ends of contracts.
   */
  YearWindow years(Words header, LocalDate today) {
    int now = today.getYear();
    YearWindow past = new YearWindow(now - SURE_YEARS, now);
    if (header.hasAny(BIRTH)) {
      return new YearWindow(now - 99, 1999);
    }
    boolean mayLieAhead = header.hasAny(AHEAD) || outside(past) > 0;
    return mayLieAhead ? new YearWindow(2000, now) : past;
  }
}
