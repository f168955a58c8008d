package fr.jalon.engine.rule.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, by what must be true of any change to one: the same figures in the same order, as many
 * decimals, the same sign; and by the plain forms that must be changed.
 */
final class NaiveNumbers {
  private static final String SPACES = "[ \\u00a0\\u202f\\u2009]";

  private static final Pattern PLAIN = Pattern.compile("([-+]?)(\\d+)(?:\\.(\\d+))?");

  private static final Pattern COMMA = Pattern.compile("-?(?:0|[1-9]\\d{0,14}),\\d{1,12}");

  private static final Pattern GROUPS = Pattern.compile("-?[1-9]\\d{0,2}(?:" + SPACES + "\\d{3})+");

  private static final Pattern ENGLISH = Pattern.compile("[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d+)?");

  private static final Pattern WITH_UNIT =
      Pattern.compile("((?:0|[1-9]\\d{0,12})(?:[.,]\\d{1,9})?)" + SPACES + "?(€|%|m|m²|kg|EUR|ha)");

  /** Figures, perhaps in groups of three, perhaps with decimals. */
  private static final Pattern FIGURES =
      Pattern.compile(
          "(?:\\d{1,3}(?:([ .,'’])\\d{3})(?:\\1\\d{3})*|\\d*)(?:[.,]\\d+)?"
              + "|\\d+(?:[.,]\\d+)?[eE][-+]?\\d{1,2}");

  private NaiveNumbers() {}

  static String decimalPoint(String text, String got) {
    if (text.indexOf(',') < 0) {
      return text;
    }
    if (COMMA.matcher(text).matches()) {
      return text.replace(',', '.');
    }
    return got.equals(text) ? text : sameNumber(text, "", got);
  }

  static String joinGroups(String text, String commas, String got) {
    if (commas.equals("DECIMAL")) {
      if (text.indexOf(',') >= 0) {
        return text;
      }
      if (GROUPS.matcher(text).matches() && text.length() <= 30) {
        return text.replaceAll(SPACES, "");
      }
    } else if (ENGLISH.matcher(text).matches()) {
      return text.replace(",", "");
    }
    return got.equals(text) ? text : sameNumber(text, "", got);
  }

  static String writeNumbers(String text, String commas, String got) {
    if (text.matches(".*[eE].*")) {
      return text;
    }
    if (commas.equals("DECIMAL") && COMMA.matcher(text).matches()) {
      return text.replace(',', '.');
    }
    return got.equals(text) ? text : sameNumber(text, "", got);
  }

  /** The number alone; what follows or precedes it in the cell must be a unit that is announced. */
  static String stripUnits(String text, java.util.List<String> units, boolean asShare, String got) {
    Matcher parted =
        Pattern.compile(
                "([1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d+)?)" + SPACES + "?(€|%|m|m²|kg|EUR|ha)")
            .matcher(text);
    boolean share100 = asShare && parted.matches() && parted.group(2).equals("%");
    if (parted.matches() && !share100 && (units.isEmpty() || units.contains(parted.group(2)))) {
      // thousands or decimals: to be told by the rules of numbers, once it is bare
      return parted.group(1);
    }
    Matcher unit = WITH_UNIT.matcher(text);
    if (unit.matches() && (units.isEmpty() || units.contains(unit.group(2)))) {
      BigDecimal number = new BigDecimal(unit.group(1).replace(',', '.'));
      boolean share = asShare && unit.group(2).equals("%");
      return share ? number.movePointLeft(2).toPlainString() : number.toPlainString();
    }
    if (got.equals(text)) {
      return text;
    }
    String written = text.replaceAll("[0-9 .,'’()+\\u2212\\u00a0\\u202f\\u2009-]+", " ").strip();
    assertThat(units.isEmpty() || units.contains(written))
        .as("«%s» became «%s» although its unit is not announced: %s", text, got, units)
        .isTrue();
    assertThat(written).as("the unit of «%s»", text).isNotEmpty();
    String bare = text.replace(written, "");
    return asShare && written.equals("%") ? share(text, bare, got) : sameNumber(text, written, got);
  }

  /** Signs by the few ways that people write them, one after the other. */
  static String writeSigns(String text, String signs) {
    String bare = text.replaceAll(SPACES, " ").strip();
    boolean custom = bare.matches("\\(.*|- .*|.*[-\u2212]");
    if (custom != signs.equals("CUSTOMARY") || bare.length() > 30) {
      return text;
    }
    String number = bare;
    boolean negative = false;
    Matcher within = Pattern.compile("\\( ?(.*?) ?\\)").matcher(number);
    boolean debt = within.matches();
    if (debt) {
      negative = true;
      number = within.group(1);
    }
    if (number.matches("[-\u2212+].*")) {
      negative ^= number.charAt(0) != '+';
      number = number.substring(1).strip();
    } else if (!debt && number.matches(".*[-\u2212]")) {
      negative = true;
      number = number.substring(0, number.length() - 1).strip();
    }
    boolean unit = number.matches(".*(?:€|%| m|m²| EUR)|[€£$].*");
    String figures = number.replaceAll("^[€£$] ?| ?(?:€|%|m|m²|EUR)$", "");
    boolean read =
        figures.matches("(?:0|[1-9]\\d*)?(?:[.,]\\d+)?")
            || figures.matches("[1-9]\\d{0,2}([ .,'’])\\d{3}(?:\\1\\d{3})*(?:[.,]\\d+)?")
            || figures.matches("(?:0|[1-9]\\d*)\\.");
    if (!read || figures.isEmpty()) {
      return text;
    }
    String start = number.startsWith(".") ? "0" : "";
    String written = start + (unit ? number : number.replaceAll("\\.$", ""));
    String whole = (negative ? "-" : "") + written;
    return whole.equals(bare) ? text : whole;
  }

  /** A number that bears one of the units to be left, times what it is worth; else as it is. */
  static String oneUnit(
      String text, String unit, java.util.Map<String, BigDecimal> factors, String got) {
    Matcher plain =
        Pattern.compile("((?:0|[1-9]\\d{0,12})(?:[.,]\\d{1,9})?)" + SPACES + "?(\\D+)")
            .matcher(text);
    BigDecimal factor = plain.matches() ? factors.get(plain.group(2)) : null;
    if (factor != null) {
      return product(plain.group(1).replace(',', '.'), factor) + " " + unit;
    }
    if (got.equals(text)) {
      return text;
    }
    assertThat(got).as("what «%s» became", text).endsWith(" " + unit);
    for (java.util.Map.Entry<String, BigDecimal> one : factors.entrySet()) {
      if (text.contains(one.getKey())) {
        String number = canonical(text.replace(one.getKey(), ""));
        if (number != null && got.equals(product(number, one.getValue()) + " " + unit)) {
          return got;
        }
      }
    }
    throw new AssertionError("«" + text + "» became «" + got + "», by " + factors);
  }

  /** One mark between groups of three goes; other numbers stay as they are. */
  static String joinMark(String text, String mark) {
    String bare = text.replaceAll(SPACES, " ").strip();
    String joined =
        switch (mark) {
          case "COMMA" ->
              bare.matches("-?[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d+)?")
                  ? bare.replace(",", "")
                  : null;
          case "POINT" ->
              bare.matches("-?[1-9]\\d{0,2}(?:\\.\\d{3})+") ? bare.replace(".", "") : null;
          default ->
              bare.matches("-?[1-9]\\d{0,2}([ '’])\\d{3}(?:\\1\\d{3})*(?:\\.\\d+)?")
                      && text.length() <= 40
                  ? bare.replaceAll("[ '’]", "")
                  : null;
        };
    return joined == null ? text : joined;
  }

  private static String share(String text, String bare, String got) {
    sameNumber(bare, "", new BigDecimal(got).movePointRight(2).toPlainString());
    assertThat(got).as("the share that «%s» became", text).matches("-?0?\\.?\\d[\\d.]*");
    return got;
  }

  /** The number times the factor, when it is one of that unit or of none. */
  static String times(String text, String unit, BigDecimal factor, String got) {
    Matcher plain = Pattern.compile("(-?(?:0|[1-9]\\d*)(?:[.,]\\d+)?)").matcher(text);
    if (plain.matches() && text.length() <= 30) {
      return product(text.replace(',', '.'), factor);
    }
    if (got.equals(text)) {
      return text;
    }
    String bare = text.strip();
    if (bare.toLowerCase(java.util.Locale.ROOT).endsWith(unit.toLowerCase(java.util.Locale.ROOT))) {
      bare = bare.substring(0, bare.length() - unit.length());
    }
    String number = canonical(bare);
    assertThat(number)
        .as("«%s» became «%s» although it is no number of %s", text, got, unit)
        .isNotNull();
    return product(String.valueOf(number), factor);
  }

  private static String product(String number, BigDecimal factor) {
    BigDecimal product = new BigDecimal(number).multiply(factor);
    return product.signum() == 0 ? "0" : product.stripTrailingZeros().toPlainString();
  }

  /** Checks that {@code got} is the number that the text writes, and gives it back. */
  private static String sameNumber(String text, String unit, String got) {
    assertThat(PLAIN.matcher(got).matches())
        .as("«%s» became «%s», which is no plain number", text, got)
        .isTrue();
    String number = canonical(unit.isEmpty() ? text : text.replace(unit, ""));
    assertThat(number).as("«%s» became «%s» although it is no number", text, got).isNotNull();
    String plus = got.startsWith("+") ? got.substring(1) : got;
    assertThat(plus).as("the number that «%s» became", text).isEqualTo(number);
    return got;
  }

  /** Sign, figures, point, decimals; null when the text is no number that people write. */
  private static @Nullable String canonical(String text) {
    String bare = text.replaceAll(SPACES, " ").strip();
    boolean debt = bare.startsWith("(") && bare.endsWith(")");
    if (debt) {
      bare = bare.substring(1, bare.length() - 1).strip();
    }
    boolean negative = debt;
    if (!bare.isEmpty() && "-+\u2212".indexOf(bare.charAt(0)) >= 0) {
      negative ^= bare.charAt(0) != '+';
      bare = bare.substring(1).strip();
    }
    if (!FIGURES.matcher(bare).matches()) {
      return null;
    }
    String figures =
        bare.matches(".*[eE].*")
            ? new BigDecimal(bare.replace(',', '.')).toPlainString()
            : point(bare);
    return (negative ? "-" : "") + (figures.startsWith(".") ? "0" + figures : figures);
  }

  /** The last mark is that of decimals when it differs from the others or stands alone. */
  private static String point(String bare) {
    int last = Math.max(bare.lastIndexOf(','), bare.lastIndexOf('.'));
    boolean repeated = last >= 0 && bare.indexOf(bare.charAt(last)) < last;
    if (last < 0 || repeated) {
      return bare.replaceAll("[^0-9]", "");
    }
    return bare.substring(0, last).replaceAll("[^0-9]", "") + "." + bare.substring(last + 1);
  }
}
