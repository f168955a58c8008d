package fr.jalon.engine.profile;

import fr.jalon.engine.table.Text;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The smallest and greatest values seen: as numbers, as dates, as text (by length, then order). */
final class Extremes {
  private double leastNumber = Double.POSITIVE_INFINITY;
  private double greatestNumber = Double.NEGATIVE_INFINITY;
  private @Nullable String leastNumberText;
  private @Nullable String greatestNumberText;
  private @Nullable String leastDate;
  private @Nullable String greatestDate;
  private byte @Nullable [] shortest;
  private byte @Nullable [] longest;

  void number(String canonical) {
    double number = Double.parseDouble(canonical);
    if (number < leastNumber) {
      leastNumber = number;
      leastNumberText = canonical;
    }
    if (number > greatestNumber) {
      greatestNumber = number;
      greatestNumberText = canonical;
    }
  }

  void date(String iso) {
    if (leastDate == null || iso.compareTo(leastDate) < 0) {
      leastDate = iso;
    }
    if (greatestDate == null || iso.compareTo(greatestDate) > 0) {
      greatestDate = iso;
    }
  }

  void text(Text value) {
    if (shortest == null || compare(value, shortest) < 0) {
      shortest = copy(value);
    }
    if (longest == null || compare(value, longest) > 0) {
      longest = copy(value);
    }
  }

  @Nullable String least(ValueType type) {
    return switch (type) {
      case INTEGER, DECIMAL -> leastNumberText;
      case DATE -> day(leastDate);
      case DATETIME -> leastDate;
      case TEXT, BOOLEAN -> shortest == null ? null : cut(shortest);
    };
  }

  @Nullable String greatest(ValueType type) {
    return switch (type) {
      case INTEGER, DECIMAL -> greatestNumberText;
      case DATE -> day(greatestDate);
      case DATETIME -> greatestDate;
      case TEXT, BOOLEAN -> longest == null ? null : cut(longest);
    };
  }

  private static @Nullable String day(@Nullable String dateTime) {
    return dateTime == null ? null : dateTime.substring(0, 10);
  }

  private static String cut(byte[] text) {
    return ColumnAccumulator.cut(new Text(text, 0, text.length).toString());
  }

  private static int compare(Text value, byte[] other) {
    if (value.length() != other.length) {
      return Integer.compare(value.length(), other.length);
    }
    int start = value.offset();
    return Arrays.compareUnsigned(
        value.array(), start, start + value.length(), other, 0, other.length);
  }

  private static byte[] copy(Text value) {
    return Arrays.copyOfRange(value.array(), value.offset(), value.offset() + value.length());
  }
}
