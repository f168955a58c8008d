package fr.jalon.engine.rule;

import fr.jalon.engine.profile.kind.Dates;
import fr.jalon.engine.profile.kind.YearWindow;
import fr.jalon.engine.rule.mend.Conversion;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dates are not written year first (ISO 8601), or not all in the same way. */
final class DateFormRule implements Rule {
  @Override
  public String code() {
    return "date-form";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      Conversion.WriteDates.Form form = form(column.kind());
      if (form == null || column.profile().filled() == 0) {
        continue;
      }
      DateEvidence evidence = DateEvidence.of(column.values());
      YearWindow years =
          evidence.shortYears() == 0 ? null : DateEvidence.years(column, facts.today());
      Conversion mend = new Conversion.WriteDates(form, evidence.order(), years);
      Map<String, String> words = words(evidence);
      report.cells(
          this,
          Severity.WARNING,
          column,
          words,
          value -> isOtherwiseWritten(value.toString(), form),
          evidence.certain()
              ? Remedy.convert(true, mend, words)
              : Remedy.convertOne(false, mend, words));
    }
  }

  private static Conversion.WriteDates.@Nullable Form form(String kind) {
    return switch (kind) {
      case "date" -> Conversion.WriteDates.Form.DATE;
      case "datetime" -> Conversion.WriteDates.Form.DATETIME;
      case "period" -> Conversion.WriteDates.Form.PERIOD;
      default -> null;
    };
  }

  /** Which sentence tells it: that of the doubt, when there is one. */
  private static Map<String, String> words(DateEvidence evidence) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("forms", String.join(" · ", evidence.forms()));
    words.put("formCount", Integer.toString(evidence.forms().size()));
    words.put("dayFirst", Long.toString(evidence.dayFirst()));
    words.put("monthFirst", Long.toString(evidence.monthFirst()));
    words.put("open", Long.toString(evidence.open()));
    if (evidence.example() != null) {
      words.put("example", evidence.example());
    }
    words.put("variant", variant(evidence));
    return words;
  }

  private static String variant(DateEvidence evidence) {
    if (evidence.dayFirst() > 0 && evidence.monthFirst() > 0) {
      return "both-orders";
    }
    if (evidence.monthFirst() > 0) {
      return "month-first";
    }
    if (evidence.open() > 0 && evidence.dayFirst() == 0) {
      return "no-order";
    }
    return evidence.forms().size() > 1 ? "mixed" : "single";
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
