package fr.jalon.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.rule.mend.Criterion;
import fr.jalon.engine.rule.mend.Mend;
import fr.jalon.engine.rule.mend.Recipe;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds {@code docs/recipe.md}, which others write recipes by, to the families it describes. */
class RecipePageTest {
  private static final Path PAGE = Path.of("../docs/recipe.md");
  private static final Map<String, Class<?>> FAMILIES =
      Map.of("Mends", Mend.class, "Conversions", Conversion.class, "Criteria", Criterion.class);

  @ParameterizedTest
  @CsvSource({"Mends", "Conversions", "Criteria"})
  void tellsEveryMemberAndItsFields(String section) throws IOException {
    Map<String, Set<String>> told = told(section);
    members(requireNonNull(FAMILIES.get(section)))
        .forEach(
            (name, type) -> {
              assertThat(told)
                  .as(
                      "'%s' (%s) is new: add it to the table '%s' of docs/recipe.md, as"
                          + " | `%s` | its fields, each between back quotes | what it does |",
                      name, type.getSimpleName(), section, name)
                  .containsKey(name);
              assertThat(told.getOrDefault(name, Set.of()))
                  .as(
                      "docs/recipe.md, '%s', line `%s`: name these fields between back quotes",
                      section, name)
                  .containsAll(fields(type));
            });
    assertThat(members(requireNonNull(FAMILIES.get(section))).keySet())
        .as("docs/recipe.md, '%s', tells of what is no more: take these lines out", section)
        .containsAll(told.keySet());
  }

  @Test
  void eachHasItsWordsInBothLanguages() {
    List<String> keys = new ArrayList<>();
    members(Mend.class).keySet().forEach(name -> keys.add("deed." + name));
    members(Conversion.class).keySet().forEach(name -> keys.add("deed.convert." + name));
    members(Criterion.class).keySet().forEach(name -> keys.add("deed.set-aside-rows." + name));
    for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      assertThat(keys)
          .as(
              "add to messages_%s.properties what it does, as a title without a count: a recipe"
                  + " is told in these words",
              language)
          .allMatch(Sentences.in(language)::has);
    }
  }

  @Test
  void itsExampleIsARecipe() throws IOException {
    Matcher example =
        Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
    assertThat(example.find()).isTrue();
    Recipe recipe = RecipeFile.read(example.group(1).getBytes(StandardCharsets.UTF_8)).recipe();
    assertThat(recipe).isNotNull();
    if (recipe != null) {
      assertThat(Sentences.in(Locale.FRENCH).of(recipe.mends().get(0).mend()))
          .isEqualTo("Retrait des espaces en trop, colonne «\u202fBénéficiaire\u202f».");
    }
  }

  private static Map<String, Class<?>> members(Class<?> family) {
    Map<String, Class<?>> members = new TreeMap<>();
    for (JsonSubTypes.Type type : family.getAnnotation(JsonSubTypes.class).value()) {
      members.put(type.name(), type.value());
    }
    return members;
  }

  private static List<String> fields(Class<?> type) {
    List<String> fields = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      fields.add(component.getName());
    }
    return fields;
  }

  private static Map<String, Set<String>> told(String section) throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf("\n## " + section + "\n");
    assertThat(from).as("docs/recipe.md has a section '%s'", section).isPositive();
    int to = page.indexOf("\n## ", from + 1);
    Matcher line =
        Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ([^|]*)\\|")
            .matcher(page.substring(from, to < 0 ? page.length() : to));
    Map<String, Set<String>> told = new TreeMap<>();
    while (line.find()) {
      Set<String> fields = new TreeSet<>();
      Pattern.compile("`(\\w+)`")
          .matcher(line.group(2))
          .results()
          .forEach(m -> fields.add(m.group(1)));
      told.put(line.group(1), fields);
    }
    return told;
  }
}
