package fr.jalon.engine.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.engine.TextTable;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Shape;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurningTest {
  private static final String VISITS =
      """
      Équipement;Quartier;2020;2021;2022
      Piscine;Nord;9800;17540;28000
      Médiathèque;Centre;5400;;11800
      """;

  @TempDir Path work;

  @Test
  void givesARowToEachFilledCellOfACrosstab() throws Exception {
    Table table = turned(VISITS, Shape.UNPIVOTED);
    assertThat(names(table)).containsExactly("Équipement", "Quartier", "Année", "Valeur");
    assertThat(rows(table))
        .containsExactly(
            "2 Piscine;Nord;2020;9800",
            "3 Piscine;Nord;2021;17540",
            "4 Piscine;Nord;2022;28000",
            "5 Médiathèque;Centre;2020;5400",
            "6 Médiathèque;Centre;2022;11800");
    assertThat(table.reading().shape()).isEqualTo(Shape.UNPIVOTED);
    assertThat(table.reading().rows()).isEqualTo(5);
    assertThat(table.reading().columns()).containsExactlyElementsOf(names(table));
  }

  @Test
  void givesTheSameRowsAgain() throws Exception {
    Table table = turned(VISITS, Shape.UNPIVOTED);
    assertThat(rows(table)).isEqualTo(rows(table));
  }

  @Test
  void namesValuesByWhatTheColumnsHaveInCommon() throws Exception {
    Table table =
        turned(
            "Commune;Population 2010;Population 2015;Population 2020\nOlivet;1;2;3",
            Shape.UNPIVOTED);
    assertThat(names(table)).containsExactly("Commune", "Année", "Population");
    assertThat(rows(table))
        .containsExactly("2 Olivet;2010;1", "3 Olivet;2015;2", "4 Olivet;2020;3");
  }

  @Test
  void saysTheOtherColumnsAgainOnEachRow() throws Exception {
    Table table = turned("Espèce;janv.;févr.;mars;Total\nCigogne;1;2;8;11", Shape.UNPIVOTED);
    assertThat(names(table)).containsExactly("Espèce", "Total", "Mois", "Valeur");
    assertThat(rows(table).get(0)).isEqualTo("2 Cigogne;11;janv.;1");
  }

  @Test
  void unfoldsTheColumnsOfFiguresWhenTheNamesTellNothing() throws Exception {
    Table table = turned("Bureau;Inscrits;Votants\nMairie;800;512", Shape.UNPIVOTED);
    assertThat(names(table)).containsExactly("Bureau", "Colonne", "Valeur");
    assertThat(rows(table)).containsExactly("2 Mairie;Inscrits;800", "3 Mairie;Votants;512");
  }

  @Test
  void putsATableOnItsSideUpright() throws Exception {
    Table table =
        turned(
            """
            x;y;z
            Nom;Piscine;Musée
            Ouverture;1998;1974
            Nom;Bassin;
            """,
            Shape.TRANSPOSED);
    assertThat(names(table)).containsExactly("Nom", "Ouverture", "Nom_2");
    assertThat(rows(table)).containsExactly("2 Piscine;1998;Bassin", "3 Musée;1974;");
    assertThat(table.columns().get(1).letters()).isEqualTo("C");
    assertThat(table.reading().shape()).isEqualTo(Shape.TRANSPOSED);
  }

  @Test
  void putsAWideTableUprightInSeveralPasses() throws Exception {
    StringBuilder text = new StringBuilder("A");
    text.append(";c".repeat(300));
    for (int row = 0; row < 2_000; row++) {
      text.append("\nnom ").append(row);
      for (int c = 0; c < 300; c++) {
        text.append(';').append(row * c);
      }
    }
    Table table = turned(text.toString(), Shape.TRANSPOSED);
    assertThat(table.reading().rows()).isEqualTo(300);
    List<String> rows = rows(table);
    assertThat(rows).hasSize(300);
    assertThat(rows.get(299)).startsWith("301 0;299;598;").endsWith(";" + 299 * 1_999);
  }

  @Test
  void refusesToTurnWhatHasNothingToTurn() {
    assertThatThrownBy(() -> turned("Nom\nPiscine", Shape.TRANSPOSED))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("nothing-to-turn");
    assertThatThrownBy(() -> turned("Nom\nPiscine", Shape.UNPIVOTED))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("nothing-to-unpivot");
  }

  private Table turned(String text, Shape shape) throws Exception {
    return Turning.turn(TextTable.of(text), ReadOptions.NONE.withShape(shape), work);
  }

  private static List<String> names(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  private static List<String> rows(Table table) throws Exception {
    List<String> rows = new ArrayList<>();
    table.scan(block -> addRows(rows, block));
    return rows;
  }

  private static void addRows(List<String> rows, Block block) {
    for (int row = 0; row < block.rows(); row++) {
      List<String> cells = new ArrayList<>();
      for (Chunk chunk : block.chunks()) {
        cells.add(chunk.at(row).toString());
      }
      rows.add(block.sourceRow(row) + " " + String.join(";", cells));
    }
  }
}
