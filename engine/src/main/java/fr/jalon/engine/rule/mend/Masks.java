package fr.jalon.engine.rule.mend;

import fr.jalon.engine.personal.Hidden;
import fr.jalon.engine.profile.FrenchCommunes;
import fr.jalon.engine.profile.kind.DateOrder;
import fr.jalon.engine.profile.kind.Dates;
import fr.jalon.engine.profile.kind.YearWindow;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is written in the place of a value that speaks of somebody. Each gives its own result back
 * unchanged, and {@link #MASK} for what it cannot read: nothing stays because it was not
 * understood.
 */
public final class Masks {
  /** Stands in the place of what is not published. */
  public static final String MASK = Hidden.MASK;

  /** Counts below it may show somebody: the usual threshold of public statistics. */
  public static final int FEWEST = 5;

  private static final String UNDER_FIVE = "< " + FEWEST;

  /**
   * Where bands of ages begin: those of fifteen years in which Insee publishes its censuses ("0-14
   * ans", "15-29 ans"… "75 ans ou plus").
   */
  private static final List<Integer> BANDS = List.of(0, 15, 30, 45, 60, 75);

  private static final int OLDEST = 125;
  private static final int HUNDRED_YEARS = 100;
  private static final Pattern AGE =
      Pattern.compile("(\\d{1,3})(?:[.,]0+)?(?: ?ans?)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern YEAR = Pattern.compile("(?:1[89]|20)\\d{2}");
  private static final Pattern MONTH = Pattern.compile("((?:1[89]|20)\\d{2})-(?:0[1-9]|1[0-2])");
  private static final Pattern SMALL = Pattern.compile("[1-4](?:[.,]0+)?");
  private static final Pattern CIVILITY =
      Pattern.compile(
          "(?:M\\.|Mr\\.?|Mme|Mlle|MM\\.|Monsieur|Madame|Mademoiselle|Mrs|Dr|Docteur|Me|Ma[îi]tre)"
              + "(?=\\s)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");
  private static final Pattern SPACES = Pattern.compile("[\\s,;/]+");

  /** The last figures of an address that are a postal code: those of the street come before. */
  private static final Pattern POSTAL =
      Pattern.compile("(?s)(?:.*[^\\d])?(\\d{5})(?!\\d)[\\s,-]*([^\\d]*).*");

  /** The office that hands out the mail of companies: no part of a town's name. */
  private static final Pattern CEDEX = Pattern.compile("(?is)(?:^|\\s+)cedex\\b.*");

  private static final Pattern BETWEEN_PARTS = Pattern.compile("[,;\\n\\r]|\\s+-\\s+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s+");

  private Masks() {}

  /** A date of birth without its day: "1980-03". */
  static String month(String text, int year) {
    String bare = text.strip();
    if (MONTH.matcher(bare).matches()) {
      return bare;
    }
    LocalDate day = day(bare, year);
    return day == null ? MASK : day.toString().substring(0, "1980-03".length());
  }

  /** A date of birth without its day and its month: "1980". */
  static String year(String text, int year) {
    String bare = text.strip();
    if (YEAR.matcher(bare).matches()) {
      return bare;
    }
    Matcher month = MONTH.matcher(bare);
    if (month.matches()) {
      return month.group(1);
    }
    LocalDate day = day(bare, year);
    return day == null ? MASK : Integer.toString(day.getYear());
  }

  /** The band of an age, or of the age that a date of birth gives on the first day of the year. */
  static String ageBand(String text, int year) {
    String bare = text.strip();
    if (Hidden.isBand(bare)) {
      return bare;
    }
    Matcher age = AGE.matcher(bare);
    if (age.matches()) {
      return band(Integer.parseInt(age.group(1)));
    }
    Matcher month = MONTH.matcher(bare);
    if (YEAR.matcher(bare).matches() || month.matches()) {
      return band(year - Integer.parseInt(bare.substring(0, "1980".length())));
    }
    LocalDate birth = day(bare, year);
    LocalDate first = LocalDate.of(year, 1, 1);
    if (birth == null) {
      return MASK;
    }
    return band(birth.isAfter(first) ? 0 : Period.between(birth, first).getYears());
  }

  private static String band(int age) {
    if (age < 0 || age > OLDEST) {
      return MASK;
    }
    for (int i = BANDS.size() - 1; i >= 0; i--) {
      if (age >= BANDS.get(i)) {
        boolean last = i == BANDS.size() - 1;
        return last
            ? BANDS.get(i) + " ans ou plus"
            : BANDS.get(i) + "-" + (BANDS.get(i + 1) - 1) + " ans";
      }
    }
    return MASK;
  }

  /** The day of a birth; two figures stand for one of the hundred years that end with this one. */
  private static @Nullable LocalDate day(String text, int year) {
    YearWindow years = new YearWindow(year - HUNDRED_YEARS + 1, year);
    Dates.Written written = Dates.read(text, DateOrder.DAY_FIRST, years);
    String moment = written == null ? Dates.readMoment(text, DateOrder.DAY_FIRST, years) : null;
    try {
      if (written != null) {
        return LocalDate.parse(written.iso());
      }
      return moment == null
          ? Dates.ofSerial(text)
          : LocalDate.parse(moment.substring(0, "1980-03-12".length()));
    } catch (DateTimeException noDay) {
      return null;
    }
  }

  /**
   * The town of an address, behind its postal code; one of them alone where the other is not said.
   */
  static String commune(String text) {
    String bare = text.strip();
    Matcher postal = POSTAL.matcher(bare);
    if (postal.matches()) {
      String town = town(BETWEEN_PARTS.split(postal.group(2), 2)[0]);
      return town == null ? postal.group(1) : postal.group(1) + " " + town;
    }
    String[] parts = BETWEEN_PARTS.split(bare);
    for (int i = parts.length - 1; i >= 0; i--) {
      String part = parts[i].strip();
      if (FrenchCommunes.all().isNamed(part) && WORD.matcher(part).lookingAt()) {
        return part;
      }
    }
    return MASK;
  }

  /** The longest name of a commune with which the text begins; what follows may be anything. */
  private static @Nullable String town(String text) {
    String bare = CEDEX.matcher(text.strip()).replaceFirst("");
    List<String> words = new ArrayList<>(List.of(BETWEEN_WORDS.split(bare)));
    while (!words.isEmpty()) {
      String name = String.join(" ", words);
      if (FrenchCommunes.all().isNamed(name)) {
        return name;
      }
      words.remove(words.size() - 1);
    }
    return null;
  }

  /** The initials of a name, whatever stands before it: "J.-P. M." */
  static String initials(String text) {
    String bare = text.strip();
    if (Hidden.isInitials(bare) || bare.equals(MASK)) {
      return bare;
    }
    String name = CIVILITY.matcher(bare).lookingAt() ? bare.substring(end(bare)) : bare;
    List<String> initials = new ArrayList<>();
    for (String each : SPACES.split(name.strip())) {
      List<String> parts = new ArrayList<>();
      Matcher word = WORD.matcher(each);
      while (word.find()) {
        parts.add(first(word.group()) + ".");
      }
      if (!parts.isEmpty()) {
        initials.add(String.join("-", parts));
      }
    }
    return initials.isEmpty() ? MASK : String.join(" ", initials);
  }

  private static int end(String text) {
    Matcher civility = CIVILITY.matcher(text);
    return civility.lookingAt() ? civility.end() : 0;
  }

  private static String first(String word) {
    return word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.FRENCH);
  }

  /** One to four become "< 5"; other numbers, and zero, stay. */
  static String underFive(String text) {
    String bare = text.strip();
    if (SMALL.matcher(bare).matches()) {
      return UNDER_FIVE;
    }
    return text;
  }
}
