package fr.jalon.portal.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of the pages in one language, and how that language writes numbers, dates and sizes.
 *
 * <p>Texts come from {@code messages_fr.properties} and {@code messages_en.properties}. {@code {0}}
 * stands for the first value; apostrophes are written as they are; in French, a plain space before
 * {@code ; : ! ? %} and inside {@code « »} becomes the no-break space typography wants. Immutable.
 */
public final class Messages {
  public static final Locale FRENCH = Locale.FRENCH;
  public static final Locale ENGLISH = Locale.ENGLISH;

  /** Days and hours on pages, in mails and in agreements are those of this zone. */
  public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static final char NARROW_SPACE = '\u202f';
  private static final char HARD_SPACE = '\u00a0';
  private static final Pattern SPACE_BEFORE_SIGN = Pattern.compile(" (?=[;:!?%])");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");
  private static final Messages IN_FRENCH = new Messages(FRENCH);
  private static final Messages IN_ENGLISH = new Messages(ENGLISH);

  private final Locale locale;
  private final Map<String, String> texts;

  private Messages(Locale locale) {
    this.locale = locale;
    this.texts = load(locale);
  }

  /** English for English, French for any other language. */
  public static Messages in(Locale locale) {
    return locale.getLanguage().equals("en") ? IN_ENGLISH : IN_FRENCH;
  }

  /** The language the texts are in. */
  public Locale locale() {
    return locale;
  }

  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /**
   * The text of a key. Numbers, dates and instants among the values are written as the language
   * does; anything else as it is.
   *
   * @throws IllegalArgumentException when no text has this key
   */
  public String text(String key, @Nullable Object... values) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException(
          "no text for '" + key + "' in messages_" + locale.getLanguage() + ".properties");
    }
    return values.length == 0 ? text : fill(text, values);
  }

  /**
   * The text for a count: {@code <key>.none} when there is one and the count is zero, else {@code
   * <key>.one} or {@code <key>.many}. The count is {@code {0}}, the other values follow.
   */
  public String count(String key, long count, @Nullable Object... values) {
    @Nullable Object[] all = new @Nullable Object[values.length + 1];
    all[0] = count;
    System.arraycopy(values, 0, all, 1, values.length);
    if (count == 0 && has(key + ".none")) {
      return text(key + ".none", all);
    }
    return text(key + (isSingular(count) ? ".one" : ".many"), all);
  }

  /** 12 345. */
  public String number(long value) {
    return NumberFormat.getIntegerInstance(locale).format(value);
  }

  /** A sum in euros: "1 200,50 €"; whole euros without cents. */
  public String euros(long cents) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(cents % 100 == 0 ? 0 : 2);
    format.setMaximumFractionDigits(2);
    String sum = format.format(BigDecimal.valueOf(cents, 2));
    return isEnglish() ? "€" + sum : sum + HARD_SPACE + "€";
  }

  /** 12 345,6: at most {@code decimals} decimals. */
  public String decimal(double value, int decimals) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }

  /** 98 %: a share from 0 to 1. */
  public String percent(double share) {
    return NumberFormat.getPercentInstance(locale).format(share);
  }

  /** 12 mars 2022; the first of a month is "1er mars 2022" in French. */
  public String date(LocalDate date) {
    if (isEnglish()) {
      return DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(date);
    }
    String day = date.getDayOfMonth() == 1 ? "1er" : String.valueOf(date.getDayOfMonth());
    return (day + DateTimeFormatter.ofPattern(" MMMM uuuu", locale).format(date))
        .replaceFirst(" ", String.valueOf(HARD_SPACE));
  }

  /** 12 mars 2022, in Paris. */
  public String date(Instant instant) {
    return date(local(instant).toLocalDate());
  }

  /** 14 h 32, in Paris. */
  public String time(Instant instant) {
    ZonedDateTime there = local(instant);
    return isEnglish()
        ? DateTimeFormatter.ofPattern("HH:mm").format(there)
        : DateTimeFormatter.ofPattern("H").format(there)
            + HARD_SPACE
            + "h"
            + HARD_SPACE
            + DateTimeFormatter.ofPattern("mm").format(there);
  }

  /** 12 mars 2022 à 14 h 32, in Paris. */
  public String dateTime(Instant instant) {
    return text("web.date-time", date(instant), time(instant));
  }

  /** 12,3 Mo: thousands, not 1 024s, as file managers of today write. */
  public String size(long bytes) {
    if (bytes < 1000) {
      return count("web.bytes", bytes);
    }
    double value = bytes;
    int unit = 0;
    while (value >= 999.5 && unit < 4) {
      value /= 1000;
      unit++;
    }
    return text("web.size." + unit, decimal(value, value < 10 ? 1 : 0));
  }

  private boolean isSingular(long count) {
    return isEnglish() ? count == 1 : Math.abs(count) < 2;
  }

  private boolean isEnglish() {
    return locale == ENGLISH;
  }

  private String fill(String text, @Nullable Object[] values) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    StringBuilder filled = new StringBuilder(text.length() + 32);
    while (matcher.find()) {
      int index = Integer.parseInt(matcher.group(1));
      String value = index < values.length ? written(values[index]) : matcher.group();
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(filled).toString();
  }

  private String written(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Long || value instanceof Integer) {
      return number(((Number) value).longValue());
    }
    if (value instanceof Number number) {
      return decimal(number.doubleValue(), 2);
    }
    if (value instanceof LocalDate day) {
      return date(day);
    }
    return value instanceof Instant instant ? dateTime(instant) : value.toString();
  }

  private static ZonedDateTime local(Instant instant) {
    return instant.atZone(PARIS);
  }

  private static Map<String, String> load(Locale locale) {
    String file = "/messages_" + locale.getLanguage() + ".properties";
    Properties properties = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing on the class path: " + file);
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    boolean french = locale.equals(FRENCH);
    return properties.stringPropertyNames().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                key -> key,
                key ->
                    french
                        ? withFrenchSpaces(properties.getProperty(key))
                        : properties.getProperty(key)));
  }

  static String withFrenchSpaces(String text) {
    return SPACE_BEFORE_SIGN
        .matcher(text)
        .replaceAll(String.valueOf(NARROW_SPACE))
        .replace("« ", "«" + HARD_SPACE)
        .replace(" »", HARD_SPACE + "»");
  }
}
