package fr.jalon.bench;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people and spreadsheets do to a right value, so that the right one is known.
 *
 * <p>Each is done to whole columns of values that are all of one form, or to some of their cells.
 */
enum Fault {
  DATES_DAY_FIRST(Forms.DATE) {
    @Override
    @Nullable String of(String text, Random random) {
      return Forms.date(text, "dd/MM/yyyy");
    }
  },
  DATES_MONTH_FIRST(Forms.DATE) {
    @Override
    @Nullable String of(String text, Random random) {
      return Forms.date(text, "MM/dd/yyyy");
    }

    @Override
    boolean wholeColumn() {
      return true;
    }
  },
  DATES_SHORT_YEAR(Forms.DATE) {
    @Override
    @Nullable String of(String text, Random random) {
      return Forms.date(text, "dd/MM/yy");
    }
  },
  DATES_WITH_POINTS(Forms.DATE) {
    @Override
    @Nullable String of(String text, Random random) {
      return Forms.date(text, "d.M.yyyy");
    }
  },
  DATES_IN_WORDS(Forms.DATE) {
    @Override
    @Nullable String of(String text, Random random) {
      return Forms.date(text, "d MMMM yyyy");
    }
  },
  DATES_AS_DAY_NUMBERS(Forms.DATE) {
    @Override
    @Nullable String of(String text, Random random) {
      LocalDate epoch = LocalDate.of(1899, 12, 30);
      return Long.toString(ChronoUnit.DAYS.between(epoch, LocalDate.parse(text)));
    }

    @Override
    boolean wholeColumn() {
      return false;
    }
  },
  DECIMAL_COMMAS(Forms.DECIMAL) {
    @Override
    String of(String text, Random random) {
      return text.replace('.', ',');
    }
  },
  THOUSANDS_BY_SPACES(Forms.NUMBER) {
    @Override
    @Nullable String of(String text, Random random) {
      return Forms.grouped(text, List.of(" ", "\u00a0", "\u202f").get(random.nextInt(3)));
    }
  },
  THOUSANDS_AND_COMMAS(Forms.DECIMAL) {
    @Override
    @Nullable String of(String text, Random random) {
      String grouped = Forms.grouped(text, "\u202f");
      return grouped == null ? null : grouped.replace('.', ',');
    }
  },
  UNITS(Forms.NUMBER) {
    @Override
    String of(String text, Random random) {
      return text + (random.nextBoolean() ? " €" : "\u00a0€");
    }
  },
  ACCENTS_BADLY_READ(Forms.ACCENTED) {
    @Override
    String of(String text, Random random) {
      return Forms.read(text, StandardCharsets.UTF_8, Charset.forName("windows-1252"));
    }
  },
  ACCENTS_BADLY_READ_ON_A_MAC(Forms.ACCENTED) {
    @Override
    String of(String text, Random random) {
      return Forms.read(text, StandardCharsets.UTF_8, Charset.forName("x-MacRoman"));
    }
  },
  ACCENTS_LOST(Forms.ACCENTED) {
    @Override
    String of(String text, Random random) {
      return text.replaceAll("[^\\x00-\\x7f]", "?");
    }
  },
  SPACES(Forms.ANY) {
    @Override
    String of(String text, Random random) {
      return switch (random.nextInt(3)) {
        case 0 -> " " + text;
        case 1 -> text + "\u00a0 ";
        default -> text.contains(" ") ? text.replaceFirst(" ", "  ") : text + " ";
      };
    }
  },
  ZEROS_LOST(Forms.CODE) {
    @Override
    @Nullable String of(String text, Random random) {
      return text.startsWith("0") ? text.substring(1) : null;
    }
  },
  SPACES_IN_CODES(Forms.SIRET) {
    @Override
    String of(String text, Random random) {
      return text.replaceFirst("(...)(...)(...)(.*)", "$1 $2 $3 $4");
    }
  },
  CODES_ROUNDED(Forms.SIRET) {
    @Override
    String of(String text, Random random) {
      return text.charAt(0) + "," + text.substring(1, 6) + "E+13";
    }

    @Override
    boolean wholeColumn() {
      return false;
    }
  },
  NOTHING_IN_WORDS(Forms.BLANK) {
    @Override
    String of(String text, Random random) {
      return List.of("NC", "néant", "-", "n/a").get(random.nextInt(4));
    }
  },
  FORMULA_ERRORS(Forms.BLANK) {
    @Override
    String of(String text, Random random) {
      return List.of("#N/A", "#REF!", "#VALEUR!").get(random.nextInt(3));
    }
  },
  ANSWERS_OTHERWISE(Forms.ANSWER) {
    @Override
    String of(String text, Random random) {
      return text.equals("oui") ? "O" : "N";
    }
  },
  CAPITALS(Forms.ACCENTED) {
    @Override
    String of(String text, Random random) {
      return Normalizer.normalize(text.toUpperCase(Locale.FRENCH), Normalizer.Form.NFD)
          .replaceAll("\\p{M}+", "");
    }

    @Override
    boolean wholeColumn() {
      return false;
    }
  };

  private final Pattern form;

  Fault(Pattern form) {
    this.form = form;
  }

  /** The spoiled text, null when this one cannot be so spoiled. */
  abstract @Nullable String of(String text, Random random);

  /** False for what only befalls some cells; true for what befalls all; mostly either. */
  boolean wholeColumn() {
    return true;
  }

  /** True for what may befall a few cells of a column and spare the others. */
  boolean someCells() {
    return this != DATES_MONTH_FIRST;
  }

  boolean fits(String text) {
    return form.matcher(text).matches();
  }

  /** True when the column can be spoiled: its filled values are of the form, as a rule all. */
  boolean fits(List<String> values) {
    long filled = values.stream().filter(value -> !value.isEmpty()).count();
    long fitting = values.stream().filter(this::fits).count();
    if (form == Forms.BLANK) {
      return fitting > 0 && filled > fitting;
    }
    return form == Forms.ACCENTED || form == Forms.ANY
        ? fitting > 0
        : filled > 0 && fitting == filled;
  }

  /** How right values look. */
  private static final class Forms {
    static final Pattern DATE = Pattern.compile("(?:19|20)\\d\\d-\\d\\d-\\d\\d");
    static final Pattern DECIMAL = Pattern.compile("-?[1-9]\\d*\\.\\d+");
    static final Pattern NUMBER = Pattern.compile("-?[1-9]\\d{3,9}(?:\\.\\d+)?");
    static final Pattern ACCENTED = Pattern.compile("(?s).*[À-ÖØ-öø-ÿœŒ].*");
    static final Pattern ANY = Pattern.compile("(?s)\\S.*\\S");
    static final Pattern CODE = Pattern.compile("\\d{5}");
    static final Pattern SIRET = Pattern.compile("\\d{14}");
    static final Pattern BLANK = Pattern.compile("");
    static final Pattern ANSWER = Pattern.compile("oui|non");

    private Forms() {}

    static @Nullable String date(String text, String form) {
      LocalDate date = LocalDate.parse(text);
      return date.format(DateTimeFormatter.ofPattern(form, Locale.FRENCH));
    }

    static @Nullable String grouped(String text, String space) {
      String grouped = text.replaceAll("(?<=\\d)(?=(?:\\d{3})+(?:\\.|$))", space);
      // figures after the point are no thousands
      int point = text.indexOf('.');
      if (point >= 0) {
        String whole = text.substring(0, point).replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", space);
        grouped = whole + text.substring(point);
      }
      return grouped.equals(text) ? null : grouped;
    }

    static String read(String text, Charset written, Charset read) {
      return new String(text.getBytes(written), read);
    }
  }
}
