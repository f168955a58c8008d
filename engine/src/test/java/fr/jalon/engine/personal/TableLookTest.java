package fr.jalon.engine.personal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.TextTable;
import fr.jalon.engine.profile.Profiler;
import fr.jalon.engine.profile.Profiling;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableLookTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // applicants, their addresses and telephones
        "demandeur;adresse;telephone\\nMARTINAGE Odile;3 rue Haute;01 99 00 10 10\\nLE GOFF Yanis;4 rue Haute;01 99 00 10 11 | full-name home-address land-line",
        "élève;classe\\nFAUVEL Hélène;CM1\\nTissandier Karim;CM2 | full-name -",
        "qui;note\\nMARTINAGE Odile;a\\nBenoît QUÉMÉNEUR;b | full-name -",
        "nom;prénom;adresse;téléphone\\nMartin;Odile;3 rue Haute;01 99 00 10 10 | surname first-name home-address land-line",
        "Nom et prénom;n\\nMartin Jeanne;1 | full-name -",
        "Date de naissance;n\\n12/03/1980;1 | birth-date -",
        "mail;n\\njean.dupont@orange.fr;1 | email -",
        // two lists of names that nobody knows, and what is beside
        "xa;xb;xc\\nZélabour;Maëlwin;dépression\\nBrandichon;Ylia;asthme\\nTourvieille;Faelys;RQTH | surname first-name health",
        // bodies that bear someone's name, or beside a SIRET
        "association;adresse;telephone\\nAmicale Jean MOULIN;3 rue Haute;01 99 00 10 10 | - - -",
        "bénéficiaire;siret\\nMARTINAGE Odile;21459999500013\\nFAUVEL Hélène;21459999500013 | - -",
        "bénéficiaire;objet\\nHARMONIE MUNICIPALE;a\\nComité des Fêtes;b | - -",
        "mail;n\\nmairie@beaugency.fr;1 | - -",
        "tel;n\\n02 38 79 22 22;1 | - -",
        "adresse;n\\nrue Victor Hugo;1 | - -",
        // places and offices
        "voie;ville\\nVictor HUGO;Tours\\nJean JAURÈS;Tours | - -",
        "lieu;n\\nRUE Victor Hugo;1\\nGYMNASE Jean Bouin;2 | - -",
        "nom;n\\nRue Victor HUGO;1\\nPlace Jean JAURÈS;2 | - -",
        "rapporteur;objet\\nMARTINAGE Odile;a\\nFAUVEL Hélène;b | - -",
        "élu;mandat\\nMARTINAGE Odile;a\\nFAUVEL Hélène;b | - -",
        "auteur;titre\\nHUGO Victor;a\\nZOLA Émile;b | - -",
        // statistics
        "prénom;nombre;année\\nOdile;3;2023\\nYanis;4;2023 | - - -",
        "équipement;adresse;telephone\\nPiscine;3 rue Haute;01 99 00 10 10 | - - -"
      })
  void seesPeopleWhereTheyAre(String table, String expected) throws Exception {
    Table read = TextTable.of(table.replace("\\n", "\n"));
    Profiling profiling = Profiler.profile(read, block -> {});
    Detection detection = Detection.of(profiling, null, read.reading(), "", TODAY);

    List<String> seen = new ArrayList<>();
    for (Column column : profiling.columns()) {
      seen.add(
          detection
              .of(column)
              .filter(Detected::whole)
              .map(detected -> detected.category().code())
              .orElse("-"));
    }
    assertThat(String.join(" ", seen)).isEqualTo(expected);
  }
}
