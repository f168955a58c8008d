package fr.jalon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.Cause;
import fr.jalon.engine.rule.Severity;
import fr.jalon.engine.table.Refusal;
import fr.jalon.engine.table.RowRole;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SentencesTest {
  private static final Path SOURCES = Path.of("src/main/java").toAbsolutePath();
  private static final Path MESSAGES =
      Path.of("src/main/resources/fr/jalon/engine").toAbsolutePath();
  private static final Sentences FRENCH = Sentences.in(Locale.FRENCH);
  private static final Sentences ENGLISH = Sentences.in(Locale.ENGLISH);

  private static Cause finding(long count) {
    return new Cause("decimal-comma", Severity.WARNING, "montant", "C", count, List.of(), Map.of());
  }

  @Test
  void choosesTheFormByTheNumber() {
    assertThat(FRENCH.of(finding(1)))
        .isEqualTo("Colonne montant\u202f: 1 nombre est écrit avec une virgule.");
    assertThat(FRENCH.of(finding(12_345)))
        .isEqualTo("Colonne montant\u202f: 12\u202f345 nombres sont écrits avec une virgule.");
    assertThat(ENGLISH.of(finding(12_345)))
        .isEqualTo("Column montant: 12,345 numbers are written with a comma.");
  }

  @Test
  void leavesTheValuesOfPeopleAsTheyAre() {
    Cause finding =
        new Cause(
            "not-in-list",
            Severity.WARNING,
            "a : b ; {c}",
            "A",
            1,
            List.of(new Cause.Sample("A2", "x ! y")),
            Map.of("allowed", "oui"));

    assertThat(FRENCH.of(finding)).contains("a : b ; {c}", "«\u202fx ! y\u202f»");
  }

  @Test
  void fallsBackOnTheKeyWhenThereIsNoSentence() {
    assertThat(FRENCH.of(Refusal.of("unheard-of"))).isEqualTo("refusal.unheard-of");
  }

  @Test
  void speaksFrenchToWhoeverDoesNotSpeakEnglish() {
    assertThat(Sentences.in(Locale.GERMAN)).isSameAs(FRENCH);
    assertThat(Sentences.in(Locale.UK)).isSameAs(ENGLISH);
  }

  @Test
  void hasAWordForEveryKind() {
    for (Kind kind : Kinds.ALL) {
      assertThat(FRENCH.has("kind." + kind.code())).as("say kind." + kind.code()).isTrue();
      assertThat(ENGLISH.has("kind." + kind.code())).as("say kind." + kind.code()).isTrue();
    }
  }

  @Test
  void hasASentenceForEveryRowLeftOut() {
    for (RowRole role : RowRole.values()) {
      String key = "reading.left-out." + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
      assertThat(FRENCH.has(key)).as("say " + key).isTrue();
    }
  }

  @Test
  void saysEveryRefusalOfTheReaders() throws IOException {
    assertSaid(
        "refusal.", "(?:new UnreadableFile|Refusal\\.of|new Refusal)\\(\\s*\"([a-z0-9-]+)\"");
  }

  @Test
  void saysEveryNoteOfTheReaders() throws IOException {
    assertSaid("note.", "(?:Note\\.of|new Note)\\(\\s*\"([a-z0-9-]+)\"");
  }

  @Test
  void saysTheSameThingsInBothLanguagesWithTheSameValues() throws IOException {
    Properties french = messages("messages_fr.properties");
    Properties english = messages("messages_en.properties");

    assertThat(new TreeSet<>(english.stringPropertyNames()))
        .isEqualTo(new TreeSet<>(french.stringPropertyNames()));
    for (String key : french.stringPropertyNames()) {
      assertThat(names(english.getProperty(key)))
          .as("values of " + key)
          .isSubsetOf(names(french.getProperty(key) + "{count}"));
    }
  }

  @Test
  void usesNoJargonInFrench() throws IOException {
    Properties french = messages("messages_fr.properties");
    for (String key : french.stringPropertyNames()) {
      assertThat(french.getProperty(key).toLowerCase(Locale.ROOT))
          .as(key)
          .doesNotContain(
              "encodage", "séparateur", "schéma", "invalide", "erreur fatale", "veuillez");
    }
  }

  private static void assertSaid(String prefix, String pattern) throws IOException {
    Pattern codes = Pattern.compile(pattern);
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        List<String> found =
            codes.matcher(Files.readString(file)).results().map(code -> code.group(1)).toList();
        for (String code : found) {
          assertThat(FRENCH.has(prefix + code))
              .as("say " + prefix + code + " in French, which " + file.getFileName() + " uses")
              .isTrue();
          assertThat(ENGLISH.has(prefix + code))
              .as("say " + prefix + code + " in English, which " + file.getFileName() + " uses")
              .isTrue();
        }
      }
    }
  }

  private static Set<String> names(String pattern) {
    return Pattern.compile("\\{(\\w+)")
        .matcher(pattern)
        .results()
        .map((MatchResult name) -> name.group(1))
        .collect(Collectors.toSet());
  }

  private static Properties messages(String name) throws IOException {
    Properties messages = new Properties();
    try (Reader text = Files.newBufferedReader(MESSAGES.resolve(name))) {
      messages.load(text);
    }
    return messages;
  }
}
