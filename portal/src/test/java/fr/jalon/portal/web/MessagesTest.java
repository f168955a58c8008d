package fr.jalon.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.portal.organization.LocalAuthority;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
  private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("page\\.[tn]\\(\"([a-z0-9.-]+)\"");
  private final Messages french = Messages.in(Messages.FRENCH);
  private final Messages english = Messages.in(Messages.ENGLISH);

  @Test
  void writesNumbersDatesAndSizesAsFrenchDoes() {
    assertThat(french.number(12345)).isEqualTo("12\u202f345");
    assertThat(french.date(LocalDate.of(2022, 3, 12))).isEqualTo("12\u00a0mars 2022");
    assertThat(french.date(LocalDate.of(2022, 2, 1))).isEqualTo("1er\u00a0février 2022");
    assertThat(french.time(Instant.parse("2026-06-01T12:32:00Z"))).isEqualTo("14\u00a0h\u00a032");
    assertThat(french.size(12_345_678)).isEqualTo("12 Mo");
    assertThat(french.size(1_234_567)).isEqualTo("1,2 Mo");
    assertThat(french.size(1)).isEqualTo("1 octet");
    assertThat(french.size(999_999)).isEqualTo("1 Mo");
  }

  @Test
  void writesNumbersDatesAndTimesAsEnglishDoes() {
    assertThat(english.number(12345)).isEqualTo("12,345");
    assertThat(english.date(LocalDate.of(2022, 3, 12))).isEqualTo("12 March 2022");
    assertThat(english.time(Instant.parse("2026-06-01T12:32:00Z"))).isEqualTo("14:32");
  }

  @Test
  void putsTheSpacesOfFrenchTypography() {
    assertThat(Messages.withFrenchSpaces("Est-ce « voulu » ? Oui : 98 %"))
        .isEqualTo("Est-ce «\u00a0voulu\u00a0»\u202f? Oui\u202f: 98\u202f%");
  }

  @Test
  void zeroAndOneAreSingularInFrenchOnly() {
    assertThat(french.count("web.bytes", 0)).isEqualTo("0 octet");
    assertThat(english.count("web.bytes", 0)).isEqualTo("0 bytes");
  }

  @Test
  void aMissingTextSaysItsKeyAndItsFile() {
    assertThatThrownBy(() -> french.text("web.nothing"))
        .hasMessageContaining("web.nothing")
        .hasMessageContaining("messages_fr.properties");
  }

  @Test
  void bothLanguagesHaveTheSameTexts() throws IOException {
    assertThat(keys("en"))
        .as("every key of messages_fr.properties has its English, and the reverse")
        .isEqualTo(keys("fr"));
  }

  @Test
  void everyTextATemplateNamesExists() throws IOException {
    try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
      for (Path template : templates.filter(Files::isRegularFile).toList()) {
        Matcher matcher = KEY_IN_TEMPLATE.matcher(Files.readString(template));
        while (matcher.find()) {
          String key = matcher.group(1);
          assertThat(french.has(key) || french.has(key + ".many") || key.endsWith("."))
              .as("%s uses '%s': add it to both message files", template, key)
              .isTrue();
        }
      }
    }
  }

  private static TreeSet<String> keys(String language) throws IOException {
    Properties properties = new Properties();
    try (InputStreamReader in =
        new InputStreamReader(
            Objects.requireNonNull(
                Messages.class.getResourceAsStream("/messages_" + language + ".properties")),
            StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }

  @Test
  void everyKindOfAuthorityHasItsWords() {
    for (LocalAuthority.Kind kind : LocalAuthority.Kind.values()) {
      for (Messages words : List.of(Messages.in(Messages.FRENCH), Messages.in(Messages.ENGLISH))) {
        assertThat(words.has("catalog.authority.kind." + kind.name().toLowerCase(Locale.ROOT)))
            .as(kind.name())
            .isTrue();
        for (String family : List.of("authority-kind", "named", "signatory")) {
          assertThat(words.has("programme." + family + "." + kind)).as(family + kind).isTrue();
        }
      }
    }
  }
}
