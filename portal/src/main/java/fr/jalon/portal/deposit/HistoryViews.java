package fr.jalon.portal.deposit;

import fr.jalon.portal.web.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells what happened to a deposit. */
public final class HistoryViews {
  private final Page page;

  HistoryViews(Page page) {
    this.page = page;
  }

  /**
   * @param when in words
   * @param what in words, with who did it
   */
  public record Line(String when, String what) {}

  List<Line> of(List<Event> events) {
    return events.stream()
        .map(event -> new Line(page.dateTime(event.at()), sentence(event)))
        .toList();
  }

  private String sentence(Event event) {
    return page.t("deposit.event." + event.what().name(), event.who());
  }

  /** Comma-separated, in UTF-8: when (ISO 8601, UTC), who, what as a constant, what in words. */
  byte[] csv(List<Event> events) {
    StringBuilder csv = new StringBuilder("date,personne,evenement,phrase,detail\r\n");
    for (Event event : events) {
      csv.append(event.at())
          .append(',')
          .append(cell(event.who()))
          .append(',')
          .append(event.what().name())
          .append(',')
          .append(cell(sentence(event)))
          .append(',')
          .append(cell(event.detail()))
          .append("\r\n");
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Quoted; what a spreadsheet would take for a formula is written as text. */
  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
