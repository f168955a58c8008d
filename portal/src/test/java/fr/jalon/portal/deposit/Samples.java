package fr.jalon.portal.deposit;

import fr.jalon.engine.Export;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.profile.Profile;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.kind.DateOrder;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.Cause;
import fr.jalon.engine.rule.Severity;
import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.Conversion;
import fr.jalon.engine.rule.mend.Convert;
import fr.jalon.engine.rule.mend.Criterion;
import fr.jalon.engine.rule.mend.EditCells;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.Proposal.Change;
import fr.jalon.engine.rule.mend.SetAsideRows;
import fr.jalon.engine.schema.SchemaChoice;
import fr.jalon.engine.schema.SchemaMatch;
import fr.jalon.engine.table.Note;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.RowRole;
import fr.jalon.engine.table.SkippedRow;
import fr.jalon.engine.table.SourceRow;
import fr.jalon.portal.catalog.Distribution;
import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.Theme;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.organization.LocalAuthority;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A deposit of a town hall's subsidies, with the faults such files have. */
final class Samples {
  static final UUID ORGANIZATION = UUID.fromString("00000000-0000-4000-8000-000000000001");
  static final UUID PERSON = UUID.fromString("00000000-0000-4000-8000-000000000002");
  static final LocalAuthority ORLEANS =
      new LocalAuthority(
          ORGANIZATION,
          LocalAuthority.Kind.COMMUNE,
          "Orléans",
          "214502346",
          "45234",
          "45",
          "orleans",
          116_000);
  static final Instant NOW = Instant.parse("2026-03-12T13:32:00Z");

  static final Proposal DATES =
      new Proposal(
          "date-form:Date",
          "date-form",
          "Date",
          "A",
          Map.of(),
          3,
          List.of(
              new Change("A5", "12/03/2022", "2022-03-12"),
              new Change("A6", "1er avril 2022", "2022-04-01"),
              new Change("A7", "44593", "2022-02-01")),
          true,
          Convert.of(
              new ColumnRef("Date", "A"),
              new Conversion.WriteDates(
                  Conversion.WriteDates.Form.DATE, DateOrder.DAY_FIRST, null)));
  static final Proposal TOTALS =
      new Proposal(
          "total-row",
          "total-row",
          null,
          null,
          Map.of(),
          1,
          List.of(new Change("8", "TOTAL · 4 350,50 €", null)),
          true,
          new SetAsideRows(
              new Criterion.Totals(List.of(new ColumnRef("Date", "A")), List.of(), false)));
  static final Cause AMOUNT =
      new Cause(
          "wrong-type",
          Severity.ERROR,
          "Montant",
          "C",
          1,
          List.of(new Cause.Sample("C7", "à préciser")),
          Map.of("type", "decimal"));

  /** A cell of the file mended by hand. */
  static final Proposal EDIT =
      new Proposal(
          "edit-cell:C4",
          "edit-cell",
          "Objet",
          "C",
          Map.of("row", "4", "address", "C4", "value", "Restauration de l'orgue"),
          1,
          List.of(new Change("C4", "Restauration", "Restauration de l'orgue")),
          false,
          new EditCells(
              List.of(
                  new EditCells.Edit(
                      new ColumnRef("Objet", "C"), 4, "Restauration", "Restauration de l'orgue"))));

  private Samples() {}

  static Inspection inspection() {
    List<String> columns = List.of("Date", "Bénéficiaire", "Montant");
    Reading reading =
        new Reading(
            "csv",
            "windows-1252",
            false,
            ";",
            null,
            null,
            "CRLF",
            null,
            List.of(),
            List.of(4L),
            5,
            4,
            columns,
            List.of(new SkippedRow(1, RowRole.TITLE, "Subventions aux associations")),
            List.of(
                row(1, RowRole.TITLE, "Subventions aux associations", "", ""),
                row(2, RowRole.TITLE, "Année 2022", "", ""),
                row(3, RowRole.BLANK, "", "", ""),
                row(4, RowRole.HEADER, "Date", "Bénéficiaire", "Montant"),
                row(5, RowRole.DATA, "12/03/2022", "Les Amis de l'Orgue", "1 200,50 €"),
                row(6, RowRole.DATA, "1er avril 2022", "Étoile sportive", "3 150"),
                row(7, RowRole.DATA, "44593", "Comité des fêtes", "à préciser"),
                row(8, RowRole.TOTAL, "TOTAL", "", "4 350,50 €")),
            null,
            List.of());
    Profile profile =
        new Profile(
            4,
            List.of(
                column("Date", "A", ValueType.DATE, "date", "2022-02-01", "2022-04-01"),
                column("Bénéficiaire", "B", ValueType.TEXT, "text", "Comité des fêtes", "Étoile"),
                column("Montant", "C", ValueType.DECIMAL, "decimal", "1200.5", "4350.5")));
    SchemaMatch match =
        new SchemaMatch(
            "scdl/subventions",
            "2.1.1",
            "Subventions",
            0.8,
            3,
            4,
            List.of(
                new SchemaMatch.FieldMatch(
                    "dateConvention", "Date de la convention", true, "Date", 0.9, "synonym"),
                new SchemaMatch.FieldMatch(
                    "nomBeneficiaire", "Qui reçoit", true, "Bénéficiaire", 0.9, "synonym"),
                new SchemaMatch.FieldMatch("montant", "Combien", true, "Montant", 0.9, "name"),
                new SchemaMatch.FieldMatch(
                    "idAttribuant", "Qui donne : son numéro SIRET", true, null, 0, "none")));
    return new Inspection(
        Inspection.VERSION,
        "subventions_2022.csv",
        412,
        "0".repeat(64),
        null,
        reading,
        profile,
        new SchemaChoice(match, List.of()),
        List.of(
            new Inspection.PreviewRow(
                5, List.of("12/03/2022", "Les Amis de l'Orgue", "1 200,50 €")),
            new Inspection.PreviewRow(6, List.of("1er avril 2022", "Étoile sportive", "3 150")),
            new Inspection.PreviewRow(7, List.of("44593", "Comité des fêtes", "à préciser")),
            new Inspection.PreviewRow(8, List.of("TOTAL", "", "4 350,50 €"))),
        List.of(AMOUNT),
        List.of(DATES, TOTALS));
  }

  /** A reading of these rows, with a note. */
  static Reading reading(List<SourceRow> head, Note note) {
    return new Reading(
        "xlsx",
        null,
        false,
        null,
        null,
        null,
        null,
        "Feuil1",
        List.of(),
        List.of(1L),
        2,
        head.size() - 1,
        head.get(0).cells(),
        List.of(),
        head,
        null,
        List.of(note));
  }

  static Deposit deposit(Step step, Inspection inspection, List<Proposal> accepted) {
    return deposit(step, inspection, accepted, null);
  }

  static Deposit deposit(
      Step step, Inspection inspection, List<Proposal> accepted, @Nullable Outcome outcome) {
    return new Deposit(
        UUID.fromString("00000000-0000-4000-8000-000000000003"),
        ORGANIZATION,
        PERSON,
        new Deposit.ReceivedFile("subventions_2022.csv", 412, "0".repeat(64), null),
        step,
        new JobState(null, null, 0, false),
        new Deposit.FileReading(ReadOptions.NONE, null, inspection, 0),
        new Deposit.Protection(List.of(), false),
        new Deposit.Mended(accepted, outcome),
        new Deposit.Described(null, 0),
        Deposit.Renewal.NONE,
        new Deposit.Placed(null, null, null, null),
        NOW,
        new Deposit.Saved(PERSON, NOW, 3));
  }

  /** A value written into a cell that still shows what the file holds. */
  static CellEdit edit(Proposal proposal) {
    Proposal.Change change = proposal.samples().get(0);
    return new CellEdit(
        proposal, change.address(), change.before(), String.valueOf(change.after()));
  }

  /** The same with everything that must be told. */
  static Draft whole(Draft draft) {
    return new Draft(
        draft.title(),
        draft.summary(),
        draft.keywords(),
        Theme.GOVERNMENT,
        draft.territory(),
        License.LICENCE_OUVERTE,
        UpdateFrequency.ANNUAL,
        "mairie@orleans.fr",
        draft.period(),
        draft.columns());
  }

  static Outcome outcome() {
    return new Outcome(
        new Export(
            inspection(),
            List.of(),
            List.of(
                new Export.WrittenColumn("Date", ValueType.DATE, Kinds.DATE, "Date", null),
                new Export.WrittenColumn(
                    "Bénéficiaire", ValueType.TEXT, Kinds.TEXT, "Bénéficiaire", null),
                new Export.WrittenColumn(
                    "Montant", ValueType.DECIMAL, Kinds.DECIMAL, "Montant", null)),
            3,
            List.of()),
        List.of(
            new Distribution(WrittenFormat.CSV, "1".repeat(64), 300, 3),
            new Distribution(WrittenFormat.PARQUET, "2".repeat(64), 900, 3)),
        null);
  }

  static SourceRow row(long number, RowRole role, String... cells) {
    return new SourceRow(number, role, List.of(cells));
  }

  private static ColumnProfile column(
      String name, String letters, ValueType type, String kind, String minimum, String maximum) {
    return new ColumnProfile(
        name,
        letters,
        type,
        kind,
        1,
        0.5,
        4,
        0,
        4,
        minimum,
        maximum,
        20,
        List.of(),
        List.of(minimum, maximum),
        null);
  }
}
