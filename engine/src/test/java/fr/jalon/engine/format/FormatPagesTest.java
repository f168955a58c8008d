package fr.jalon.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Sentences;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Writes a page for each format, {@code docs/formats}, from its words in {@code
 * src/test/resources/formats}, the figures of {@link Limits} and the sentences of the engine; and
 * holds the pages to them. Rewrite them with {@code -Dupdate}, then read the difference.
 *
 * <p>In the words, {@code {limits: COLUMNS, ROWS}} is a list of figures, {@code {notes: …}} and
 * {@code {refusals: …}} of sentences by their codes, {@code *} being those that no page has.
 */
class FormatPagesTest {
  private static final Path WORDS = Path.of("src/test/resources/formats");
  private static final Path PAGES = Path.of("../docs/formats");
  private static final String INDEX = "README";
  private static final Pattern MARK =
      Pattern.compile("\\{(index|(limits|notes|refusals): ([^}]+))}");
  private static final Sentences FRENCH = Sentences.in(Locale.FRENCH);

  /** What each figure is the most of. */
  private static final Map<String, String> LIMITS = new LinkedHashMap<>();

  static {
    LIMITS.put("COLUMNS", "colonnes");
    LIMITS.put("ROWS", "lignes");
    LIMITS.put("CELLS", "cellules remplies");
    LIMITS.put("GRID", "cellules, remplies ou non");
    LIMITS.put("TEXT_BYTES", "de texte, toutes cellules ensemble");
    LIMITS.put("CELL_BYTES", "par cellule d'un classeur");
    LIMITS.put(
        "CELL_CHARACTERS",
        "caractères par cellule, au-delà desquels un tableur couperait : c'est dit");
    LIMITS.put("RECORD", "par ligne d'un fichier de texte");
    LIMITS.put("VALUE_BYTES", "par valeur, comme une forme");
    LIMITS.put("SHEETS", "feuilles ou calques");
    LIMITS.put("XML_DEPTH", "éléments XML l'un dans l'autre");
    LIMITS.put("XML_ATTRIBUTES", "attributs par élément XML");
    LIMITS.put("JSON_DEPTH", "objets ou listes JSON l'un dans l'autre");
    LIMITS.put("JSON_NUMBER_LENGTH", "chiffres par nombre JSON");
    LIMITS.put("JSON_NAME_LENGTH", "caractères par nom JSON");
    LIMITS.put("ARCHIVE_ENTRIES", "fichiers dans une archive");
    LIMITS.put("ARCHIVE_BYTES", "une fois décompressés, tous fichiers ensemble");
    LIMITS.put(
        "RATIO", "octets sortis pour un octet lu, regardé seulement au-delà de {RATIO_FLOOR}");
    LIMITS.put("RATIO_FLOOR", "décompressés, avant lesquels aucun rapport n'est regardé");
  }

  private final Properties sentences = sentences();
  private final Map<String, String> words = words();

  @Test
  void holdsThePagesToTheirFiguresAndSentences() throws IOException {
    Map<String, String> pages = new LinkedHashMap<>();
    words.keySet().forEach(code -> pages.put(code, page(code)));
    if (System.getProperty("update") != null) {
      Files.createDirectories(PAGES);
      for (Map.Entry<String, String> page : pages.entrySet()) {
        Files.writeString(PAGES.resolve(page.getKey() + ".md"), page.getValue());
      }
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      assertThat(PAGES.resolve(page.getKey() + ".md"))
          .as("run with -Dupdate, then read the difference")
          .hasContent(page.getValue());
    }
  }

  @Test
  void everyFormatHasItsPageAndNothingElse() throws IOException {
    Set<String> codes = new TreeSet<>(List.of(INDEX));
    Formats.ALL.forEach(format -> codes.add(format.code()));
    assertThat(words.keySet()).as("words in %s", WORDS).isEqualTo(codes);
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(FormatPagesTest::code).toList())
          .containsExactlyInAnyOrderElementsOf(codes);
    }
  }

  private String page(String code) {
    Matcher marks = MARK.matcher(Objects.requireNonNull(words.get(code)));
    String body = marks.replaceAll(mark -> Matcher.quoteReplacement(filled(mark)));
    return "<!-- Fait par FormatPagesTest : n'écrivez pas ici. -->\n\n" + body;
  }

  private String filled(MatchResult mark) {
    if (mark.group(1).equals("index")) {
      return index();
    }
    List<String> codes = codes(mark.group(2), mark.group(3));
    return switch (mark.group(2)) {
      case "limits" -> list(codes.stream().map(FormatPagesTest::limit));
      case "notes" -> list(codes.stream().map(code -> sentence("note." + code)));
      default -> list(codes.stream().map(code -> sentence("refusal." + code)));
    };
  }

  private static String list(Stream<String> items) {
    return String.join("\n", items.map(item -> "- " + item).toList());
  }

  private List<String> codes(String kind, String said) {
    if (!said.equals("*")) {
      return Arrays.asList(said.split(", "));
    }
    if (kind.equals("limits")) {
      return List.copyOf(LIMITS.keySet());
    }
    String prefix = kind.equals("notes") ? "note." : "refusal.";
    Set<String> left = new TreeSet<>();
    for (String key : sentences.stringPropertyNames()) {
      if (key.startsWith(prefix)) {
        left.add(key.substring(prefix.length()));
      }
    }
    for (String page : words.values()) {
      Matcher marks = MARK.matcher(page);
      while (marks.find()) {
        if (kind.equals(marks.group(2))) {
          left.removeAll(Arrays.asList(marks.group(3).split(", ")));
        }
      }
    }
    return List.copyOf(left);
  }

  private String index() {
    List<String> lines =
        new ArrayList<>(List.of("| format | dans `inspect --json` |", "|---|---|"));
    Set<String> seen = new TreeSet<>();
    for (Format format : Formats.ALL) {
      String code = format.code();
      String title = Objects.requireNonNull(words.get(code)).lines().findFirst().orElse("");
      boolean read = !code.equals("packed") && !code.equals("other");
      if (seen.add(code)) {
        lines.add(
            "| ["
                + title.substring(2)
                + "]("
                + code
                + ".md) | "
                + (read ? "`" + code + "`" : "")
                + " |");
      }
    }
    return String.join("\n", lines);
  }

  private static String limit(String name) {
    String what = Objects.requireNonNull(LIMITS.get(name), name);
    return figure(name) + " " + what.replace("{RATIO_FLOOR}", figure("RATIO_FLOOR"));
  }

  private static String figure(String name) {
    try {
      long value = value(name);
      boolean bytes = name.matches(".*BYTES|RATIO_FLOOR|RECORD");
      return !bytes
          ? FRENCH.number(value)
          : value >= 1 << 30 ? (value >> 30) + " Go" : (value >> 20) + " Mo";
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("no limit " + name, e);
    }
  }

  private static long value(String name) throws ReflectiveOperationException {
    if (!name.equals("RECORD")) {
      return Limits.class.getField(name).getLong(null);
    }
    Field record =
        Class.forName("fr.jalon.engine.format.csv.RecordReader").getDeclaredField("MAX_RECORD");
    record.setAccessible(true);
    return record.getLong(null);
  }

  /** A sentence whose values are those of the limits, or left open. */
  private String sentence(String key) {
    String pattern = sentences.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no sentence " + key);
    }
    Map<String, String> values = new HashMap<>();
    Pattern.compile("\\{(\\w+)")
        .matcher(pattern)
        .results()
        .forEach(v -> values.put(v.group(1), "…"));
    values.replace("columns", key.startsWith("refusal.") ? "" + Limits.COLUMNS : "…");
    values.replace("rows", key.equals("refusal.too-many-rows") ? "" + Limits.ROWS : "…");
    values.replace("cells", "" + Limits.CELLS);
    values.replace("sheets", "" + Limits.SHEETS);
    return FRENCH.say(key, values);
  }

  private static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(WORDS)) {
      for (Path file : files.sorted().toList()) {
        words.put(code(file), Files.readString(file));
      }
      return words;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String code(Path page) {
    return page.getFileName().toString().replace(".md", "");
  }

  private static Properties sentences() {
    Properties sentences = new Properties();
    try (InputStream in = Sentences.class.getResourceAsStream("messages_fr.properties")) {
      sentences.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
      return sentences;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
