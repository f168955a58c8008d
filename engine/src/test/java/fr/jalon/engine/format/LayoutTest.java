package fr.jalon.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.RowRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayoutTest {
  @Test
  void takesTheFirstRowOfAPlainTable() {
    Layout layout = layout("nom;ville;age\nDupont;Orléans;12\nDurand;Tours;41");
    assertThat(layout.headerRows()).containsExactly(1L);
    assertThat(layout.firstDataRow()).isEqualTo(2);
    assertThat(layout.columnNames()).containsExactly("nom", "ville", "age");
  }

  @Test
  void skipsTitlesAndBlankRowsAboveTheHeader() {
    Layout layout =
        layout(
            """
            Subventions versées aux associations;;
            Année 2024;;
            ;;
            Association;Objet;Montant
            Les amis;Fête;1200
            Le club;Tournoi;800
            TOTAL;;2000
            """);
    assertThat(layout.headerRows()).containsExactly(4L);
    assertThat(roles(layout))
        .containsExactly(
            RowRole.TITLE,
            RowRole.TITLE,
            RowRole.BLANK,
            RowRole.HEADER,
            RowRole.DATA,
            RowRole.DATA,
            RowRole.TOTAL);
  }

  @Test
  void findsNoHeaderAboveFiguresOfTheSameKind() {
    Layout layout = layout("1;null;0\n2;0;0\n3;null;5");
    assertThat(layout.headerRows()).isEmpty();
    assertThat(layout.columnNames()).containsExactly("colonne_A", "colonne_B", "colonne_C");
  }

  @Test
  void takesYearsForNames() {
    Layout layout = layout(";1990;1991;1992\nBois;2,5;3;4\nFer;1;2;2");
    assertThat(layout.headerRows()).containsExactly(1L);
    assertThat(layout.columnNames()).containsExactly("colonne_A", "1990", "1991", "1992");
  }

  @Test
  void joinsTheRowsOfAHeaderInGroups() {
    Layout layout =
        layout(
            """
            Commune;2022;;2023;
            ;Hommes;Femmes;Hommes;Femmes
            Orléans;10;20;11;21
            Tours;30;40;31;41
            """);
    assertThat(layout.headerRows()).containsExactly(1L, 2L);
    assertThat(layout.columnNames())
        .containsExactly("Commune", "2022 Hommes", "2022 Femmes", "2023 Hommes", "2023 Femmes");
  }

  @Test
  void namesColumnsByCodesWhenLabelsFollow() {
    Layout layout =
        layout(
            """
            dc;nom;pop
            Code du département;Nom de la commune;Nombre d'habitants
            45234;Orléans;116000
            37261;Tours;137000
            """);
    assertThat(layout.headerRows()).containsExactly(1L);
    assertThat(layout.firstDataRow()).isEqualTo(3);
    assertThat(layout.notes()).extracting(Note::code).containsExactly("label-row");
  }

  @Test
  void leavesOutUnitsRepeatedHeadersAndNotes() {
    Layout layout =
        layout(
            """
            Rue;Longueur;Prix
            ;m;€
            Rue A;12;100
            Rue;Longueur;Prix
            Rue B;15;120
            ;;
            Source : service voirie;;
            """);
    assertThat(roles(layout))
        .containsExactly(
            RowRole.HEADER,
            RowRole.UNITS,
            RowRole.DATA,
            RowRole.REPEATED_HEADER,
            RowRole.DATA,
            RowRole.BLANK,
            RowRole.NOTE);
    assertThat(layout.footRow()).isEqualTo(6);
  }

  @Test
  void dropsEmptyNamelessColumnsOnTheRight() {
    Layout layout = layout("a;b;;;\n1;2;;;\n3;4;;;");
    assertThat(layout.columnNames()).containsExactly("a", "b");
  }

  @Test
  void namesNamelessAndRepeatedColumnsApart() {
    Layout layout = layout("nom;;nom;age\nA;x1;B;3\nC;x2;D;4");
    assertThat(layout.columnNames()).containsExactly("nom", "colonne_B", "nom_2", "age");
  }

  @Test
  void seesAFormThatIsNoTable() {
    Layout layout =
        layout(
            """
            Fiche de la commune;2011;Membre de l'agglomération;OUI
            Superficie en hectares;5688;Produit du foncier bâti;94181
            ;;Produit du foncier non bâti;617
            Population totale INSEE;256344;Produit de la taxe d'habitation;72396
            Résidences secondaires;4463;;
            Places de caravanes;40;Exonérations accordées;1387
            """);
    assertThat(layout.headerRows()).isEmpty();
    assertThat(layout.notes()).extracting(Note::code).containsExactly("form-layout");
  }

  @Test
  void spreadsShortGroupNamesOverTheirColumns() {
    Layout layout =
        layout(
            """
            Aide;;Dates;
            Montant;Nature;Début;Fin
            1200;Subvention;01/02/2023;31/12/2023
            300;Prêt de salle;01/03/2023;01/04/2023
            """);
    assertThat(layout.headerRows()).containsExactly(1L, 2L);
    assertThat(layout.columnNames())
        .containsExactly("Aide Montant", "Aide Nature", "Dates Début", "Dates Fin");
  }

  @Test
  void takesWordsAboutTheWholeTableForATitle() {
    Layout layout =
        layout(
            """
            Ville de Tours;;Exercice 2023
            Association;Objet;Montant
            Les amis;Fête;1200
            Le club;Tournoi;800
            """);
    assertThat(layout.headerRows()).containsExactly(2L);
  }

  @Test
  void joinsNamesThatOnlyGroupsNeed() {
    Layout layout =
        layout(
            """
            Lieu;;Bâtiment;;;Ouverture;Fréquentation
            Nom;Code;Type;Surface;Gérant;;
            Dry;45370;Salle;1200;Ville;2001;85
            Baule;45130;Stade;8000;Ville;1985;40
            Cléry;45370;Salle;900;Club;2010;70
            """);
    assertThat(layout.headerRows()).containsExactly(1L, 2L);
    assertThat(layout.columnNames()).contains("Bâtiment Gérant", "Ouverture", "Fréquentation");
  }

  @Test
  void keepsAFirstRowOfDataWithGapsBelowANamelessColumn() {
    Layout layout =
        layout(
            """
            Nom;;Places;Ouverture
            Salle A;rue Basse;;fermée
            Salle B;rue Haute;120;2001
            Salle C;quai Est;80;1985
            Salle D;quai Sud;60;1990
            """);
    assertThat(layout.headerRows()).containsExactly(1L);
  }

  @Test
  void joinsAHeaderWrittenTwice() {
    Layout layout =
        layout("Date;Lieu;Entrées\nDate;Lieu;Entrées\n3/1/2024;Piscine;12\n4/1/2024;Musée;9");
    assertThat(layout.headerRows()).containsExactly(1L, 2L);
    assertThat(layout.columnNames()).containsExactly("Date Date", "Lieu Lieu", "Entrées Entrées");
  }

  @Test
  void leavesOutTheNamesOfAProgramWrittenTwice() {
    Layout layout = layout("DATE_J;LIEU;NB\nDATE_J;LIEU;NB\n3/1/2024;Piscine;12\n4/1/2024;Musée;9");
    assertThat(layout.headerRows()).containsExactly(1L);
    assertThat(roles(layout).get(1)).isEqualTo(RowRole.REPEATED_HEADER);
  }

  @Test
  void takesARowWithOneOddTextForData() {
    Layout layout = layout("nom;note\nA;jamais fermé\nB0;0\nB1;1\nB2;2\nB3;3");
    assertThat(layout.headerRows()).containsExactly(1L);
    assertThat(layout.firstDataRow()).isEqualTo(2);
  }

  @Test
  void takesLabelsAndValuesAboveATableForItsPreamble() {
    Layout layout =
        layout(
            """
            Commune;Saint-Exemple;
            Année;2024;
            Population;1200;
            ;;
            Association;Objet;Montant
            Les amis;Fête;1200
            Le club;Tournoi;800
            """);
    assertThat(layout.headerRows()).containsExactly(5L);
  }

  @Test
  void marksTheTitlesOfGroupsOfRows() {
    Layout layout =
        layout(
            "Rue;Longueur;Largeur\nQuartier Nord;;\nRue A;12;3\nRue B;14;4\nQuartier Sud;;\nRue C;9;2");
    assertThat(roles(layout))
        .containsExactly(
            RowRole.HEADER, RowRole.GROUP, RowRole.DATA, RowRole.DATA, RowRole.GROUP, RowRole.DATA);
    assertThat(layout.role(new GridRow(500, List.of("Quartier Est", "", ""))))
        .isEqualTo(RowRole.GROUP);
  }

  @Test
  void takesARowOfFewCellsForATitleOnlyWhereOthersAreFull() {
    Layout layout =
        layout(
            """
            Nom;Tél;Courriel;Activité
            Judo;0299001122;;Sport
            Chorale;;;
            Danse;;a@exemple.fr;
            Orgue;0299001123;b@exemple.fr;Musique
            """);
    assertThat(roles(layout)).doesNotContain(RowRole.GROUP);
    assertThat(layout.mayGroup()).isFalse();
  }

  @Test
  void keepsALastRowAsSparseAsOthers() {
    String table =
        """
        Nom;Président;Tél;Courriel;Site
        Les amis de l'école de Saint-Exemple;A. Dupont;0299001122;a@exemple.fr;
        Les anciens combattants de Saint-Exemple;;;;
        Judo;B. Martin;0299001123;b@exemple.fr;
        Danse;C. Petit;0299001124;;https://exemple.fr/danse/les-cours-de-la-saison
        """;
    Layout layout = layout(table + "Le comité des fêtes de Saint-Exemple;;;;");
    assertThat(roles(layout)).endsWith(RowRole.DATA).doesNotContain(RowRole.NOTE);
    layout = layout(table + "Liste arrêtée au 3 janvier 2024 par le service de la vie locale;;;;");
    assertThat(roles(layout)).endsWith(RowRole.NOTE);
  }

  @Test
  void readsTablesOfOneOrTwoRows() {
    Layout layout = layout("Commune;2019;2020;2021\nExemple;694;2071;3608");
    assertThat(layout.headerRows()).containsExactly(1L);
    layout =
        layout(
            """
            Lieu;Lundi;Mardi;Mercredi;Jeudi
            Salle A;Fermé;9h-12h / 14h-17h30;;9h-12h
            Salle B;9h-12h / 14h-17h30;9h-12h;Fermé;09:00-12:00
            """);
    assertThat(layout.headerRows()).containsExactly(1L);
  }

  @Test
  void losesNoRowOfAListWithoutAName() {
    Layout layout = layout("Anne Martin\nLuc Petit\nAnne Martin\nZoé Moreau\nLuc Petit");
    assertThat(layout.headerRows()).isEmpty();
    assertThat(roles(layout)).containsOnly(RowRole.DATA);
  }

  @Test
  void seesATableOnItsSide() {
    Layout layout =
        layout(
            """
            Nom;Piscine du Lac;Médiathèque;Musée des arts
            Adresse;1 rue du Lac;2 place du Marché;3 rue Haute
            Date d'ouverture;12/03/1998;04/09/2005;01/05/1974
            Surface (m²);2400;1800;950
            Accès PMR;oui;oui;non
            """);
    assertThat(layout.headerRows()).containsExactly(1L);
    assertThat(layout.notes()).extracting(Note::code).containsExactly("transposed");
  }

  @Test
  void seesNoTableOnItsSideInOrdinaryOnes() {
    assertThat(layout("Nature;Service;Montant\nType A;Voirie;12\nType B;Culture;45").notes())
        .isEmpty();
    assertThat(layout("Chapitre;Libellé;Budget\nCompte 11;Eau;12\nCompte 12;Gaz;45").notes())
        .isEmpty();
  }

  @Test
  void seesACrosstab() {
    Layout layout = layout("Équipement;2019;2020;2021\nPiscine;1;2;3\nMusée;4;5;6");
    assertThat(layout.notes()).extracting(Note::code).containsExactly("crosstab");
  }

  @Test
  void keepsRowsOfTheTableAboveItsNames() {
    String rows = "Association;Commune;Montant\nTir;Saran;150\nDanse;Olivet;300\nRugby;Tours;900";
    Layout layout = layout("Associations;;\nJudo;Gien;1200\nChorale;Briare;800\n;;\n" + rows);
    assertThat(layout.headerRows()).containsExactly(5L);
    assertThat(layout.firstDataRow()).isEqualTo(2);
    assertThat(roles(layout).subList(0, 4))
        .containsExactly(RowRole.TITLE, RowRole.DATA, RowRole.DATA, RowRole.BLANK);
    assertThat(layout.notes()).containsExactly(new Note("rows-above-header", Map.of("count", "2")));
    for (String above : List.of("Judo;Gien;1200", "Judo;Gien;1200\nChorale;Briare;800")) {
      assertThat(roles(layout(above + "\n" + rows))).doesNotContain(RowRole.TITLE, RowRole.NOTE);
    }
  }

  @Test
  void takesTheNamesAboveAllRowsBeforeBetterOnesAmongThem() {
    Layout layout =
        layout(
            """
            Infractions relevées;;;
            ;;;
            Année 2022;ASVP;PM;Total
            Janvier;134;191;325
            Février;60;146;206
            ;;;
            Année 2023;ASVP;PM;Total
            Janvier;120;180;300
            Février;70;150;220
            """);
    assertThat(layout.headerRows()).containsExactly(3L);
    assertThat(roles(layout).subList(3, 5)).containsOnly(RowRole.DATA);
    assertThat(roles(layout).subList(7, 9)).containsOnly(RowRole.DATA);
  }

  /** What is as wide and as typed may still be a total, or labels and their values apart. */
  @Test
  void takesWhatIsSaidOfTheTableForTitles() {
    String table = "Nom;Montant;Nombre\nJudo;120;3\nTir;150;4\nDanse;90;2";
    for (String above : List.of("Édition;;", "Total;360;9", "Subventions;;", "TOTAL;360;9\n;;")) {
      Layout layout = layout(above + "\n" + table);
      assertThat(layout.notes()).as(above).isEmpty();
      assertThat(roles(layout).get(0)).as(above).isNotEqualTo(RowRole.DATA);
    }
    Layout layout = layout("Année :;2024\n;\nNom;Montant\nJudo;120\nTir;150\nDanse;90");
    assertThat(roles(layout)).startsWith(RowRole.TITLE, RowRole.BLANK, RowRole.HEADER);
  }

  @Test
  void keepsRowsAfterBlankRowsAndTotals() {
    Layout layout =
        layout(
            """
            Nom;Lieu;Montant;Nombre
            Judo;Gien;120;3
            Tir;Saran;150;4
            ;;;
            Danse;Olivet;90;2
            TOTAL;;360;9
            Rugby;Tours;80;1
            ;;;
            Source de la Loire;Gien;45;1
            Note de frais;;12;1
            """);
    assertThat(roles(layout)).doesNotContain(RowRole.TITLE, RowRole.NOTE);
    assertThat(layout.footRow()).isEqualTo(Layout.NO_FOOT);
  }

  @Test
  void keepsALastRowAsWideAndTypedAsOthersWhateverItsWord() {
    Layout layout =
        layout(
            """
            Poste;Montant;Remarque
            Eau;120;
            Gaz;150;à revoir
            Bois;90;
            Paille;70;relevé
            Notes;12;
            """);
    assertThat(roles(layout)).endsWith(RowRole.DATA);
    layout =
        layout("Poste;Montant;Remarque\nEau;120;\nGaz;150;à revoir\nBois;90;\nSource : mairie;;");
    assertThat(roles(layout)).endsWith(RowRole.NOTE);
  }

  @Test
  void namesColumnsAboveOneRowThatIsTooLong() {
    Layout layout =
        layout(
            "sujet;verbe;objet;\nceci;est;contenu;\ncela;est;contenu;mais;il;y;en;a\nun;est;là;");
    assertThat(layout.headerRows()).containsExactly(1L);
    assertThat(roles(layout)).doesNotContain(RowRole.TITLE);
  }

  @Test
  void believesAPersonAboutTheHeader() {
    List<GridRow> rows = rows("a;b\nc;d\n1;2");
    assertThat(Layout.detect(rows, List.of(), List.of(2L)).columnNames()).containsExactly("c", "d");
    assertThat(Layout.detect(rows, List.of(), List.of()).firstDataRow()).isEqualTo(1);
  }

  private static Layout layout(String text) {
    return Layout.detect(rows(text), List.of(), null);
  }

  private static List<RowRole> roles(Layout layout) {
    return layout.sourceRows(40).stream().map(row -> row.role()).toList();
  }

  private static List<GridRow> rows(String text) {
    List<GridRow> rows = new ArrayList<>();
    for (String line : text.split("\n")) {
      rows.add(new GridRow(rows.size() + 1, Arrays.asList(line.split(";", -1))));
    }
    return rows;
  }
}
