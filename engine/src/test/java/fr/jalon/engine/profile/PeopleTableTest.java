package fr.jalon.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.TextTable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTableTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // applicants, their addresses and telephones
        "demandeur;adresse;telephone\\nMARTINAGE Odile;3 rue Haute;01 99 00 10 10\\nLE GOFF Yanis;4 rue Haute;01 99 00 10 11 | person-name person-address person-phone",
        "élève;classe\\nFAUVEL Hélène;CM1\\nTissandier Karim;CM2 | person-name -",
        "qui;note\\nMARTINAGE Odile;a\\nBenoît QUÉMÉNEUR;b | person-name -",
        "nom;prénom;adresse;téléphone\\nMartin;Odile;3 rue Haute;01 99 00 10 10 | person-name person-name person-address person-phone",
        // bodies that bear someone's name, or beside a SIRET
        "association;adresse;telephone\\nAmicale Jean MOULIN;3 rue Haute;01 99 00 10 10 | - - -",
        "bénéficiaire;siret\\nMARTINAGE Odile;21459999500013\\nFAUVEL Hélène;21459999500013 | - -",
        "bénéficiaire;objet\\nHARMONIE MUNICIPALE;a\\nComité des Fêtes;b | - -",
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
    Profiling profiling = Profiler.profile(TextTable.of(table.replace("\\n", "\n")), block -> {});

    List<String> seen = new ArrayList<>();
    for (ColumnProfile column : profiling.profile().columns()) {
      seen.add(column.personal() == null ? "-" : column.personal());
    }
    assertThat(String.join(" ", seen)).isEqualTo(expected);
  }
}
