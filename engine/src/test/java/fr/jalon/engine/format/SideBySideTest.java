package fr.jalon.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SideBySideTest {
  @Test
  void seesTwoTablesOfWhichOneEndsFirst() {
    assertThat(
            columns(
                """
                Dépenses;Montant;;Recettes;Somme
                Personnel;812;;Impôts;1100
                Énergie;143;;Dotation;286
                Écoles;98;;;
                Fêtes;22;;;
                """))
        .containsExactly("0-1", "3-");
  }

  @Test
  void seesTheSameNamesTwice() {
    assertThat(columns("Prénom;Nombre;;Prénom;Nombre\nLéa;9;;Hugo;8\nEmma;7;;Louis;7"))
        .containsExactly("0-1", "3-");
  }

  @Test
  void seesATitleOverEach() {
    assertThat(
            columns(
                "Dépenses;;;Recettes;\nPoste;Coût;;Origine;Somme\nEau;9;;Impôts;8\nGaz;7;;Cantine;7"))
        .containsExactly("0-1", "3-");
  }

  @Test
  void keepsATableWithAnEmptyColumn() {
    assertThat(columns("Rue;Longueur;;Pose;Puissance\nA;12;;2001;54\nB;14;;2002;72\nC;9;;2003;36"))
        .isEmpty();
  }

  @Test
  void keepsTwoRunsOfColumnsWithoutAnEmptyOneBetween() {
    assertThat(columns("Prénom;Nombre;Prénom;Nombre;Rang\nLéa;9;Hugo;8;1\nEmma;7;Louis;7;2"))
        .isEmpty();
  }

  private static List<String> columns(String text) {
    List<GridRow> rows = new ArrayList<>();
    for (String line : text.split("\n")) {
      rows.add(new GridRow(rows.size() + 1, Arrays.asList(line.split(";", -1))));
    }
    return SideBySide.areas(rows, Layout.detect(rows, List.of(), null)).stream()
        .map(
            area ->
                area.firstColumn()
                    + "-"
                    + (area.lastColumn() == Integer.MAX_VALUE ? "" : area.lastColumn()))
        .toList();
  }
}
