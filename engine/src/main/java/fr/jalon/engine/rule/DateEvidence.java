package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.profile.kind.DateOrder;
import fr.jalon.engine.profile.kind.Dates;
import fr.jalon.engine.profile.kind.YearWindow;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
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
 * @param days the days that prove an order, each counted once
 */
record DateEvidence(
    Set<String> forms,
    long dayFirst,
    long monthFirst,
    long open,
    Map<Integer, Long> shortYears,
    @Nullable String example,
    boolean alike,
    boolean whole,
    Days days) {
  /**
   * Two figures are read as the last fifty-odd years: before, 56 may be 1956, the birth of a
   * person, or 2056, the end of a contract, and nothing in the cell tells.
   */
  private static final int SURE_YEARS = 56;

  /**
   * In true dates three days of five are after the 12th and prove the order. Below this share of
   * days that prove that the day is first, 0 to 1, the order is doubted: were it the right one,
   * hardly one column of six days would have a single proof, and a slip of the hand makes one too.
   */
  private static final double FEWEST_DAY_PROOFS = 0.2;

  /** The same for the other order, which is so rare in France that slips are likelier. */
  private static final double FEWEST_MONTH_PROOFS = 0.4;

  /** "12/25/2022" alone may be "12/05/2022" badly typed. */
  private static final int FEWEST_MONTH_DAYS = 2;

  private static final YearWindow ANY_CENTURY = new YearWindow(1940, 2039);
  private static final Set<String> BIRTH = Set.of("naissance", "ne", "nee", "naiss");
  private static final Set<String> AHEAD =
      Set.of("fin", "echeance", "expiration", "validite", "terme", "cloture");

  /**
   * Different days. One that fills a whole column proves no more than once.
   *
   * @param dayFirst that can only have the day first
   * @param monthFirst that can only have the month first
   * @param open that may be read in both ways
   * @param firsts those of the open ones that are the first of a month when the day is first: many
   *     things begin or end then
   * @param proof one that proves the order, null when none does
   */
  record Days(long dayFirst, long monthFirst, long open, long firsts, @Nullable String proof) {}

  static DateEvidence of(Distinct values) {
    Gathering gathering = new Gathering();
    for (int index = 0; index < values.size(); index++) {
      String text = values.value(index).toString();
      List<String> days = Dates.daysOf(text);
      for (String day : days) {
        gathering.add(day.strip(), values.count(index));
      }
      if (days.size() == 2) {
        gathering.addPeriod(text, values.count(index));
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
    private final Set<String> provenDays = new HashSet<>();
    private final Set<String> provenMonths = new HashSet<>();
    private final Set<LocalDate> open = new HashSet<>();
    private @Nullable String proof;
    private @Nullable String example;

    /** A period whose last day comes before its first in one order is proof of the other. */
    void addPeriod(String text, long cells) {
      boolean day = Dates.readPeriod(text, DateOrder.DAY_FIRST, ANY_CENTURY) != null;
      boolean month = Dates.readPeriod(text, DateOrder.MONTH_FIRST, ANY_CENTURY) != null;
      List<String> days = Dates.daysOf(text);
      boolean isOpen = days.stream().allMatch(Gathering::isOpen);
      if (isOpen && day != month) {
        prove(day ? Dates.Proof.DAY_FIRST : Dates.Proof.MONTH_FIRST, text, text);
        counts[(day ? Dates.Proof.DAY_FIRST : Dates.Proof.MONTH_FIRST).ordinal()] += cells;
      }
    }

    private static boolean isOpen(String text) {
      Dates.Written date = Dates.readDayOf(text.strip());
      return date != null && date.proof() == Dates.Proof.NOTHING;
    }

    private void prove(Dates.Proof order, String day, String text) {
      (order == Dates.Proof.DAY_FIRST ? provenDays : provenMonths).add(day);
      proof = proof == null ? text : proof;
    }

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
        open.add(date.date());
        example = example == null ? text : example;
      } else if (date.proof() != Dates.Proof.NONE_NEEDED) {
        provenHands.add(hand);
        prove(date.proof(), date.iso(), text);
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
          whole,
          new Days(
              provenDays.size(),
              provenMonths.size(),
              open.size(),
              open.stream().filter(day -> day.getDayOfMonth() == 1).count(),
              proof));
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
    return whole && isProven() && alike && !isContrary() && shortYears.isEmpty();
  }

  /** True when some dates prove one order, and some the other. */
  boolean isContrary() {
    return dayFirst > 0 && monthFirst > 0;
  }

  /** True when the days that may be read in both ways are read as enough others prove it. */
  boolean isProven() {
    if (open == 0) {
      return true;
    }
    return monthFirst > 0
        ? days.monthFirst >= FEWEST_MONTH_DAYS && share(days.monthFirst, 0) >= FEWEST_MONTH_PROOFS
        : dayFirst > 0 && share(days.dayFirst, days.firsts) >= FEWEST_DAY_PROOFS;
  }

  /** True when the proofs would not hold against those of other columns. */
  boolean isHardlyProven() {
    long proofs = Math.max(days.dayFirst, days.monthFirst);
    return open > 0 && (proofs < FEWEST_MONTH_DAYS || share(proofs, 0) < FEWEST_MONTH_PROOFS);
  }

  /** The share of the days that prove an order, 0 to 1, some of the open ones left aside. */
  private double share(long proofs, long aside) {
    return (double) proofs / (proofs + days.open - aside);
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
