package fr.jalon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.rule.mend.Convert;
import fr.jalon.engine.rule.mend.Mend;
import fr.jalon.engine.rule.mend.Misfit;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.Recipe;
import fr.jalon.engine.rule.mend.Unknown;
import fr.jalon.engine.table.Column;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recipes as anyone may write them. */
class RecipeFileTest {
  private static final String RECIPE = "{'version':1,'name':'a.csv','mends':[%s]}";
  private static final String STEP =
      "{'id':'x:a','repair':'x','column':'a','letters':'A','parameters':{},'count':1,"
          + "'samples':[],'certain':true,'mend':%s}";

  @Test
  void whatIsWrittenIsReadAgain() {
    Recipe recipe =
        Recipe.of(
            "déchets.csv",
            List.of(
                new Proposal(
                    "surrounding-spaces:Œuvre",
                    "surrounding-spaces",
                    "Œuvre",
                    "A",
                    Map.of(),
                    2,
                    List.of(new Proposal.Change("A2", " Île", "Île")),
                    true,
                    Convert.of(new ColumnRef("Œuvre", "A"), new Conversion.TrimSpaces()))));

    assertThat(RecipeFile.read(RecipeFile.write(recipe)).recipe()).isEqualTo(recipe);
    byte[] marked = ("\ufeff" + Json.write(recipe)).getBytes(StandardCharsets.UTF_8);
    assertThat(RecipeFile.read(marked).recipe()).as("a Windows editor marked it").isEqualTo(recipe);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "un texte",
        "{'version':1,'mends':[null]}",
        "{'version':1,'mends':{}}",
        "{'version':1,'mends':['x']}",
        "{'version':0,'mends':[]}",
        "{'version':-3,'mends':[]}",
        "{'version':99999999999,'mends':[]}"
      })
  void whatIsNoRecipeIsRefused(String text) {
    assertThat(read(text).refusal()).isEqualTo(Recipe.UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'convert'}",
        "{'type':'convert','columns':null,'conversion':{'type':'trim-spaces'}}",
        "{'type':'convert','columns':[null],'conversion':{'type':'trim-spaces'}}",
        "{'type':'convert','columns':[{}],'conversion':{'type':'trim-spaces'}}",
        "{'type':'convert','columns':[{'name':'a'}],'conversion':null}",
        "{'type':'convert','columns':[{'name':'a'}],'conversion':{'type':'join-code'}}",
        "{'type':'convert','columns':[{'name':'a'}],'conversion':{'type':'write-dates'}}",
        "{'type':'convert','columns':[{'name':'a'}],'conversion':{'type':'write-dates',"
            + "'form':'DATE','order':'DAY_FIRST','years':{'first':1,'last':9000}}}",
        "{'type':'convert','columns':[{'name':'a'}],'conversion':{'type':'write-booleans'}}",
        "{'type':'convert','columns':[{'name':'a'}],'conversion':{'type':'empty-out'}}",
        "{'type':'convert','columns':[{'name':'a'}],'conversion':{'type':'strip-units'}}",
        "{'type':'convert','columns':[{'name':'a'}],'conversion':{'type':'mend-outlines'}}",
        "{'type':'map-values','column':{'name':'a'},'pairs':[{'from':'x'}]}",
        "{'type':'map-values','pairs':[]}",
        "{'type':'edit-cells','edits':[{'row':2,'before':'x','after':'y'}]}",
        "{'type':'edit-cells','edits':[{'column':{'name':'a'},'row':2,'after':'y'}]}",
        "{'type':'edit-cells','edits':[{'column':{'name':'a'},'before':'x','after':'y'}]}",
        "{'type':'set-aside-rows'}",
        "{'type':'set-aside-rows','rows':{'type':'totals'}}",
        "{'type':'swap-coordinates','longitude':{'name':'a'}}",
        "{'type':'fill-blanks','column':{'name':'a'}}",
        "{'type':'add-column','name':'b'}",
        "{'type':'rename','names':[{'column':{'name':'a'}}]}",
        "{'type':'drop-columns','columns':[null]}",
        "{'type':'convert-unit','column':{'name':'a'},'unit':'m','name':'b'}",
        "{'type':'convert-unit','column':{'name':'a'},'unit':'m','factor':1e900000,'name':'b'}",
        "{'type':'fill-blanks','column':{'name':'a'},'value':'\\ud800'}"
      })
  void aMendThatLacksSomethingIsRefusedWhole(String mend) {
    assertThat(read(RECIPE.formatted(STEP.formatted(mend))).refusal()).isEqualTo(Recipe.UNREADABLE);
  }

  @ParameterizedTest
  @MethodSource("everyType")
  void noMendIsMadeOfNothing(String name, Class<?> type, String mend) throws Exception {
    Recipe recipe = read(RECIPE.formatted(STEP.formatted(mend))).recipe();
    if (recipe == null) {
      return;
    }
    Object made = recipe.mends().get(0).mend();
    if (type != made.getClass() && made instanceof Convert convert) {
      made = convert.conversion();
    }
    for (RecordComponent component : type.getRecordComponents()) {
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      assertThat(nullable || component.getAccessor().invoke(made) != null)
          .as(
              "a recipe made by hand may lack '%s' of '%s': let the constructor of %s refuse it"
                  + " (Objects.requireNonNull), or nobody knows where it breaks",
              component.getName(), name, type.getSimpleName())
          .isTrue();
    }
  }

  private static Stream<Arguments> everyType() {
    Stream<Arguments> mends =
        types(Mend.class)
            .map(type -> Arguments.of(type.name(), type.value(), "{'type':'" + type.name() + "'}"));
    Stream<Arguments> conversions =
        types(Conversion.class)
            .map(
                type ->
                    Arguments.of(
                        type.name(),
                        type.value(),
                        "{'type':'convert','columns':[{'name':'a'}],'conversion':{'type':'"
                            + type.name()
                            + "'}}"));
    return Stream.concat(mends, conversions);
  }

  private static Stream<JsonSubTypes.Type> types(Class<?> family) {
    return Arrays.stream(family.getAnnotation(JsonSubTypes.class).value());
  }

  @Test
  void whatAnotherVersionMadeIsSaidSo() {
    RecipeFile later = read("{'version':2,'mends':[]}");
    assertThat(later.recipe()).isNull();
    assertThat(later.refusal()).isNotNull();
    if (later.refusal() != null) {
      assertThat(Sentences.in(Locale.FRENCH).of(later.refusal())).contains("autre version");
    }

    Recipe unknown =
        read(RECIPE.formatted(STEP.formatted("{'type':'guess','columns':['a']}"))).recipe();
    assertThat(unknown).isNotNull();
    if (unknown != null) {
      assertThat(unknown.mends()).extracting(Proposal::mend).containsExactly(new Unknown());
    }
  }

  @Test
  void aConversionOfAnotherVersionLeavesTheRestOfTheRecipe() {
    String later =
        "{'type':'convert','columns':[{'name':'a'}],'conversion':{'type':'guess','how':[1]}}";
    Recipe recipe = read(RECIPE.formatted(STEP.formatted(later))).recipe();
    assertThat(recipe).isNotNull();
    if (recipe != null) {
      assertThat(recipe.mends())
          .extracting(step -> step.mend().misfit(List.of(new Column(0, 0, "a"))))
          .containsExactly(Misfit.UNKNOWN);
    }
  }

  @Test
  void rowsOfAnotherVersionLeaveTheRestOfTheRecipe() {
    String later = "{'type':'set-aside-rows','rows':{'type':'all','but':1}}";
    Recipe recipe = read(RECIPE.formatted(STEP.formatted(later))).recipe();
    assertThat(recipe).isNotNull();
    if (recipe != null) {
      assertThat(recipe.mends())
          .extracting(step -> step.mend().misfit(List.of()))
          .containsExactly(Misfit.UNKNOWN);
    }
  }

  @Test
  void cellsEditedByOneMendAreCountedOneByOne() {
    String edit = "{'column':{'name':'a'},'row':2,'before':'x','after':'y'}";
    String many =
        "{'type':'edit-cells','edits':[" + (edit + ",").repeat(Recipe.MOST_MENDS) + edit + "]}";
    assertThat(read(RECIPE.formatted(STEP.formatted(many))).refusal()).isEqualTo(Recipe.UNREADABLE);
  }

  @Test
  void whatIsTooDeepTooLongOrTooManyIsRefused() {
    String deep = RECIPE.formatted("[".repeat(5_000) + "]".repeat(5_000));
    String one = STEP.formatted("{'type':'add-column','name':'b','value':''}");
    String many = RECIPE.formatted((one + ",").repeat(Recipe.MOST_MENDS) + one);
    String swollen = RECIPE.formatted(one) + " ".repeat(RecipeFile.LARGEST);

    assertThat(List.of(deep, many, swollen))
        .allSatisfy(text -> assertThat(read(text).refusal()).isEqualTo(Recipe.UNREADABLE));
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    assertThat(RecipeFile.read(new byte[] {'{', (byte) 0xe9, '}'}).refusal())
        .isEqualTo(Recipe.UNREADABLE);
  }

  private static RecipeFile read(String text) {
    return RecipeFile.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
