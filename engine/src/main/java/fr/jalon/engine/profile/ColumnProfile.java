package fr.jalon.engine.profile;

import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one column holds.
 *
 * @param letters of the column in the file ("C"), "" when the file does not have it
 * @param filled non-blank cells
 * @param distinct number of different non-blank values; exact up to 65 536 (fewer in a table of
 *     more than thirty columns), estimated within 2 % beyond
 * @param kind code of the kind of value ("siret", "date", "decimal", "text"…), "empty" when nothing
 *     is filled
 * @param kindShare share of the filled cells that are of this kind, 0 to 1
 * @param canonicalShare share of the filled cells already written canonically, 0 to 1
 * @param minimum smallest value (numbers and dates by value, text by length then order), null when
 *     empty
 * @param top the most frequent values, at most 10, most frequent first
 * @param examples the first different values, at most 5
 * @param personal code of what the column tells of people ("email", "mobile", "birth-date",
 *     "surname", "home-address"…), null when it tells nothing or was not looked at
 */
public record ColumnProfile(
    String name,
    String letters,
    ValueType type,
    String kind,
    double kindShare,
    double canonicalShare,
    long filled,
    long empty,
    long distinct,
    @Nullable String minimum,
    @Nullable String maximum,
    int longest,
    List<Frequent> top,
    List<String> examples,
    @Nullable String personal) {
  public ColumnProfile {
    top = List.copyOf(top);
    examples = List.copyOf(examples);
  }

  /**
   * What its values are; {@link Kinds#TEXT} for a code that only an older or a newer Jalon knows.
   */
  public Kind asKind() {
    return Kinds.find(kind).orElse(Kinds.TEXT);
  }

  /**
   * The same, its values shown otherwise: those quoted, and the two extremes, which are written as
   * their kind is.
   */
  public ColumnProfile shown(UnaryOperator<String> quoted, UnaryOperator<String> extremes) {
    return new ColumnProfile(
        name,
        letters,
        type,
        kind,
        kindShare,
        canonicalShare,
        filled,
        empty,
        distinct,
        minimum == null ? null : extremes.apply(minimum),
        maximum == null ? null : extremes.apply(maximum),
        longest,
        top.stream().map(each -> new Frequent(quoted.apply(each.value()), each.count())).toList(),
        examples.stream().map(quoted).toList(),
        personal);
  }

  /** The same, with what it tells of people. */
  ColumnProfile withPersonal(String category) {
    return new ColumnProfile(
        name,
        letters,
        type,
        kind,
        kindShare,
        canonicalShare,
        filled,
        empty,
        distinct,
        minimum,
        maximum,
        longest,
        top,
        examples,
        category);
  }

  /** A value and how many cells bear it. */
  public record Frequent(String value, long count) {}
}
