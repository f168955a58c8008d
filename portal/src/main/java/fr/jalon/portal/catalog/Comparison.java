package fr.jalon.portal.catalog;

import fr.jalon.portal.web.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of a dataset side by side: what is known of each, not their rows.
 *
 * @param identical true when they have the same files, byte for byte
 * @param added columns that the later one has alone, in its order
 * @param gone columns that the earlier one has alone
 * @param changed columns of both whose type is another, in words
 * @param stirred columns of both whose values changed as far as their dictionary tells
 */
public record Comparison(
    int before,
    int after,
    boolean identical,
    List<Line> lines,
    List<String> added,
    List<String> gone,
    List<String> changed,
    List<Stirred> stirred) {
  public Comparison {
    lines = List.copyOf(lines);
    added = List.copyOf(added);
    gone = List.copyOf(gone);
    changed = List.copyOf(changed);
    stirred = List.copyOf(stirred);
  }

  /** A column, how filled and how far from end to end it was, and is. */
  public record Stirred(String name, String before, String after) {}

  /**
   * @param difference in figures where there are figures, "" where nothing differs
   */
  public record Line(String name, String before, String after, String difference) {}

  static Comparison of(Version before, Version after, Messages messages) {
    return new Comparison(
        before.number(),
        after.number(),
        hashes(before).equals(hashes(after)),
        lines(before, after, messages),
        names(after).stream().filter(name -> before.findColumn(name).isEmpty()).toList(),
        names(before).stream().filter(name -> after.findColumn(name).isEmpty()).toList(),
        before.columns().stream()
            .flatMap(column -> changed(column, after, messages).stream())
            .toList(),
        before.columns().stream()
            .flatMap(column -> stirred(before, column, after, messages).stream())
            .toList());
  }

  private static List<Line> lines(Version before, Version after, Messages messages) {
    List<Line> lines = new ArrayList<>();
    Pair pair = new Pair(before, after, messages);
    lines.add(pair.said("published", one -> date(one.publishedAt(), messages)));
    lines.add(pair.said("heading", one -> one.description().title()));
    lines.add(pair.counted("rows", Version::rows));
    lines.add(pair.counted("columns", one -> (long) one.columns().size()));
    lines.add(pair.said("period", one -> text(one.description().period())));
    lines.add(
        pair.said(
            "license",
            one ->
                messages.text(
                    "catalog.license."
                        + one.description().license().name().toLowerCase(Locale.ROOT))));
    lines.add(pair.said("schema", one -> schema(one.conformity(), messages)));
    Stream.concat(before.distributions().stream(), after.distributions().stream())
        .map(Distribution::format)
        .distinct()
        .sorted(Comparator.naturalOrder())
        .forEach(
            format ->
                lines.add(
                    pair.weighed(
                        format.title(),
                        one -> one.findDistribution(format).map(Distribution::size))));
    lines.add(pair.weighed(messages.text("catalog.compare.size"), one -> Optional.of(one.size())));
    return lines;
  }

  private static Optional<String> changed(
      ColumnDescription column, Version after, Messages messages) {
    return after
        .findColumn(column.name())
        .filter(one -> one.type() != column.type())
        .map(
            one ->
                messages.text(
                    "catalog.compare.changed.how",
                    column.name(),
                    messages.text("catalog.type." + column.type().code()),
                    messages.text("catalog.type." + one.type().code())));
  }

  private static Optional<Stirred> stirred(
      Version before, ColumnDescription column, Version after, Messages messages) {
    return after
        .findColumn(column.name())
        .map(
            one ->
                new Stirred(
                    column.name(), extent(before, column, messages), extent(after, one, messages)))
        .filter(both -> !both.before().equals(both.after()));
  }

  /** "98 % remplie, 12 valeurs, de 3 à 1 200". */
  private static String extent(Version version, ColumnDescription column, Messages messages) {
    List<String> words = new ArrayList<>();
    if (version.rows() > 0) {
      double filled = Math.min(1, (double) column.filled() / version.rows());
      words.add(messages.text("catalog.compare.filled", messages.percent(filled)));
    }
    words.add(messages.count("explore.columns.range.distinct", column.distinct()));
    String minimum = column.minimum();
    String maximum = column.maximum();
    boolean ordered = column.numeric() || column.type().isDate();
    if (ordered && column.role() == null && minimum != null && maximum != null) {
      words.add(messages.text("explore.columns.range.between", minimum, maximum));
    }
    return String.join(", ", words);
  }

  private static String schema(@Nullable Conformity conformity, Messages messages) {
    if (conformity == null) {
      return "";
    }
    Integer problems = conformity.problems();
    return problems == null
        ? conformity.title()
        : messages.count("catalog.compare.schema", problems, conformity.title());
  }

  private static String date(@Nullable Instant instant, Messages messages) {
    return instant == null ? "" : messages.dateTime(instant);
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private static List<String> names(Version version) {
    return version.columns().stream().map(ColumnDescription::name).toList();
  }

  private static List<String> hashes(Version version) {
    return version.filesInOrder().stream().map(Distribution::sha256).toList();
  }

  /** Two versions of which the same things are asked. */
  private record Pair(Version before, Version after, Messages messages) {
    Line said(String key, Function<Version, String> text) {
      String first = text.apply(before);
      String second = text.apply(after);
      return new Line(messages.text("catalog.compare." + key), first, second, "");
    }

    Line counted(String key, Function<Version, Long> count) {
      long first = count.apply(before);
      long second = count.apply(after);
      return new Line(
          messages.text("catalog.compare." + key),
          messages.number(first),
          messages.number(second),
          signed(second - first, messages.number(Math.abs(second - first))));
    }

    Line weighed(String name, Function<Version, Optional<Long>> size) {
      Optional<Long> first = size.apply(before);
      Optional<Long> second = size.apply(after);
      long difference = second.orElse(0L) - first.orElse(0L);
      return new Line(
          name,
          first.map(messages::size).orElse(""),
          second.map(messages::size).orElse(""),
          signed(difference, messages.size(Math.abs(difference))));
    }

    private static String signed(long difference, String written) {
      if (difference == 0) {
        return "";
      }
      return (difference > 0 ? "+" : "−") + written;
    }
  }
}
