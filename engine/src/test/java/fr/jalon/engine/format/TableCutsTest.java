package fr.jalon.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableCutsTest {
  private static final String STREETS =
      """
      Rue;Longueur;Largeur
      Rue du Moulin;120;6
      Rue de l'Église;80;5
      Place de la Mairie;45;30
      Chemin des Vignes;410;4
      """;

  @Test
  void cutsBeforeOtherNamesAfterABlankRow() {
    assertThat(
            starts(STREETS + ";;\nAssociation;Objet;Montant\nJudo;Tatamis;1200\nChorale;Fête;450"))
        .containsExactly(7L);
  }

  @Test
  void givesATitleToTheTableItStandsOver() {
    assertThat(starts(STREETS + ";;\nMarchés 2023;;\nTitulaire;Montant;\nDupont;1200;\nMartin;45;"))
        .containsExactly(7L);
  }

  @Test
  void leavesTheSourceOfATableWithIt() {
    assertThat(
            starts(
                STREETS
                    + ";;\nSource : voirie;;\n;;\nMarchés 2023;;\nTitulaire;Montant;\nDupont;1200;\nMartin;45;"))
        .containsExactly(9L);
  }

  @Test
  void cutsBeforeTheSameNamesAndOneMore() {
    assertThat(
            starts(
                STREETS
                    + "Rue;Longueur;Largeur;Éclairage\nRue A;1;2;oui\nRue B;3;4;non\nRue C;5;6;oui"))
        .containsExactly(6L);
  }

  @Test
  void cutsBeforeTheSameTableAgain() {
    assertThat(starts(STREETS + STREETS)).containsExactly(6L);
  }

  @Test
  void cutsBeforeTheSameNamesForAnotherYear() {
    String year = "Année 2022;ASVP;PM\nJanvier;134;191\nFévrier;60;146\nMars;161;178\n";
    String next = "Année 2023;ASVP;PM\nJanvier;120;180\nFévrier;70;150\nMars;150;170";
    assertThat(starts("Infractions;;\n;;\n" + year + ";;\n" + next)).containsExactly(8L);
    assertThat(starts(year + next)).isEmpty();
    assertThat(starts(year + ";;\n" + next.replace("Année 2023", "Année 2022"))).isEmpty();
  }

  @Test
  void keepsAHeaderThatComesAgainAmongOtherRows() {
    assertThat(starts(STREETS + "Rue;Longueur;Largeur\nRue Basse;12;3\nRue Haute;15;3")).isEmpty();
    assertThat(starts(STREETS + ";;\nRue;Longueur;Largeur\nRue Basse;12;3\nRue Haute;15;3"))
        .isEmpty();
  }

  @Test
  void keepsGroupsOfRowsBetweenBlankOnes() {
    assertThat(
            starts(
                """
                Rue;Longueur;Largeur
                Quartier Nord;;
                Rue du Moulin;120;6
                Rue de l'Église;80;5
                ;;
                Quartier Sud;;
                Place de la Mairie;45;30
                Chemin des Vignes;410;4
                """))
        .isEmpty();
  }

  @Test
  void keepsAPreambleOfLabelsWithItsTable() {
    assertThat(
            starts(
                """
                Commune;Saint-Exemple;
                Année;2024;
                Population;1200;
                ;;
                Association;Objet;Montant
                Les amis du jardin;Semis;300
                Club de judo;Tatamis;1200
                """))
        .isEmpty();
  }

  @Test
  void keepsRowsOfWordsAmongFigures() {
    assertThat(starts(STREETS + "Rue Neuve;en travaux;inconnue\nRue Vieille;30;4\nRue Basse;12;3"))
        .isEmpty();
  }

  @Test
  void keepsARowOfWordsAfterABlankRow() {
    assertThat(starts(STREETS + ";;\nRue Neuve;en travaux;inconnue\nRue Vieille;30;4\nA;12;3"))
        .isEmpty();
  }

  @Test
  void keepsATornRowAmongOthers() {
    assertThat(
            starts(
                STREETS
                    + "Rue Neuve, du nord;très large selon le plan\nRue A;30;4\nRue B;12;3\nRue C;1;9"))
        .isEmpty();
  }

  @Test
  void findsATableFarBelow() {
    StringBuilder text = new StringBuilder("numero;rue;puissance\n");
    for (int i = 0; i < 1_000; i++) {
      text.append("L-").append(i).append(";rue ").append(i % 7).append(';').append(50 + i % 9);
      text.append('\n');
    }
    text.append(";;\nStation;Places;Tarif\nGare;120;1,50\nMairie;40;1,20\nHalle;35;1,20\n");
    assertThat(starts(text.toString())).containsExactly(1_003L);
  }

  /** Gives rows as a reader does: all while they are looked for, then the suspect ones. */
  private static List<Long> starts(String text) {
    TableCuts cuts = new TableCuts(true);
    for (GridRow row : rows(text)) {
      if (Layout.isBlank(row)) {
        cuts.blank(row.number());
      } else if (cuts.isLooking() || cuts.isSuspect(row.cells().size())) {
        cuts.add(row, 0);
      } else {
        cuts.pass();
      }
    }
    cuts.finish();
    return cuts.starts().stream().map(TableCuts.Start::row).toList();
  }

  private static List<GridRow> rows(String text) {
    List<GridRow> rows = new ArrayList<>();
    for (String line : text.split("\n")) {
      rows.add(new GridRow(rows.size() + 1, Arrays.asList(line.split(";", -1))));
    }
    return rows;
  }
}
