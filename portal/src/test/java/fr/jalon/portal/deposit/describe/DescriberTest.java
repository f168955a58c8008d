package fr.jalon.portal.deposit.describe;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Export.WrittenColumn;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.profile.Profile;
import fr.jalon.engine.profile.Territory;
import fr.jalon.engine.profile.Territory.Level;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.RowRole;
import fr.jalon.engine.table.SheetSummary;
import fr.jalon.engine.table.SourceRow;
import fr.jalon.portal.catalog.Theme;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.organization.LocalAuthority;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DescriberTest {
  private static final LocalAuthority OLIVET =
      authority(LocalAuthority.Kind.COMMUNE, "Olivet", "45232");
  private static final int ROWS = 100;

  @Test
  void theTitleIsThatOfTheRowAboveTheTable() {
    Told told =
        new Told("export.csv").above("VILLE D'OLIVET").above("LISTE DES ECOLES (en nombre)");
    assertThat(told.with("nom", Kinds.TEXT).describe().title())
        .isEqualTo("Liste des écoles d’Olivet");
    assertThat(told.describe().origins()).containsEntry(Answer.TITLE, Origin.TITLE_ROW);

    assertThat(new Told("a.csv").above("Subventions - Exercice 2023").describe().title())
        .isEqualTo("Subventions d’Olivet, 2023");
    assertThat(
            new Told("a.csv").above("Subventions de la ville d'Olivet en 2023").describe().title())
        .isEqualTo("Subventions de la ville d'Olivet, 2023");
  }

  @Test
  void aRowAboveThatSaysWhoOrWhenIsNoTitle() {
    Described told =
        new Told("marches-publics.csv")
            .above("Mairie d'Olivet - Service des finances")
            .above("Édité le 12/03/2022")
            .describe();
    assertThat(told.title()).isEqualTo("Marches publics d’Olivet, 2022");
  }

  @Test
  void aSheetThatDescribesTheWorkbookKnowsBest() {
    Described told =
        new Told("a.xlsx").above("Autre titre").readme("Titre", "Aires de jeux").describe();
    assertThat(told.title()).isEqualTo("Aires de jeux d’Olivet");
    assertThat(told.origins()).containsEntry(Answer.TITLE, Origin.METADATA_SHEET);
  }

  @Test
  void withoutAnyNameTheFirstColumnsNameTheTable() {
    Described told =
        new Told("export (1).csv")
            .with("NOM_VOIE", Kinds.TEXT)
            .with("longueur", Kinds.DECIMAL)
            .describe();
    assertThat(told.title()).isEqualTo("Nom voie, longueur d’Olivet");
    assertThat(told.origins()).containsEntry(Answer.TITLE, Origin.COLUMNS);
  }

  @Test
  void aTitleIsNeverTooLong() {
    Described told = new Told("zo".repeat(30) + "_" + "zi".repeat(90) + ".csv").describe();
    assertThat(told.title()).hasSizeLessThanOrEqualTo(150).contains("…");
  }

  @Test
  void noValueOfAPersonalColumnIsRepeated() {
    Told told =
        new Told("agents.csv")
            .column("nom", Kinds.TEXT, "Zébulon", "Zébulon", "person-name")
            .column("date_naissance", Kinds.DATE, "1961-04-02", "1988-09-30", "birth-date")
            .column("date_convention", Kinds.DATE, "1962-04-02", "1989-09-30", "birth-date");
    Described described = told.describe();
    assertThat(described.toString())
        .doesNotContain("Zébulon", "zébulon", "1961", "1962", "1988", "1989");
    assertThat(described.period()).isEmpty();
  }

  @Test
  void thePeriodIsThatOfWhatHappensNotOfWhatLasts() {
    Told told =
        new Told("inventaire 2020.csv")
            .column("date_plantation", Kinds.DATE, "1960-01-01", "2019-01-01", null)
            .column("mise à jour", Kinds.DATE, "2021-01-01", "2021-01-02", null);
    assertThat(told.describe().period()).isEqualTo("2020");
    assertThat(told.describe().origins()).containsEntry(Answer.PERIOD, Origin.FILE_NAME);

    told.column("date de la séance", Kinds.DATE, "2022-01-03", "2022-12-20", null);
    assertThat(told.describe().period()).isEqualTo("2022");
    assertThat(told.describe().frequency()).isEqualTo(UpdateFrequency.ANNUAL);
    assertThat(told.describe().summary()).contains("ses dates vont du 3\u00a0janvier 2022");

    assertThat(
            new Told("a.csv")
                .column("ouv", Kinds.DATE, "1971-05-25", "2011-11-01", null)
                .describe()
                .period())
        .as("forty years of an unknown sort of date")
        .isEmpty();
    assertThat(
            new Told("a.csv")
                .column("Exercice", Kinds.YEAR, "2018", "2020", null)
                .describe()
                .summary())
        .contains("sur les années 2018 à 2020");
  }

  @Test
  void theTerritoryIsTheSmallestThatHoldsNineRowsOfTen() {
    assertThat(place(Kinds.INSEE, Map.of("45232", 95L, "45234", 5L))).isEqualTo("Olivet");
    assertThat(place(Kinds.INSEE, Map.of("45232", 60L, "45234", 40L)))
        .isEqualTo("Orléans Métropole");
    assertThat(place(Kinds.INSEE, Map.of("45232", 60L, "45208", 40L))).isEqualTo("Loiret");
    assertThat(place(Kinds.POSTAL, Map.of("45160", 100L)))
        .as("a code of several communes is that of the publisher")
        .isEqualTo("Olivet");
    assertThat(place(Kinds.POSTAL, Map.of("45000", 50L, "45100", 50L))).isEqualTo("Orléans");
    assertThat(place(Kinds.DEPARTEMENT, Map.of("45", 1L, "18", 1L)))
        .isEqualTo("Centre-Val de Loire");
    assertThat(place(Kinds.INSEE, Map.of("99999", 1L))).as("the publisher's").isEqualTo("Olivet");
  }

  @Test
  void whereThoseWhoReceiveLiveIsNotTheTerritory() {
    Described told =
        new Told("a.csv")
            .with("code postal bénéficiaire", Kinds.POSTAL)
            .values(Map.of("75012", 9L))
            .describe();
    assertThat(told.territory()).isEqualTo(new Territory(Level.COMMUNE, "45232", "Olivet"));
    assertThat(told.origins()).containsEntry(Answer.TERRITORY, Origin.AUTHORITY);
  }

  @Test
  void otherAuthoritiesHaveTheirTerritoryAndTheirArticle() {
    assertThat(titleFor(LocalAuthority.Kind.EPCI, "CC Terres du Haut Berry", "200066330"))
        .isEqualTo("Déchèteries de la communauté de communes Terres du Haut Berry");
    assertThat(titleFor(LocalAuthority.Kind.DEPARTEMENT, "Loiret", ""))
        .isEqualTo("Déchèteries du Loiret");
    assertThat(titleFor(LocalAuthority.Kind.REGION, "Centre-Val de Loire", ""))
        .isEqualTo("Déchèteries du Centre-Val de Loire");
  }

  @Test
  void columnsAreExplainedByTheirNameTheirUnitAndTheirKind() {
    Described told =
        new Told("a.csv")
            .with("HAUTEUR_CM", Kinds.INTEGER)
            .with("code_insee", Kinds.INSEE)
            .with("montant en euros", Kinds.DECIMAL)
            .with("siret", Kinds.SIRET)
            .with("lieu", Kinds.INSEE)
            .with("nom", Kinds.TEXT)
            .describe();
    assertThat(told.columns())
        .containsEntry("HAUTEUR_CM", "Hauteur, en centimètres")
        .containsEntry("code_insee", "Code insee")
        .containsEntry("montant en euros", "Montant, en euros")
        .containsEntry("siret", "SIRET")
        .containsEntry("lieu", "Lieu (code INSEE de commune)")
        .containsEntry("nom", "Nom");
  }

  @Test
  void themeAndFrequencyComeFromWords() {
    Described told = new Told("comptages mensuels vélo.csv").describe();
    assertThat(told.theme()).isEqualTo(Theme.TRANSPORT);
    assertThat(told.frequency()).isEqualTo(UpdateFrequency.MONTHLY);
    assertThat(told.keywords()).contains("vélo", "transports", "Olivet").doesNotContain("2024");

    Described unknown = new Told("zut.csv").describe();
    assertThat(unknown.theme()).isNull();
    assertThat(unknown.origins())
        .containsEntry(Answer.THEME, Origin.UNKNOWN)
        .containsEntry(Answer.FREQUENCY, Origin.USUAL);
  }

  @Test
  void hostileNamesStayShortPlainText() {
    Described told =
        new Told("<script>alert(1)</script>.csv")
            .with("a\nb\u0000c", Kinds.TEXT)
            .with("x".repeat(5000), Kinds.TEXT)
            .describe();
    assertThat(told.title()).doesNotContain("<", ">");
    assertThat(told.summary()).doesNotContain("\n", "\u0000").hasSizeLessThan(600);
    assertThat(told.columns().values()).allSatisfy(text -> assertThat(text).hasSizeLessThan(250));
  }

  private static String place(Kind kind, Map<String, Long> codes) {
    Territory place = new Told("a.csv").with("code", kind).values(codes).describe().territory();
    return place == null ? "" : place.name();
  }

  private static String titleFor(LocalAuthority.Kind kind, String name, String siren) {
    return new Told("déchèteries.csv").by(authority(kind, name, siren)).describe().title();
  }

  private static LocalAuthority authority(LocalAuthority.Kind kind, String name, String code) {
    boolean commune = kind == LocalAuthority.Kind.COMMUNE;
    return new LocalAuthority(
        UUID.randomUUID(),
        kind,
        name,
        commune ? "214502320" : code,
        commune ? code : null,
        "45",
        name,
        0);
  }

  /** A table of a hundred rows, told bit by bit. */
  private static final class Told {
    private final String fileName;
    private final List<SourceRow> head = new ArrayList<>();
    private final List<SheetSummary> sheets = new ArrayList<>();
    private final List<ColumnProfile> columns = new ArrayList<>();
    private LocalAuthority authority = OLIVET;
    private Map<String, Long> values = Map.of();

    Told(String fileName) {
      this.fileName = fileName;
    }

    Told above(String title) {
      head.add(new SourceRow(head.size() + 1, RowRole.TITLE, List.of(title, "", "")));
      return this;
    }

    Told readme(String label, String value) {
      sheets.add(
          new SheetSummary(
              "Lisez-moi",
              false,
              1,
              2,
              "readme",
              List.of(new SourceRow(1, RowRole.DATA, List.of(label, value)))));
      return this;
    }

    Told with(String name, Kind kind) {
      return column(name, kind, "a", "b", null);
    }

    Told column(String name, Kind kind, String minimum, String maximum, @Nullable String personal) {
      columns.add(
          new ColumnProfile(
              name,
              "A",
              kind.type(),
              kind.code(),
              1,
              1,
              ROWS,
              0,
              2,
              minimum,
              maximum,
              20,
              List.of(new ColumnProfile.Frequent(minimum, ROWS)),
              List.of(minimum, maximum),
              personal));
      return this;
    }

    Told values(Map<String, Long> codes) {
      values = codes;
      return this;
    }

    Told by(LocalAuthority who) {
      authority = who;
      return this;
    }

    Described describe() {
      List<String> names = columns.stream().map(ColumnProfile::name).toList();
      Reading reading =
          new Reading(
              "csv", "utf-8", false, ";", null, null, "LF", null, sheets, List.of(), 1, ROWS, names,
              List.of(), head, null, List.of());
      Inspection inspection =
          new Inspection(
              Inspection.VERSION,
              fileName,
              1,
              "",
              null,
              reading,
              new Profile(ROWS, columns),
              null,
              List.of(),
              List.of(),
              List.of());
      List<WrittenColumn> written =
          columns.stream()
              .map(one -> new WrittenColumn(one.name(), one.type(), one.asKind(), one.name(), null))
              .toList();
      return new Describer(inspection, inspection, written, fileName, authority, column -> values)
          .describe(0);
    }
  }
}
