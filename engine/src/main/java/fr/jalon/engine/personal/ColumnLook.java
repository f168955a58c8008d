package fr.jalon.engine.personal;

import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.profile.kind.Dates;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.table.Column;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One column as its values and its header show it, before its neighbours are looked at. */
final class ColumnLook {
  /** Different values looked at: shares within some 3 %, whatever the size of the table. */
  private static final int SAMPLE = 1000;

  final Column column;
  final Words header;
  final ColumnProfile profile;
  final Distinct values;
  private final List<String> sample = new ArrayList<>();
  private final long[] counts;
  private final long cells;
  private @Nullable List<NameLook> names;
  private @Nullable Category vocabulary;
  private boolean vocabularyAsked;

  ColumnLook(Column column, ColumnProfile profile, Distinct values) {
    this.column = column;
    this.header = column.isNameless() ? Words.of("") : Words.of(column.name());
    this.profile = profile;
    this.values = values;
    int size = Math.min(SAMPLE, values.size());
    long[] all = new long[size];
    long sum = 0;
    int kept = 0;
    for (int index = 0; index < size; index++) {
      String value = values.value(index).toString().strip();
      if (saysSomething(value)) {
        sample.add(value);
        all[kept++] = values.count(index);
        sum += values.count(index);
      }
    }
    this.counts = Arrays.copyOf(all, kept);
    this.cells = sum;
  }

  /** "-", "NC", "néant" stand for nothing, whatever the column is made of. */
  static boolean saysSomething(String value) {
    return !fr.jalon.engine.profile.kind.Blanks.isBlankWord(value)
        && value.chars().anyMatch(Character::isLetterOrDigit);
  }

  int index() {
    return column.index();
  }

  Kind kind() {
    return profile.asKind();
  }

  boolean isEmpty() {
    return sample.isEmpty();
  }

  int size() {
    return sample.size();
  }

  List<String> sample() {
    return sample;
  }

  /** Share of the cells whose value passes. */
  double cells(Predicate<String> test) {
    long passing = 0;
    for (int i = 0; i < counts.length; i++) {
      passing += test.test(sample.get(i)) ? counts[i] : 0;
    }
    return cells == 0 ? 0 : (double) passing / cells;
  }

  /** Share of the different values that pass. */
  double values(Predicate<String> test) {
    return sample.isEmpty() ? 0 : (double) sample.stream().filter(test).count() / sample.size();
  }

  /** Share of the different values whose look as a name passes. */
  double names(Predicate<NameLook> test) {
    List<NameLook> looks = names;
    if (looks == null) {
      looks = sample.stream().map(NameLook::of).toList();
      names = looks;
    }
    return looks.isEmpty() ? 0 : (double) looks.stream().filter(test).count() / looks.size();
  }

  /** What most values say of someone's life, null when they say nothing of it; asked once. */
  @Nullable Category vocabulary() {
    if (!vocabularyAsked) {
      vocabularyAsked = true;
      vocabulary = isText() ? Vocabulary.of(this) : null;
    }
    return vocabulary;
  }

  /** The average likeness of the values to first names rather than surnames. */
  double leansToFirstNames() {
    return sample.stream()
        .mapToDouble(text -> Likeness.ofFirstName(Words.fold(text)))
        .average()
        .orElse(0);
  }

  /** How many different values a hundred cells have, 0 to 1. */
  double variety() {
    return cells == 0 ? 0 : (double) sample.size() / cells;
  }

  boolean hasAny(java.util.Set<String> words) {
    return header.hasAny(words);
  }

  /** True when the header says nothing: none, a letter or two, "c3", "col_2", "champ1". */
  boolean isTerse() {
    String plain = header.joined().replace(" ", "");
    return plain.isEmpty()
        || plain.length() <= 3
        || plain.matches("(?:c|col|colonne|champ|field|f|v|var|column|x)\\d*");
  }

  /** Average words of a value. */
  double length() {
    return sample.stream().mapToInt(text -> text.split("\\s+").length).average().orElse(0);
  }

  /** The numbers of the column, in increasing order; empty when some value is none. */
  double[] numbers() {
    double[] numbers = new double[sample.size()];
    for (int i = 0; i < numbers.length; i++) {
      try {
        numbers[i] = Double.parseDouble(sample.get(i).replace(',', '.').replace(" ", ""));
      } catch (NumberFormatException notANumber) {
        return new double[0];
      }
    }
    Arrays.sort(numbers);
    return numbers;
  }

  /** The days of the column, in order; empty when it is not one of days. */
  List<LocalDate> days(LocalDate today) {
    List<LocalDate> days = new ArrayList<>();
    for (String value : sample) {
      LocalDate day = day(value, today);
      if (day != null) {
        days.add(day);
      }
    }
    if (days.size() < DAYS * sample.size()) {
      return List.of();
    }
    days.sort(null);
    return days;
  }

  private static final double DAYS = 0.8;

  /**
   * A day of the past: two figures of a year that would be to come are those of the last century.
   */
  private static @Nullable LocalDate day(String value, LocalDate today) {
    LocalDate day = isRunTogether(value) ? runTogether(value) : null;
    if (day == null) {
      Dates.Written written = Dates.read(value);
      day = written == null ? null : written.date();
      if (day == null) {
        Dates.Written withHour = Dates.readDayOf(value);
        day = withHour == null ? null : withHour.date();
      }
    }
    return day != null && day.isAfter(today) ? day.minusYears(100) : day;
  }

  private static boolean isRunTogether(String value) {
    return value.length() == 8 && value.chars().allMatch(Character::isDigit);
  }

  private static @Nullable LocalDate runTogether(String value) {
    int year = Integer.parseInt(value.substring(0, 4));
    try {
      if (year >= 1900 && year <= 2100) {
        return LocalDate.of(
            year, Integer.parseInt(value.substring(4, 6)), Integer.parseInt(value.substring(6)));
      }
      return LocalDate.of(
          Integer.parseInt(value.substring(4)),
          Integer.parseInt(value.substring(2, 4)),
          Integer.parseInt(value.substring(0, 2)));
    } catch (java.time.DateTimeException none) {
      return null;
    }
  }

  boolean isText() {
    return kind() == Kinds.TEXT;
  }
}
