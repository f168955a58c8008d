package fr.jalon.engine;

import fr.jalon.engine.export.Updated;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.query.Difference;
import fr.jalon.engine.query.KeyProblem;
import fr.jalon.engine.rule.Cause;
import fr.jalon.engine.rule.mend.Choice;
import fr.jalon.engine.rule.mend.Mend;
import fr.jalon.engine.rule.mend.Misfit;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Says in words, in French or in English, what the engine says in codes.
 *
 * <p>The sentences are in {@code messages_fr.properties} and {@code messages_en.properties}. In
 * them, {@code {name}} is replaced by the parameter of that name; {@code {name,number}} writes it
 * with thousands apart; {@code {count,line,lines}} chooses a form by the number. {@code {count}} is
 * always written as a number. French spacing is put in by this class: the files use plain spaces.
 */
public final class Sentences {
  private static final Sentences FRENCH = new Sentences(Locale.FRENCH);
  private static final Sentences ENGLISH = new Sentences(Locale.ENGLISH);
  private static final char THIN = '\u202f';
  private static final char NO_BREAK = '\u00a0';

  /** As figures are kept; a recipe may hold anything in their place. */
  private static final String PLAIN_NUMBER = "-?\\d{1,40}(\\.\\d{1,40})?";

  private static final int MOST_DECIMALS = 12;

  private final boolean french;
  private final Map<String, String> patterns = new HashMap<>();

  private Sentences(Locale locale) {
    this.french = locale.equals(Locale.FRENCH);
    Properties file = read(french ? "messages_fr.properties" : "messages_en.properties");
    for (String key : file.stringPropertyNames()) {
      String pattern = file.getProperty(key);
      patterns.put(key, french ? spaced(pattern) : pattern);
    }
  }

  /** Sentences in this language; French for any but English. */
  public static Sentences in(Locale locale) {
    return locale.getLanguage().equals("en") ? ENGLISH : FRENCH;
  }

  /** Why a file cannot be read and what to do. */
  public String of(Refusal refusal) {
    return say("refusal." + refusal.code(), refusal.parameters());
  }

  public String of(Note note) {
    return say("note." + note.code(), withWords(note.parameters()));
  }

  /** What is wrong, with its count and its column. */
  public String of(Cause cause) {
    return sayVariant("finding." + cause.code(), withAmounts(parameters(cause)));
  }

  /** What a cause is, whatever its columns and counts; its code for a rule that has no title. */
  public String title(String rule) {
    return say("finding." + rule + ".title", Map.of());
  }

  /** What it changes and what to do about it. */
  public String help(Cause cause) {
    return sayVariant("finding." + cause.code() + ".help", parameters(cause));
  }

  /** What the mend would do. */
  public String of(Proposal proposal) {
    Choice choice = proposal.choice();
    if (choice != null) {
      return say("choice." + choice.code(), parameters(proposal));
    }
    if (!has("mend." + proposal.rule())) {
      return of(proposal.mend());
    }
    return sayVariant("mend." + proposal.rule(), withAmounts(parameters(proposal)));
  }

  /** The words of the button that accepts the mend. */
  public String action(Proposal proposal) {
    Choice choice = proposal.choice();
    String key = choice == null ? "mend." + proposal.rule() : "choice." + choice.code();
    return say(key + ".action", parameters(proposal));
  }

  /** What the mend did, once accepted. */
  public String done(Proposal proposal) {
    Choice choice = proposal.choice();
    if (choice != null) {
      return say("choice." + choice.code() + ".done", parameters(proposal));
    }
    if (!has("mend." + proposal.rule() + ".done")) {
      return of(proposal.mend());
    }
    return sayVariant("mend." + proposal.rule() + ".done", parameters(proposal));
  }

  /** What a mend is, told from itself alone: nothing that came with it is believed. */
  public String of(Mend mend) {
    return new Deeds(this).of(mend);
  }

  /** Why an accepted mend was left out. */
  public String of(Misfit misfit) {
    return say("misfit." + misfit.code(), Map.of());
  }

  /** What an update would do that is to be confirmed, and the question. */
  public String of(Alarm alarm) {
    return new UpdateSentences(this).of(alarm);
  }

  /** What differs between two states of a table: "12 lignes ajoutées, 3 modifiées". */
  public String of(Difference difference) {
    return new UpdateSentences(this).of(difference);
  }

  /** Why a key does not tell rows apart; "" when it does. */
  public String of(KeyProblem problem) {
    return new UpdateSentences(this).of(problem);
  }

  /** What a file did to the rows that were published. */
  public String of(Updated updated) {
    return new UpdateSentences(this).of(updated);
  }

  /** The page, in French and in Markdown, of a rule: what it means and what to do. */
  public static Optional<String> page(String rule) {
    if (!rule.matches("[a-z-]+")) {
      return Optional.empty();
    }
    try (InputStream bytes = Sentences.class.getResourceAsStream("rule/" + rule + ".md")) {
      return bytes == null
          ? Optional.empty()
          : Optional.of(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A kind of value in words ("date", "code de commune"). */
  public String kind(Kind kind) {
    return kind(kind.code());
  }

  /** The same, of a code that is stored. */
  public String kind(String code) {
    return say("kind." + code, Map.of());
  }

  /** How the file was read, in a few plain sentences. */
  public List<String> reading(Inspection inspection) {
    return tell(inspection).stream().map(Told::sentence).toList();
  }

  /** The same sentences, each with what it is about. */
  public List<Told> tell(Inspection inspection) {
    return new ReadingSentences(this, inspection).tell();
  }

  /** True when there is a sentence for this key. */
  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  /** Any sentence by its key; a key without a sentence is shown as it is. */
  public String say(String key, Map<String, String> parameters) {
    String pattern = patterns.get(key);
    return pattern == null ? key : fill(pattern, parameters);
  }

  /** The sentence of the variant the parameters name, when there is one. */
  private String sayVariant(String key, Map<String, String> parameters) {
    String variant = key + "." + parameters.getOrDefault("variant", "");
    return say(has(variant) ? variant : key, parameters);
  }

  /** A number with its thousands apart. */
  public String number(long number) {
    String grouped = grouped(Long.toString(Math.abs(number)));
    return number < 0 ? "-" + grouped : grouped;
  }

  private String grouped(String digits) {
    StringBuilder grouped = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        grouped.append(french ? THIN : ',');
      }
      grouped.append(digits.charAt(i));
    }
    return grouped.toString();
  }

  /** A number with its thousands apart, that many decimals, and its unit behind. */
  String amount(BigDecimal number, String unit, int decimals) {
    BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_EVEN);
    String digits = rounded.abs().toPlainString();
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    String fraction = point < 0 ? "" : (french ? "," : ".") + digits.substring(point + 1);
    String amount = grouped(whole) + fraction + (unit.isEmpty() ? "" : NO_BREAK + unit);
    return rounded.signum() < 0 ? "\u2212" + amount : amount;
  }

  /** A name between the quotation marks of the language. */
  String quoted(String name) {
    return french ? "«" + THIN + name + THIN + "»" : "“" + name + "”";
  }

  /** A list as people say it: "A, B et C". */
  public String list(List<String> items) {
    if (items.size() < 2) {
      return String.join("", items);
    }
    String last = items.get(items.size() - 1);
    return String.join(", ", items.subList(0, items.size() - 1))
        + (french ? " et " : " and ")
        + last;
  }

  /** A system of coordinates by its usual name, when it has one. */
  private Map<String, String> withWords(Map<String, String> parameters) {
    String name = "crs." + parameters.getOrDefault("crs", "").replace("EPSG:", "");
    if (!has(name)) {
      return parameters;
    }
    Map<String, String> worded = new HashMap<>(parameters);
    worded.put("crs", say(name, Map.of()));
    return worded;
  }

  /** A total and the sum beside it, kept as plain numbers, written as people write amounts. */
  private Map<String, String> withAmounts(Map<String, String> words) {
    String unit = words.getOrDefault("unit", "");
    long asked = number(words.getOrDefault("decimals", "")).orElse(0L);
    int decimals = (int) Math.max(0, Math.min(MOST_DECIMALS, asked));
    for (String figure : List.of("total", "sum")) {
      words.computeIfPresent(
          figure,
          (name, plain) ->
              plain.matches(PLAIN_NUMBER) ? amount(new BigDecimal(plain), unit, decimals) : plain);
    }
    return words;
  }

  private Map<String, String> parameters(Cause cause) {
    Map<String, String> parameters = new HashMap<>(cause.parameters());
    String kind = cause.parameters().get("kind");
    if (kind != null) {
      parameters.put("kindWords", kind(kind));
    }
    parameters.put("count", Long.toString(cause.count()));
    put(parameters, "column", cause.column());
    put(parameters, "letters", cause.letters());
    if (!cause.samples().isEmpty()) {
      parameters.putIfAbsent("value", cause.samples().get(0).value());
      parameters.putIfAbsent("address", cause.samples().get(0).address());
    }
    return parameters;
  }

  private static Map<String, String> parameters(Proposal proposal) {
    Map<String, String> parameters = new HashMap<>(proposal.parameters());
    parameters.put("count", Long.toString(proposal.count()));
    put(parameters, "column", proposal.column());
    put(parameters, "letters", proposal.letters());
    if (!proposal.samples().isEmpty()) {
      Proposal.Change first = proposal.samples().get(0);
      parameters.putIfAbsent("before", first.before());
      put(parameters, "after", first.after());
      parameters.putIfAbsent("address", first.address());
    }
    return parameters;
  }

  private static void put(Map<String, String> parameters, String name, @Nullable String value) {
    if (value != null) {
      parameters.putIfAbsent(name, value);
    }
  }

  private String fill(String pattern, Map<String, String> parameters) {
    StringBuilder sentence = new StringBuilder(pattern.length() + 32);
    int from = 0;
    for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
      int close = pattern.indexOf('}', open);
      if (close < 0) {
        break;
      }
      sentence.append(pattern, from, open);
      sentence.append(value(pattern.substring(open + 1, close), parameters));
      from = close + 1;
    }
    return sentence.append(pattern, from, pattern.length()).toString();
  }

  private String value(String placeholder, Map<String, String> parameters) {
    String[] parts = placeholder.split(",", 3);
    String given = parameters.getOrDefault(parts[0], "");
    if (parts.length == 3) {
      return number(given).map(count -> isOne(count) ? parts[1] : parts[2]).orElse(parts[2]);
    }
    boolean asNumber = parts.length == 2 || parts[0].equals("count");
    return asNumber ? number(given).map(this::number).orElse(given) : given;
  }

  /** In French zero is singular; in English it is plural. */
  private boolean isOne(long count) {
    return count == 1 || (french && count == 0);
  }

  private static Optional<Long> number(String text) {
    boolean whole = text.matches("-?\\d{1,18}");
    return whole ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  /** Narrow unbreakable spaces before high punctuation and inside quotation marks. */
  private static String spaced(String text) {
    return text.replaceAll(" ([:;!?»%€])", THIN + "$1").replace("« ", "«" + THIN);
  }

  private static Properties read(String name) {
    Properties file = new Properties();
    try (InputStream bytes = Sentences.class.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new IllegalStateException("no message file " + name);
      }
      file.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return file;
  }
}
