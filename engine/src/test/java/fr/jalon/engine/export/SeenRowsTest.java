package fr.jalon.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Engine;
import fr.jalon.engine.InspectOptions;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.MendedRows;
import fr.jalon.engine.Progress;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.profile.RowPrints;
import fr.jalon.engine.rule.mend.Criterion;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.SetAsideRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeenRowsTest {
  @TempDir Path folder;

  private Inspection look(String csv, List<Proposal> before) throws IOException {
    Path file = folder.resolve("file.csv");
    Files.writeString(file, csv);
    Path work = Files.createDirectories(folder.resolve("work"));
    return Engine.inspect(
        new Source(file, "file.csv", Files.size(file), work),
        InspectOptions.NONE.withEdits(before),
        folder.resolve(SeenRows.FILE),
        Clock.systemUTC(),
        Progress.NONE);
  }

  private static String dates() {
    StringBuilder csv = new StringBuilder("Nom;Date;Montant\n");
    for (int i = 0; i < 500; i++) {
      csv.append("Club ").append(i).append(i < 27 ? ";2022-01-15;" : ";13/02/2022;");
      csv.append(100 + i).append('\n');
    }
    return csv.toString();
  }

  @Test
  void everyCellOfACauseIsThereAndNoOther() throws IOException {
    Inspection inspection = look(dates(), List.of());
    Proposal dates = proposal(inspection, "date-form");
    assertThat(dates.count()).isEqualTo(473);

    try (SeenRows seen = SeenRows.open(folder.resolve(SeenRows.FILE))) {
      SeenRows.Place place =
          seen.places().stream().filter(one -> dates.id().equals(one.mend())).findFirst().get();
      RowMasks changed = seen.changed(place);
      assertThat(changed.count()).isEqualTo(473);
      assertThat(seen.read(changed.ranks(472, 10)))
          .extracting(SeenRows.Row::sourceRow)
          .containsExactly(501L);
      assertThat(changed.before(27)).isZero();
      assertThat(changed.around(seen.rows()).before(27)).isEqualTo(1);
      assertThat(seen.rankFrom(29)).isEqualTo(27);
      assertThat(seen.read(27).get(0).cells()).containsExactly("Club 27", "13/02/2022", "127");
    }
  }

  @Test
  void aPageOfRowsIsMendedAsTheWholeIs() throws IOException {
    StringBuilder csv = new StringBuilder("Arbre;Essence;Hauteur\n");
    for (String title : List.of("Nord", "Sud")) {
      csv.append(title).append(";;\n");
      for (int i = 0; i < 100; i++) {
        csv.append(title).append(i).append(";Tilleul ;12\n");
      }
    }
    Inspection inspection = look(csv.toString(), List.of());
    List<Proposal> mends =
        List.of(proposal(inspection, "section-title"), proposal(inspection, "surrounding-spaces"));

    try (SeenRows seen = SeenRows.open(folder.resolve(SeenRows.FILE))) {
      MendedRows mended =
          Objects.requireNonNull(
              MendedRows.of(
                  seen,
                  Objects.requireNonNull(inspection.reading()),
                  seen.read(90, 101, 190),
                  mends));
      assertThat(mended.find(92)).containsExactly("Nord89", "Tilleul", "12", "Nord");
      assertThat(mended.find(103)).isNull();
      assertThat(mended.find(192)).containsExactly("Sud88", "Tilleul", "12", "Sud");
    }
  }

  @Test
  void rowsChosenByHandHoldWhileTheyAreWhatTheyWere() throws IOException {
    look(dates(), List.of());
    List<SeenRows.Row> rows;
    try (SeenRows seen = SeenRows.open(folder.resolve(SeenRows.FILE))) {
      rows = seen.read(10, 11);
    }
    long print = RowPrints.with(RowPrints.with(0, rows.get(0).print()), rows.get(1).print());
    Proposal aside =
        new Proposal(
            "rows",
            "rows-by-hand",
            null,
            null,
            Map.of(),
            2,
            List.of(),
            false,
            new SetAsideRows(
                new Criterion.Chosen(List.of(new Criterion.Chosen.Range(12, 13, print)))));

    assertThat(look(dates(), List.of(aside)).proposals()).contains(aside);
    String otherYear = dates().replace("Club 11;", "Club neuf;");
    assertThat(look(otherYear, List.of(aside)).proposals()).doesNotContain(aside);
  }

  @Test
  void whatSpeaksOfPeopleIsCovered() throws IOException {
    StringBuilder csv = new StringBuilder("Nom;Prénom;Courriel\n");
    for (int i = 0; i < 30; i++) {
      csv.append("Durand;Claire;claire.durand").append(i).append("@exemple.fr\n");
    }
    look(csv.toString(), List.of());

    List<String> cells = new ArrayList<>();
    try (SeenRows seen = SeenRows.open(folder.resolve(SeenRows.FILE))) {
      seen.read(0, 15, 29).forEach(row -> cells.addAll(row.cells()));
    }
    assertThat(cells).noneMatch(cell -> cell.contains("durand")).anyMatch(c -> c.contains("•"));
  }

  private static Proposal proposal(Inspection inspection, String rule) {
    return inspection.proposals().stream()
        .filter(one -> one.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }
}
