package fr.jalon.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.TextTable;
import fr.jalon.engine.profile.Profiler;
import fr.jalon.engine.profile.Profiling;
import fr.jalon.engine.profile.Search;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.table.Table;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotalRowsTest {
  private static List<Proposal> told(String text) throws Exception {
    Table table = TextTable.of(text.replace("\\n", "\n"));
    Profiling profiling = Profiler.profile(table, block -> {});
    Facts facts =
        Facts.of(table.reading(), profiling, null, null, null, null, LocalDate.of(2026, 1, 1));
    Search search = new Search(profiling);
    Report report = new Report(search);
    new TotalRowRule().look(facts, report);
    search.run(table);
    return report.told().proposals();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fournisseur;montant\\nEDF;120\\nTOTAL;90\\nSNCF;60\\nTOTAL;45\\nORANGE;20",
        "fournisseur;montant\\nEDF;120\\nTOTAL;90\\nSNCF;60",
        "date;fournisseur;montant\\n2023-01-01;EDF;120\\n2023-01-02;SNCF;60\\n2023-01-03;TOTAL;150",
        "date;fournisseur;n\\n2023-01-01;EDF;100\\n2023-01-02;TOTAL;100\\n2023-01-03;SNCF;100\\n2023-01-04;TOTAL;100",
        "date;fournisseur;siret;n\\n2023-01-01;EDF;1;100\\n2023-01-02;Total Direct Énergie;;70\\n2023-01-03;SNCF;3;30\\n2023-01-04;TotalEnergies;4;20",
        "nom;note\\nTotal ayant donné un avis;\\nA;bien"
      })
  void takesNoNameForATotal(String table) throws Exception {
    assertThat(told(table)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nom;montant\\nA;1\\nB;2\\nTOTAL;3 | 1 | true",
        "nom;montant\\nA;10\\nB;20\\nTOTAL;40 | 1 | false",
        "nom;montant;date\\nA;10;2022-02-25\\nTOTAL;10; | 1 | false",
        "nom;n;d\\nA;1;x\\nTotal A;1;\\nB;2;x\\nTotal B;2;\\nTotal;3; | 3 | true",
        "nom;ville;n\\nA;x;1\\nB;y;4\\nTotal général 2023;;5 | 1 | true",
        "nom;type;ville;n\\nA;x;T;1\\nB;y;T;4\\nTOTAL;;;5000 | 1 | false",
        "annee;sexe;n\\n2022;H;5\\n2022;F;6\\n2022;Ensemble;11\\n2023;H;7\\n2023;F;8\\n2023;Ensemble;15 | 2 | true",
        "date;fournisseur;n\\n2023-01-01;TOTAL;120\\n2023-01-02;SNCF;60\\n;TOTAL;180 | 1 | true"
      })
  void tellsTotalsAndIsCertainOfThoseThatAddUp(String table, long count, boolean certain)
      throws Exception {
    assertThat(told(table))
        .singleElement()
        .satisfies(
            mend -> {
              assertThat(mend.count()).isEqualTo(count);
              assertThat(mend.certain()).isEqualTo(certain);
            });
  }
}
