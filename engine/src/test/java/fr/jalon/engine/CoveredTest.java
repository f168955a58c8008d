package fr.jalon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.rule.mend.Choice;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.table.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing that the engine says of a file shows a value that speaks of somebody while nothing is
 * decided, nor one that was chosen to be hidden. Each category is planted with a marker, and each
 * kind of fault that makes a rule quote cells.
 */
class CoveredTest {
  private static final String HEADER =
      "nom;prénom;date de naissance;NIR;mobile;courriel;adresse;IBAN;plaque;ip;motif;Observations;montant";

  /** What identifies each of the people below, in pieces that no cover leaves. */
  private static final List<String> MARKERS =
      List.of(
          "zyxwarek",
          "odett",
          "17/09/1953",
          "1953-09-17",
          "45 234 517",
          "5309452345",
          "71 82 93",
          "71829304",
          "zorbules",
          "3000 1007",
          "zx-918",
          "81.54.203",
          "quorbellec",
          "marius",
          "03/04/1961",
          "1961-04-03",
          "45 118 204",
          "44 55 66",
          "trabuc",
          "qb-551",
          "90.12.44",
          "vlimpetz",
          "chantal",
          "99 88 77",
          "flourens",
          "112.7.33",
          "hk-204",
          "1974-12-30",
          "30/12/1974");

  private static final String ROWS =
      """
      Zyxwarek ;Odette;17/09/1953;2 53 09 45 234 517 35;06 71 82 93 04;odette.zyxwarek@orange.fr;14 rue des Zorbules, 45190 Beaugency;FR76 3000 1007 9412 3456 7890 185;ZX-918-KJ;81.54.203.77;maladie;A prévenir : Mme Zyxwarek au 06 71 82 93 04, quand elle rentre;1 250,50
      ZYXWAREK;Odette;1953-09-17;253094523451735;671829304;Odette.Zyxwarek@orange.fr;14 rue des Zorbules, 45190 Beaugency;FR76 3000 1007 9412 3456 7890 185;ZX-918-KJ;81.54.203.77;Maladie;rien à signaler cette semaine pour ce poste;12,30
      Quorbellec;Marius;03/04/1961;1 61 04 45 118 204 33;06 44 55 66 78;marius.quorbellec@gmail.com;9 rue du Trabuc, 45000 Orléans;FR76 3000 1007 9412 3456 7890 185;QB-551-LM;90.12.44.9;congé maternité;écrire à marius.quorbellec@gmail.com pour la suite donnée au dossier;45,10
      Quorbellec;Marius;03/04/1961;1 61 04 45 118 204 33;06 44 55 66 78;marius.quorbellec@gmail.com;9 rue du Trabuc, 45000 Orléans;FR76 3000 1007 9412 3456 7890 185;QB-551-LM;90.12.44.9;congé maternité;écrire à marius.quorbellec@gmail.com pour la suite donnée au dossier;45,10
      Vlimpetz ;CHANTAL;30/12/1974;NC;06 99 88 77 12;chantal.vlimpetz@sfr.fr;7 rue Flourens,  45190 Beaugency;FR76 3000 1007 9412 3456 7890 185;HK-204-ZD;112.7.33.201;maladie;vu le 12 mars, sans suite pour le moment dans ce dossier;3,00
      """;

  /** Files that hold the same people, each in a way of its own. */
  static Stream<String> files() {
    String table = HEADER + "\n" + ROWS;
    return Stream.of(
        table,
        "Suivi par Mme Odette Zyxwarek, 06 71 82 93 04\n\n" + table,
        table
            + "Total;;;;;;;;;;;;1356,00\n\nSource : Mme Odette Zyxwarek, odette.zyxwarek@orange.fr\n",
        table + "\n\n" + HEADER.replace("montant", "total") + "\n" + ROWS,
        // as names come: a title that says nothing
        table.replace("nom;prénom;", "a;b;"),
        // badly decoded, with signs nobody sees
        table.replace("prévenir", "prÃ©venir").replaceFirst("Marius", "Marius\u200b"));
  }

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("files")
  void nothingIsShownWhileNothingIsDecided(String text) throws IOException {
    Source source = source("agents.csv", text);
    Inspection seen = Engine.inspect(source, InspectOptions.NONE, Noon.CLOCK, Progress.NONE);

    assertThat(seen.findings())
        .filteredOn(cause -> cause.code().equals("personal-data"))
        .as("columns that speak of people")
        .hasSizeGreaterThanOrEqualTo(10);
    showsNobody(Json.write(seen));
    assertThat(Json.write(seen)).contains("250,50");

    List<Proposal> mends = seen.proposals().stream().filter(one -> !one.mend().protects()).toList();
    Export export = Engine.repair(source, InspectOptions.NONE, mends, Noon.CLOCK, Progress.NONE);
    assertThat(export.files()).isNotEmpty();
    showsNobody(Json.write(export));
  }

  @ParameterizedTest
  @MethodSource("files")
  void nothingThatWasHiddenIsShownOrWritten(String text) throws IOException {
    Source source = source("agents.csv", text);
    Inspection seen = Engine.inspect(source, InspectOptions.NONE, Noon.CLOCK, Progress.NONE);
    for (Choice preferred : List.of(Choice.REMOVE_COLUMN, Choice.MASK, Choice.GROUP_INITIAL)) {
      List<Proposal> chosen = onePerColumn(seen, preferred);
      InspectOptions hiding = InspectOptions.NONE.withProtections(chosen, Set.of());

      Inspection hidden = Engine.inspect(source, hiding, Noon.CLOCK, Progress.NONE);
      showsNobody(Json.write(hidden));
      List<Proposal> mends =
          hidden.proposals().stream().filter(one -> !one.mend().protects()).toList();
      Export export = Engine.repair(source, hiding, mends, Noon.CLOCK, Progress.NONE);

      assertThat(export.leftOut()).isEmpty();
      showsNobody(Json.write(export));
      String written = Files.readString(source.work().resolve("data.csv"));
      showsNobody(written);
      assertThat(written).contains("1250.50");
    }
  }

  /** The choice preferred where it is possible, else the first one that leaves nothing. */
  private static List<Proposal> onePerColumn(Inspection seen, Choice preferred) {
    List<Proposal> chosen = new ArrayList<>();
    Set<String> done = new HashSet<>();
    List<Predicate<Proposal>> inTurn =
        List.of(
            one -> one.choice() == preferred,
            one -> one.choice() == Choice.MASK,
            one -> one.choice() == Choice.REMOVE_COLUMN);
    for (Predicate<Proposal> wanted : inTurn) {
      for (Proposal one : seen.proposals()) {
        if (wanted.test(one) && done.add(one.letters() + one.column())) {
          chosen.add(one);
        }
      }
    }
    return chosen;
  }

  /** Hidden rows, and another sheet of the same people, in a workbook. */
  @Test
  void neitherHiddenRowsNorOtherSheetsShowAnybody() throws IOException {
    String[] rows = (HEADER + "\n" + ROWS).split("\n");
    StringBuilder sheets = new StringBuilder();
    for (String name : List.of("Agents", "Anciens")) {
      sheets.append("<table:table table:name=\"").append(name).append("\">");
      for (int row = 0; row < rows.length; row++) {
        sheets
            .append("<table:table-row")
            .append(row == 4 ? " table:visibility=\"collapse\">" : ">");
        for (String cell : rows[row].split(";", -1)) {
          sheets
              .append("<table:table-cell office:value-type=\"string\"><text:p>")
              .append(cell)
              .append("</text:p></table:table-cell>");
        }
        sheets.append("</table:table-row>");
      }
      sheets.append("</table:table>");
    }
    Source source = source("agents.fods", FODS.formatted(sheets));
    Inspection seen = Engine.inspect(source, InspectOptions.NONE, Noon.CLOCK, Progress.NONE);

    assertThat(seen.refusal()).isNull();
    assertThat(Json.write(seen)).contains("\"HIDDEN\"").contains("Anciens");
    showsNobody(Json.write(seen));
    InspectOptions hiding =
        InspectOptions.NONE.withProtections(onePerColumn(seen, Choice.MASK), Set.of());
    showsNobody(Json.write(Engine.inspect(source, hiding, Noon.CLOCK, Progress.NONE)));
  }

  /** Once the table is turned its columns lie elsewhere in the file. */
  @Test
  void aTurnedTableShowsNobodyEither() throws IOException {
    String[] rows = (HEADER + "\n" + ROWS).split("\n");
    StringBuilder turned = new StringBuilder();
    for (int column = 0; column < HEADER.split(";").length; column++) {
      for (int row = 0; row < rows.length; row++) {
        turned.append(row == 0 ? "" : ";").append(rows[row].split(";", -1)[column]);
      }
      turned.append('\n');
    }
    InspectOptions options =
        new InspectOptions(ReadOptions.NONE.withShape(Shape.TRANSPOSED), null, null);
    Source source = source("agents.csv", turned.toString());
    Inspection seen = Engine.inspect(source, options, Noon.CLOCK, Progress.NONE);

    assertThat(seen.findings()).anyMatch(cause -> cause.code().equals("personal-data"));
    showsNobody(Json.write(seen));
    InspectOptions hiding = options.withProtections(onePerColumn(seen, Choice.MASK), Set.of());
    showsNobody(Json.write(Engine.inspect(source, hiding, Noon.CLOCK, Progress.NONE)));
  }

  @Test
  void everythingIsShownToWhoAsksOnTheirOwnMachine() throws IOException {
    Source source = source("agents.csv", HEADER + "\n" + ROWS);
    Inspection seen =
        Engine.inspect(source, InspectOptions.NONE.shownOpenly(), Noon.CLOCK, Progress.NONE);

    assertThat(seen.preview().get(0).cells()).contains("Odette", "06 71 82 93 04");
  }

  @Test
  void aFaultIsToldWithoutWhatItMet() {
    Throwable fault = new IllegalStateException("at Zyxwarek", new RuntimeException("Odette"));
    java.io.StringWriter log = new java.io.StringWriter();
    Unsaid.of(fault).printStackTrace(new java.io.PrintWriter(log));

    assertThat(log.toString())
        .contains("IllegalStateException", "RuntimeException", "aFaultIsToldWithoutWhatItMet");
    showsNobody(log.toString());
  }

  private static void showsNobody(String said) {
    String small = said.toLowerCase(Locale.ROOT);
    for (String marker : MARKERS) {
      int at = small.indexOf(marker);
      if (at >= 0) {
        throw new AssertionError(
            "«%s» is shown: …%s…"
                .formatted(
                    marker,
                    said.substring(Math.max(0, at - 300), Math.min(said.length(), at + 100))));
      }
    }
  }

  private static final String FODS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"
        office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
      <office:body><office:spreadsheet>%s</office:spreadsheet></office:body></office:document>
      """;

  private Source source(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    Path work = Files.createDirectories(folder.resolve("work"));
    return new Source(file, name, Files.size(file), work);
  }
}
