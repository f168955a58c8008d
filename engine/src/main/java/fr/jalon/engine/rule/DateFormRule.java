package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.DateOrder;
import fr.jalon.engine.profile.kind.Dates;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.profile.kind.YearWindow;
import fr.jalon.engine.rule.mend.Conversion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Dates are not written year first (ISO 8601), or not all in the same way. */
final class DateFormRule implements Rule {
  @Override
  public String code() {
    return "date-form";
  }

  @Override
  public void look(Facts facts, Report report) {
    Map<ColumnFacts, DateEvidence> found = new LinkedHashMap<>();
    for (ColumnFacts column : facts.columns()) {
      if (form(column.kind()) != null && column.profile().filled() > 0) {
        found.put(column, DateEvidence.of(column.values()));
      }
    }
    found.forEach((column, evidence) -> look(column, evidence, found, facts, report));
  }

  private void look(
      ColumnFacts column,
      DateEvidence evidence,
      Map<ColumnFacts, DateEvidence> all,
      Facts facts,
      Report report) {
    Conversion.WriteDates.Form form = Objects.requireNonNull(form(column.kind()), "form");
    DateOrder beside = isOpen(evidence) ? beside(evidence, all) : null;
    DateOrder order = beside == null ? evidence.order() : beside;
    YearWindow years =
        evidence.shortYears().isEmpty() ? null : evidence.years(column.header(), facts.today());
    Conversion mend = new Conversion.WriteDates(form, order, years);
    Map<String, String> words = words(evidence, years);
    DateDoubt doubt = DateDoubt.of(column, evidence, contrary(evidence, all));
    String variant = doubt == null ? variant(column, evidence, beside, form) : doubt.variant();
    if (doubt != null) {
      words.putAll(doubt.words());
    }
    if (variant.equals("short-year") && years != null && evidence.outside(years) > 0) {
      variant = "short-year-left";
    }
    Map<String, String> told = with(words, variant);
    Map<String, String> asked =
        with(
            words,
            years == null || doubt != null || variant.startsWith("short-year")
                ? variant
                : variant + "-short");
    report.cells(
        this,
        variant.equals("space") ? Severity.ADVICE : Severity.WARNING,
        column,
        told,
        value -> isOtherwiseWritten(value.toString(), form),
        doubt == null && evidence.certain()
            ? Remedy.convert(true, mend, asked)
            : Remedy.convertOne(false, mend, asked));
  }

  private static Conversion.WriteDates.@Nullable Form form(Kind kind) {
    if (kind == Kinds.DATE) {
      return Conversion.WriteDates.Form.DATE;
    }
    if (kind == Kinds.DATETIME) {
      return Conversion.WriteDates.Form.DATETIME;
    }
    return kind == Kinds.PERIOD ? Conversion.WriteDates.Form.PERIOD : null;
  }

  private static boolean isOpen(DateEvidence evidence) {
    return evidence.open() > 0 && evidence.dayFirst() == 0 && evidence.monthFirst() == 0;
  }

  /** The order that the other columns of the table prove, in the same form; null when none does. */
  private static @Nullable DateOrder beside(DateEvidence mine, Map<ColumnFacts, DateEvidence> all) {
    long dayFirst = 0;
    long monthFirst = 0;
    for (DateEvidence other : all.values()) {
      if (other.forms().stream().anyMatch(mine.forms()::contains)) {
        dayFirst += other.dayFirst();
        monthFirst += other.monthFirst();
      }
    }
    if ((dayFirst > 0) == (monthFirst > 0)) {
      return null;
    }
    return dayFirst > 0 ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
  }

  /** A column of the same form whose dates surely begin otherwise; null when there is none. */
  private static @Nullable ColumnFacts contrary(
      DateEvidence mine, Map<ColumnFacts, DateEvidence> all) {
    return all.entrySet().stream()
        .filter(other -> isContrary(mine, other.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private static boolean isContrary(DateEvidence mine, DateEvidence other) {
    boolean proves = other.dayFirst() > 0 != other.monthFirst() > 0 && !other.isHardlyProven();
    return proves
        && other.order() != mine.order()
        && other.forms().stream().anyMatch(mine.forms()::contains);
  }

  private static Map<String, String> words(DateEvidence evidence, @Nullable YearWindow years) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("forms", String.join(" · ", evidence.forms()));
    words.put("formCount", Integer.toString(evidence.forms().size()));
    words.put("dayFirst", Long.toString(evidence.dayFirst()));
    words.put("monthFirst", Long.toString(evidence.monthFirst()));
    words.put("open", Long.toString(evidence.open()));
    String example = evidence.example();
    if (example != null) {
      words.put("example", example);
      words.put("dayRead", day(example, DateOrder.DAY_FIRST));
      words.put("monthRead", day(example, DateOrder.MONTH_FIRST));
    }
    if (years != null) {
      words.put("shortYears", Long.toString(evidence.shortYearCells()));
      words.put("firstYear", Integer.toString(years.first()));
      words.put("lastYear", Integer.toString(years.last()));
      words.put("left", Long.toString(evidence.outside(years)));
      int figures = evidence.outsider(years);
      if (figures >= 0) {
        words.put("leftYear", (figures < 10 ? "0" : "") + figures);
      }
    }
    return words;
  }

  /** The day of a text, its time apart, read in that order. */
  private static String day(String example, DateOrder order) {
    String moment = Dates.readMoment(example, order, new YearWindow(1940, 2039));
    return moment == null ? example : moment.substring(0, "2022-03-12".length());
  }

  private static Map<String, String> with(Map<String, String> words, String variant) {
    Map<String, String> all = new LinkedHashMap<>(words);
    all.put("variant", variant);
    return all;
  }

  /** Which sentence tells it: that of the doubt, when there is one. */
  private static String variant(
      ColumnFacts column,
      DateEvidence evidence,
      @Nullable DateOrder beside,
      Conversion.WriteDates.Form form) {
    if (evidence.isContrary()) {
      return evidence.open() > 0 ? "both-orders" : "both-proven";
    }
    if (evidence.monthFirst() > 0) {
      return "month-first";
    }
    if (isOpen(evidence)) {
      return beside == null
          ? "no-order"
          : beside == DateOrder.DAY_FIRST ? "no-order-day" : "no-order-month";
    }
    if (!evidence.shortYears().isEmpty()) {
      return "short-year";
    }
    if (!evidence.alike()) {
      return "two-hands";
    }
    if (!evidence.whole()) {
      return "partly-seen";
    }
    if (onlySpaces(column, form)) {
      return "space";
    }
    return evidence.forms().size() > 1 ? "mixed" : "single";
  }

  /** True when a space where ISO 8601 has a T is all that is otherwise. */
  private static boolean onlySpaces(ColumnFacts column, Conversion.WriteDates.Form form) {
    for (int index = 0; index < column.values().size(); index++) {
      String text = column.values().value(index).toString().strip();
      if (isOtherwiseWritten(text, form) && !Dates.isIso(text.replaceFirst(" ", "T"))) {
        return false;
      }
    }
    return form == Conversion.WriteDates.Form.DATETIME;
  }

  private static boolean isOtherwiseWritten(String text, Conversion.WriteDates.Form form) {
    String written =
        switch (form) {
          case DATE -> {
            Dates.Written date = Dates.read(text);
            yield date == null ? null : date.iso();
          }
          case DATETIME, DATETIME_TO_THE_SECOND -> Dates.readDateTime(text);
          case PERIOD -> Dates.readPeriod(text);
        };
    return written != null && !written.equals(text.strip()) && !Dates.isIso(text.strip());
  }
}
