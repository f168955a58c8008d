package fr.jalon.portal.explore;

import fr.jalon.portal.catalog.ColumnDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows and cells an address points at: {@code ligne=12}, {@code ligne=12-15,40}, and of these
 * rows the cells {@code de} a column {@code a} another.
 *
 * @param spans of 1-based row numbers, in the order of the address
 * @param from the first column, null for whole rows
 */
record Sought(List<Span> spans, @Nullable String from, @Nullable String to) {
  static final String ROWS = "ligne";
  static final String FROM = "de";
  static final String TO = "a";

  /** A page has fewer rows than that: an address that names more is not one of ours. */
  private static final int MOST_SPANS = 100;

  private static final Pattern SPAN = Pattern.compile("([0-9]{1,12})(?:-([0-9]{1,12}))?");

  Sought {
    spans = List.copyOf(spans);
  }

  /** From a number to another, both within. */
  record Span(long first, long last) {
    boolean has(long number) {
      return first <= number && number <= last;
    }
  }

  /** What is not understood points at nothing. */
  static Sought of(Map<String, String[]> parameters) {
    List<Span> spans = new ArrayList<>();
    for (String one : first(parameters, ROWS).split(",", MOST_SPANS)) {
      Matcher span = SPAN.matcher(one);
      if (span.matches()) {
        long from = Long.parseLong(span.group(1));
        spans.add(new Span(from, span.group(2) == null ? from : Long.parseLong(span.group(2))));
      }
    }
    String from = first(parameters, FROM);
    String to = first(parameters, TO);
    return from.isEmpty()
        ? new Sought(spans, null, null)
        : new Sought(spans, from, to.isEmpty() ? from : to);
  }

  /** The row to show first, 0 for none. */
  long row() {
    return spans.isEmpty() ? 0 : spans.get(0).first();
  }

  boolean hasRow(long number) {
    return spans.stream().anyMatch(span -> span.has(number));
  }

  /**
   * Which of the columns shown are meant, first and last; nothing when whole rows are.
   *
   * @return two positions, -1 and -2 when none is
   */
  Span columns(List<ColumnDescription> shown) {
    int first = -1;
    int last = -2;
    for (int i = 0; i < shown.size(); i++) {
      String name = shown.get(i).name();
      if (name.equals(from) || name.equals(to)) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return new Span(first, last);
  }

  private static String first(Map<String, String[]> parameters, String name) {
    String[] values = parameters.get(name);
    return values == null || values.length == 0 ? "" : values[0];
  }
}
