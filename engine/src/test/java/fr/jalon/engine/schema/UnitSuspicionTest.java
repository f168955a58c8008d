package fr.jalon.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.TextTable;
import fr.jalon.engine.profile.Profiler;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnitSuspicionTest {
  @Test
  void treesOfFourToSeventeenAreInMetres() throws Exception {
    UnitSuspicion suspicion = of("hauteur", "hauteur", "4\n8,5\n12\n17\n0");
    assertThat(suspicion).isNotNull();
    if (suspicion != null) {
      assertThat(suspicion.written().sign()).isEqualTo("m");
      assertThat(suspicion.wanted().sign()).isEqualTo("cm");
      assertThat(suspicion.factor()).isEqualByComparingTo("100");
      assertThat(suspicion.share()).isEqualTo(1);
    }
  }

  @Test
  void treesOfFourHundredAreInCentimetres() throws Exception {
    assertThat(of("hauteur", "hauteur", "400\n850\n1200\n1700")).isNull();
  }

  @Test
  void aNameThatSaysItsUnitIsBelieved() throws Exception {
    assertThat(of("hauteur", "hauteur_m", "4\n8\n12")).isNull();
    assertThat(of("hauteur", "hauteur (cm)", "4\n8\n12")).isNull();
  }

  @Test
  void ofAColumnInTwoUnitsNothingIsSaid() throws Exception {
    assertThat(of("hauteur", "hauteur", "4\n8\n1200\n900")).isNull();
  }

  @Test
  void aFewOddNumbersDoNotHideTheUnit() throws Exception {
    String metres = "4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20\n21\n22";
    assertThat(of("hauteur", "hauteur", metres + "\n900")).isNotNull();
  }

  @Test
  void unitsThatNumbersCannotTellApartAreNotSuspected() throws Exception {
    // 60 mm is a young trunk, 60 dm a giant; both are told from 60 cm by nothing but the tree.
    assertThat(of("diametre", "diametre", "150\n200\n400\n900")).isNull();
  }

  @Test
  void numbersThatNoUnitMakesUsualAreNotSuspected() throws Exception {
    assertThat(of("hauteur", "hauteur", "90000\n80000\n70000")).isNull();
    assertThat(of("hauteur", "hauteur", "haut\nbas")).isNull();
    assertThat(of("hauteur", "hauteur", "0\n0")).isNull();
  }

  @Test
  void aFieldOfNoKnownMeasureIsNotSuspected() throws Exception {
    assertThat(of("allergie", "allergie", "400\n500")).isNull();
  }

  private static @Nullable UnitSuspicion of(String field, String column, String values)
      throws Exception {
    Schema trees = Schemas.find("schema-arbre").orElseThrow();
    return UnitSuspicion.of(
        Objects.requireNonNull(trees.find(field)),
        column,
        Profiler.profile(TextTable.of(column + "\n" + values), block -> {}).values().get(0));
  }
}
