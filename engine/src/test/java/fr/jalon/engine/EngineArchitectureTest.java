package fr.jalon.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.Formats;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.Rule;
import fr.jalon.engine.rule.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EngineArchitectureTest {
  /** A room uses the rooms before it, never those after. */
  private static final List<String> ROOMS =
      List.of("table", "format", "profile", "schema", "personal", "rule", "export", "query");

  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("fr.jalon.engine");

  @Test
  void theEngineKnowsNeitherSpringNorThePortal() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.xml..",
            "org.xml..",
            "org.w3c..",
            "org.jspecify..",
            "tools.jackson..",
            "com.fasterxml.jackson.annotation..",
            "com.google.re2j..",
            "io.airlift..",
            "org.apache.poi..",
            "org.locationtech..",
            "org.sqlite..",
            "org.duckdb..",
            "fr.jalon.engine..")
        .because("the engine is a plain library: a new one is a decision, with its reason")
        .check(ENGINE);
  }

  @Test
  void aRoomUsesOnlyTheRoomsBeforeIt() {
    for (int room = 0; room < ROOMS.size(); room++) {
      String[] later =
          ROOMS.subList(room + 1, ROOMS.size()).stream()
              .map(EngineArchitectureTest::packages)
              .toArray(String[]::new);
      if (later.length > 0) {
        noClasses()
            .that()
            .resideInAPackage(packages(ROOMS.get(room)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(later)
            .allowEmptyShould(true)
            .check(ENGINE);
      }
    }
  }

  @Test
  void theParquetContainerKnowsNoFormat() {
    noClasses()
        .that()
        .resideInAPackage("fr.jalon.engine.format.parquet..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "fr.jalon.engine.format.geo..",
            "fr.jalon.engine.format.csv..",
            "fr.jalon.engine.format.sheet..",
            "org.duckdb..")
        .check(ENGINE);
  }

  @Test
  void aMendKnowsNoRule() {
    noClasses()
        .that()
        .resideInAPackage("fr.jalon.engine.rule.mend..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("fr.jalon.engine.rule")
        .because("a recipe is replayed without the rules that proposed it")
        .check(ENGINE);
  }

  @Test
  void noRoomUsesTheEngineItself() {
    for (String room : ROOMS) {
      noClasses()
          .that()
          .resideInAPackage(packages(room))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("fr.jalon.engine")
          .allowEmptyShould(true)
          .check(ENGINE);
    }
  }

  @Test
  void everyFormatKindAndRuleIsListed() {
    assertListed(Format.class, Formats.ALL);
    List<Kind> kinds = new ArrayList<>(Kinds.ALL);
    kinds.addAll(List.of(Kinds.TEXT, Kinds.EMPTY));
    assertListed(Kind.class, kinds);
    assertListed(Rule.class, Rules.ALL);
  }

  private static String packages(String room) {
    return "fr.jalon.engine." + room + "..";
  }

  private void assertListed(Class<?> type, List<?> listed) {
    Set<String> written =
        ENGINE.stream()
            .filter(each -> each.isAssignableTo(type) && !each.isInterface())
            .filter(each -> !each.getModifiers().contains(JavaModifier.ABSTRACT))
            .map(each -> each.getName())
            .collect(Collectors.toSet());
    assertThat(listed.stream().map(each -> each.getClass().getName()).distinct())
        .as("add each new " + type.getSimpleName() + " to its list")
        .containsExactlyInAnyOrderElementsOf(written);
  }
}
