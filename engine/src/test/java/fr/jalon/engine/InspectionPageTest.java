package fr.jalon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/inspection.md}, which programs rely on, to the records it describes. */
class InspectionPageTest {
  private static final Path PAGE = Path.of("../docs/inspection.md");

  @Test
  void describesEveryFieldInItsOrderWithItsType() throws IOException {
    Map<String, String> sections = sections();
    for (Class<?> type : reachable()) {
      if (type.isRecord()) {
        assertThat(lines(sections.getOrDefault(type.getSimpleName(), "")))
            .as("docs/inspection.md, section %s: a line for each field", type.getSimpleName())
            .isEqualTo(fields(type));
      }
    }
  }

  @Test
  void namesEveryWordInCapitals() throws IOException {
    Map<String, String> sections = sections();
    for (Class<?> type : reachable()) {
      if (type.isEnum()) {
        Set<String> constants = new TreeSet<>();
        for (Object constant : type.getEnumConstants()) {
          constants.add(constant.toString());
        }
        assertThat(words(sections.getOrDefault(type.getSimpleName(), "")))
            .as("docs/inspection.md, section %s", type.getSimpleName())
            .isEqualTo(constants);
      }
    }
  }

  @Test
  void describesNothingElse() throws IOException {
    assertThat(sections().keySet())
        .containsExactlyInAnyOrderElementsOf(
            reachable().stream().map(Class::getSimpleName).toList());
  }

  private static Set<Class<?>> reachable() {
    Set<Class<?>> seen = new LinkedHashSet<>();
    reach(Inspection.class, seen);
    return seen;
  }

  private static void reach(Type type, Set<Class<?>> seen) {
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        reach(argument, seen);
      }
    } else if (type instanceof Class<?> plain
        && plain.getName().startsWith("fr.jalon.")
        && seen.add(plain)
        && plain.isRecord()) {
      for (RecordComponent component : plain.getRecordComponents()) {
        reach(component.getGenericType(), seen);
      }
    }
  }

  private static List<String> fields(Class<?> type) {
    List<String> fields = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      String said = said(component.getGenericType()) + (nullable ? " or null" : "");
      fields.add("`" + name(component) + "` " + said);
    }
    return fields;
  }

  /** The name in JSON, which may be older than the one in the code. */
  private static String name(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null ? component.getName() : named.value();
  }

  private static String said(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      String plural = said(last).replaceFirst("^(text|whole number)$", "$1s");
      return generic.getRawType() == Map.class ? plural + " by name" : "list of " + plural;
    }
    return switch (((Class<?>) type).getSimpleName()) {
      case "String" -> "text";
      case "int", "long", "Integer", "Long" -> "whole number";
      case "double", "BigDecimal" -> "number";
      case "boolean" -> "true or false";
      default -> ((Class<?>) type).getSimpleName();
    };
  }

  private static List<String> lines(String section) {
    return Pattern.compile("(?m)^\\| (`\\w+`) \\| ([^|]+) \\| \\S[^|]+ \\|$")
        .matcher(section)
        .results()
        .map(line -> line.group(1) + " " + line.group(2))
        .toList();
  }

  private static Set<String> words(String section) {
    Set<String> words = new TreeSet<>();
    Pattern.compile("`([A-Z_]+)`").matcher(section).results().forEach(w -> words.add(w.group(1)));
    return words;
  }

  private static Map<String, String> sections() throws IOException {
    Map<String, String> sections = new LinkedHashMap<>();
    for (MatchResult section :
        Pattern.compile("(?ms)^## (\\w+)\n(.*?)(?=^## |\\z)")
            .matcher(Files.readString(PAGE))
            .results()
            .toList()) {
      sections.put(section.group(1), section.group(2));
    }
    return sections;
  }
}
