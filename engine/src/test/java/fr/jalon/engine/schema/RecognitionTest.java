package fr.jalon.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.TextTable;
import fr.jalon.engine.profile.Profiler;
import fr.jalon.engine.profile.Profiling;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.schema.SchemaMatch.FieldMatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tables follow a model, told without the help of their file's name. */
class RecognitionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        // The whole model, in another order, and a part of it.
        """
        montant;nature;nomBeneficiaire;idBeneficiaire;objet;dateConvention;nomAttribuant
        1500;aide en numéraire;Amicale laïque;51732048700039;Fonctionnement;2023-01-10;Olivet
        800;aide en nature;Judo club;56496156300017;Prêt de salle;2023-02-11;Olivet
        """,
        // Titles of the model instead of its names, in capitals, no giver.
        """
        DATE DE LA CONVENTION;NOM DU BÉNÉFICIAIRE;OBJET DE LA SUBVENTION;MONTANT;NATURE;CONDITIONS DE VERSEMENT
        10/01/2023;Amicale laïque;Fonctionnement;1500;aide en numéraire;unique
        11/02/2023;Judo club;Tournoi;800;aide en numéraire;en deux versements
        """,
        // Ordinary names, columns of our own between.
        """
        n° dossier;Bénéficiaire;SIRET du bénéficiaire;adresse;Objet de la subvention;Montant de la subvention;Date de décision;élu
        1;Amicale laïque;51732048700039;rue A;Fonctionnement;1 500,00 €;10/01/2023;Dupont
        2;Judo club;56496156300017;rue B;Tournoi;800,00 €;11/02/2023;Durand
        """,
        // Giver in the lines above the header.
        """
        Date de la convention;Nom du bénéficiaire;N° SIRET du bénéficiaire;Objet de la subvention;Montant total;Nature de la subvention
        11/02/2023;Harmonie;51732048700039;Fonctionnement;2000;Subvention
        12/02/2023;Judo club;56496156300017;Fonctionnement;2010;Subvention
        """,
        // Spoiled values: SIRET rounded, dates in words.
        """
        nomAttribuant;idAttribuant;dateConvention;nomBeneficiaire;idBeneficiaire;objet;montant;nature;notificationUE
        Olivet;2,14502E+13;Commission du 10 février;Harmonie;5,1732E+13;Fêtes;1500;Numéraire;non
        Olivet;2,14502E+13;Commission du 11 février;Judo club;5,6496E+13;Fêtes;1600;En nature;non
        """,
      })
  void aTableOfSubsidiesIsRecognized(String table) throws Exception {
    assertThat(recognized(table)).isEqualTo("scdl/subventions");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        COLL_NOM;COLL_SIRET;DELIB_ID;DELIB_DATE;DELIB_MATIERE_CODE;DELIB_MATIERE_NOM;DELIB_OBJET
        Olivet;21450232400015;2023-1;2023-03-14;7.5;Finances locales/Subventions;Attribution
        Olivet;21450232400015;2023-2;2023-03-14;1.1;Commande publique/Marchés;Marché de voirie
        """,
        """
        Date de la séance;N° de délibération;Objet de la délibération;Votes pour;Votes contre;Abstentions
        14/03/2023;2023-1;Budget primitif;20;3;1
        14/03/2023;2023-2;Tarifs de la cantine;24;0;0
        """,
        """
        Délib_Objet;delib date;Délib Id;Matière;Date de réception en préfecture
        Budget primitif;14/03/2023;2023-1;Finances locales/Divers;16/03/2023
        Tarifs de la cantine;14/03/2023;2023-2;Finances locales/Divers;16/03/2023
        """,
        """
        Numéro de délibération;Date du conseil municipal;Intitulé;Nombre de votants;Rapporteur
        12;14/03/2023;Budget primitif;27;M. Dupont
        13;14/03/2023;Tarifs de la cantine;27;Mme Durand
        """,
      })
  void aTableOfDecisionsIsRecognized(String table) throws Exception {
    assertThat(recognized(table)).isEqualTo("scdl/deliberations");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        id;longitude;latitude;genre;espece;hauteur
        1;1.90;47.90;Tilia;cordata;900
        2;1.91;47.91;Acer;campestre;1200
        """,
        """
        numero;adresse;essence;circonférence;année de plantation;remarquable
        1;rue A;Tilleul à petites feuilles;95;1998;Non
        2;rue B;Érable champêtre;120;1985;Oui
        """,
        """
        gid;nom_latin;nom_usuel;haut_m;diam_tronc
        1;Tilia cordata;Tilleul;9;30
        2;Quercus robur;Chêne pédonculé;12;45
        """,
        // As databases of ten letters write, heights in metres.
        """
        id;latitude;longitude;haut_tot;fk_revetement;tronc_diam;fk_stadedev
        1;47.90;1.90;4;Oui;24;Jeune
        2;47.91;1.91;12;Non;35;Adulte
        """,
      })
  void aTableOfTreesIsRecognized(String table) throws Exception {
    assertThat(recognized(table)).isEqualTo("schema-arbre");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Charging points.
        """
        nom_amenageur;nom_station;adresse_station;code_insee_commune;coordonneesXY;nbre_pdc;date_maj
        Syndicat;Station 0;1 place;45234;[1.900,47.900];2;2024-03-10
        Syndicat;Station 1;2 place;45234;[1.901,47.901];2;2024-03-11
        """,
        """
        id;nom;adresse;longitude;latitude;hauteur;puissance;date_mise_en_service;observations
        1;Station A;rue A;1.90;47.90;2;22;2021-05-02;abri
        2;Station B;rue B;1.91;47.91;2;50;2021-05-03;abri
        """,
        // Addresses.
        """
        uid_adresse;cle_interop;commune_insee;commune_nom;voie_nom;numero;long;lat;x;y;date_der_maj
        1;45234_0010_00001;45234;Orléans;rue A;1;1.90;47.90;618000;6755000;2023-01-01
        2;45234_0010_00002;45234;Orléans;rue A;2;1.91;47.91;618100;6755100;2023-01-01
        """,
        // Places of car sharing.
        """
        id_local;nom_lieu;ad_lieu;com_lieu;insee;type;date_maj;ouvert;Xlong;Ylat;nbre_pl;lumiere;comm
        45234-C-0;Aire;Route;Orléans;45234;Aire;2023-05-02;true;1.90;47.90;20;true;
        45234-C-1;Aire;Route;Orléans;45234;Aire;2023-05-02;true;1.91;47.91;20;true;
        """,
        // First names; genre is not that of a tree.
        """
        annee;genre;prenom;nombre
        2020;F;Louise;12
        2020;M;Gabriel;14
        """,
        """
        COLL_NOM;COLL_SIRET;COLL_INSEE;ENFANT_SEXE;ENFANT_PRENOM;NOMBRE_OCCURRENCES;ANNEE
        Olivet;21450232400015;45232;F;Louise;12;2020
        Olivet;21450232400015;45232;M;Gabriel;14;2020
        """,
        // Defibrillators.
        """
        gid;nom;adr_num;adr_voie;com_cp;com_insee;com_nom;lat_coor1;long_coor1;date_instal;etat_fonct
        1;Mairie;1;rue A;45160;45232;Olivet;47.86;1.90;2019-09-30;En fonctionnement
        2;Gymnase;2;rue B;45160;45232;Olivet;47.87;1.91;2019-09-30;En fonctionnement
        """,
        // Car parks: hauteur_max is a bar.
        """
        id;nom;insee;adresse;url;type_usagers;gratuit;nb_places;Xlong;Ylat;hauteur_max;num_siret
        1;Halle;45234;rue A;https://a.example;tous;false;120;1.90;47.90;190;21450232400015
        2;Gare;45234;rue B;https://b.example;tous;false;320;1.91;47.91;210;21450232400015
        """,
        // Public contracts.
        """
        id;acheteur_id;acheteur_nom;nature;objet;procedure;dateNotification;montant;titulaire_id
        1;21450232400015;Olivet;Marché;Travaux;Appel d'offres;2021-04-27;21800;51732048700039
        2;21450232400015;Olivet;Marché;Voirie;Adaptée;2021-05-30;31800;56496156300017
        """,
        // Facilities.
        """
        COLL_NOM;COLL_SIRET;EQUIP_UID;EQUIP_THEME;EQUIP_NOM;EQUIP_LAT;EQUIP_LONG;ADR_CODEPOSTAL
        Olivet;21450232400015;1;Sport;Gymnase;47.86;1.90;45160
        Olivet;21450232400015;2;Culture;Théâtre;47.87;1.91;45160
        """,
        // Lamps measured as trees are.
        """
        id;longitude;latitude;hauteur;diametre;date_pose;remarque;commune
        1;1.90;47.90;800;12;2001-05-02;;Olivet
        2;1.91;47.91;600;11;2002-05-02;;Olivet
        """,
        // Lamps, fire hydrants, antennas, animals, books, plots.
        """
        id;longitude;latitude;hauteur;diametre;date_pose;remarque;commune
        1;1.90;47.90;8;12;2001-05-02;;Olivet
        2;1.91;47.91;6;11;2002-05-02;;Olivet
        """,
        """
        nom;nom_scientifique;classe;famille;espece;poids
        Maki catta;Lemur catta;Mammifère;Lémuridé;catta;2
        Addax;Addax nasomaculatus;Mammifère;Bovidé;nasomaculatus;90
        """,
        """
        titre;auteur;genre;nature;date;etat;port
        Germinal;Zola;Roman;Livre;1885-03-01;bon;non
        Nadja;Breton;Récit;Livre;1928-05-25;bon;non
        """,
        """
        parcelle;type_sol;arrosage;allergie;famille
        A1;dalle;Oui;non;Martin
        A2;herbe;Non;non;Bernard
        """,
      })
  void aTableOfAnotherModelIsNotRecognized(String table) throws Exception {
    assertThat(recognized(table)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "date;objet;montant\n2023-01-02;Achat;12\n2023-01-03;Vente;14",
        "id;date;objet\n1;2023-01-02;Achat\n2;2023-01-03;Vente",
        "numero;date;titre;url\n1;2023-01-02;Achat;https://a.example\n2;2023-01-03;B;https://b.example",
        "SIRET;montant;date;type\n21450232400015;12;2023-01-02;F\n51732048700039;14;2023-01-03;P",
        "association;objet;adresse\nJudo club;sport;rue A\nChorale;musique;rue B",
        "association;montant;objet\nJudo club;120;sport\nChorale;130;musique",
        "nom;adresse;commune;latitude;longitude\nA;rue A;Olivet;47.86;1.90\nB;rue B;Olivet;47.87;1.9",
        "code_nomenclature;libelle;credit\n01.02.03;poste;7\n01.02.04;poste;107",
        "tiers;libelle;montant;exercice\nA;Achat;12;2022\nB;Vente;14;2022",
        "bénéficiaire;aide;date\nMartin;transport;2023-01-02\nBernard;cantine;2023-01-03",
        "dossier;demandeur;adresse;telephone;aide\nD1;M.;rue A;01 99 00 10 10;bus\nD2;B.;rue B;01 99 00 10 11;bus",
        "bureau;inscrits;votants;pour;contre\n1;800;600;300;300\n2;700;500;200;300",
        "tarif;montant;n° délibération;date délibération\nPlein;12;2022-4;2022-03-01\n"
            + "Réduit;6;2022-4;2022-03-01\nGroupe;5;2022-4;2022-03-01",
        "id;secteur;genre;hauteur;remarque\n1;A;masculin;180;\n2;B;féminin;165;",
        "nature;montant;versement\nImpôt;12;mensuel\nTaxe;14;annuel",
      })
  void anOrdinaryTableIsNotRecognized(String table) throws Exception {
    assertThat(recognized(table)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // What is under the names is of another kind: words where amounts are, dates where names
        // are.
        """
        nomBeneficiaire;montant;nature;notificationUE;idBeneficiaire
        2021-03-01;jamais;2021-03-01;peut-être;rue A
        2021-03-02;jamais;2021-03-02;parfois;rue B
        """,
        """
        genre;espece;hauteur;date_plantation
        Oui;12.5;haut;rue A
        Non;13.5;bas;rue B
        """,
        // One telling column, as sure as can be.
        "conditionsVersement\nunique\néchelonné",
        // Names alone: nothing is filled.
        "Bénéficiaire;Objet de la subvention;Montant de la subvention\n;;\n;;",
      })
  void namesWithoutValuesThatFitAreNoModel(String table) throws Exception {
    assertThat(recognized(table)).isNull();
  }

  @Test
  void oneTellingColumnIsNotEnoughEvenInAFileThatSaysWhatItIs() throws Exception {
    String table = "id;longitude;latitude;Pied de l’arbre\n1;1.90;47.90;grille\n2;1.91;47.91;terre";
    assertThat(choice(table, "grilles des arbres").chosen()).isNull();
  }

  @Test
  void valuesOfSomethingElseCountAgainst() throws Exception {
    String names = "nomBeneficiaire;Objet de la subvention;conditionsVersement;montant";
    assertThat(recognized(names + "\nJudo club;Tournoi;unique;12\nChorale;Concert;unique;14"))
        .isEqualTo("scdl/subventions");
    assertThat(
            recognized(
                names
                    + ";notificationUE;pourcentageSubvention"
                    + "\nJudo club;Tournoi;unique;12;https://a.example;2021-01-02"
                    + "\nChorale;Concert;unique;14;https://b.example;2021-01-03"))
        .isNull();
  }

  @Test
  void requiredColumnsThatAreAbsentCountAgainst() throws Exception {
    String names = "Nom du bénéficiaire;N° SIRET du bénéficiaire;Objet de la subvention";
    String rows = "\nJudo club;51732048700039;Tournoi\nChorale;56496156300017;Concert";
    assertThat(recognized(names + rows)).isNull();
    assertThat(
            recognized(
                names
                    + ";Nature de la subvention;Montant;Date de la convention"
                    + "\nJudo club;51732048700039;Tournoi;aide en nature;12;2021-01-02"))
        .isEqualTo("scdl/subventions");
  }

  @Test
  void theNextBestModelsAreGivenAllTheSame() throws Exception {
    SchemaChoice choice = choice("date;objet;montant\n2023-01-02;Achat;12\n2023-01-03;Vente;14");
    assertThat(choice.chosen()).isNull();
    assertThat(choice.runnersUp()).isNotEmpty();
    assertThat(choice.runnersUp()).allMatch(match -> match.score() < Matcher.ENOUGH_SCORE);
  }

  @Test
  void aFileThatSaysWhatItIsNeedsOneColumnLess() throws Exception {
    String table =
        """
        Date du conseil municipal;Numéro de délibération;Titre
        14/03/2023;1;A
        14/03/2023;2;B
        """;
    assertThat(choice(table, "liste").chosen()).isNull();
    SchemaMatch announced = choice(table, "deliberations 2023").chosen();
    assertThat(announced == null ? null : announced.schema()).isEqualTo("scdl/deliberations");
  }

  @Test
  void whatAColumnHoldsSaysWhetherItMayTakeTheName() throws Exception {
    SchemaChoice choice =
        choice(
            """
            id;longitude;latitude;nom latin;haut_tot;stade;Type de sol;tronc_diam;Éclairage;code_insee
            1;1.90;47.90;Tilia cordata;4;Jeune;Oui;24;;45232
            2;1.91;47.91;Acer campestre;12;Adulte;Non;35;;45232
            """);
    assertThat(fits(choice))
        .containsExactly(
            "id FITS",
            "longitude FITS",
            "latitude FITS",
            "espece UNKNOWN",
            "code_insee FITS",
            "stade_developpement FITS",
            "hauteur CONTRARY",
            "diametre FITS",
            "type_sol CONTRARY",
            "eclairage UNKNOWN");
  }

  @Test
  void anOrdinaryNameMayMeanSomethingElse() throws Exception {
    SchemaChoice choice =
        choice(
            """
            Date;SIRET;Nom du bénéficiaire;Objet de la subvention;Montant voté;Type;nature
            10/01/2023;51732048700039;Amicale;Fonctionnement;1500;F;aide en numéraire
            11/02/2023;56496156300017;Judo club;Tournoi;800;P;aide en numéraire
            """);
    assertThat(fits(choice))
        .containsExactly(
            "dateConvention UNKNOWN",
            "nomBeneficiaire FITS",
            "idBeneficiaire UNKNOWN",
            "objet FITS",
            "montant FITS",
            "nature FITS");
  }

  private static List<String> fits(SchemaChoice choice) {
    List<String> fits = new ArrayList<>();
    SchemaMatch match = choice.chosen();
    assertThat(match).isNotNull();
    if (match != null) {
      for (FieldMatch field : match.mapping()) {
        if (field.column() != null) {
          fits.add(field.field() + " " + field.fit());
        }
      }
    }
    return fits;
  }

  private static @Nullable String recognized(String table) throws Exception {
    SchemaMatch match = choice(table).chosen();
    return match == null ? null : match.schema();
  }

  private static SchemaChoice choice(String table) throws Exception {
    return choice(table, "");
  }

  private static SchemaChoice choice(String table, String about) throws Exception {
    Profiling profiling = Profiler.profile(TextTable.of(table), block -> {});
    return Schemas.best(profiling, null, Words.of(about));
  }
}
