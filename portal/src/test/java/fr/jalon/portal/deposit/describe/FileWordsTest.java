package fr.jalon.portal.deposit.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileWordsTest {
  private final Spelling spelling = Spelling.of(List.of("Médiathèques", "Numéro", "Côté rue"));

  @ParameterizedTest
  @CsvSource({
    "subventions_2022-v2.csv, Subventions, 2022",
    "Copie de SubventionsAssociations_VF-2021 (1).xlsx, Subventions associations, 2021",
    "liste-des-ecoles-d-olivet.csv, Liste des écoles, ''",
    "DELIBERATIONS_CM_20221215_final.ods, Délibérations cm, 2022",
    "bureaux_d_etat_civil.csv, Bureaux d’état civil, ''",
    "prenoms-2000-2013.csv, Prénoms, 2000 à 2013",
    "PLU_zonage_WGS84.shp.zip, PLU zonage, ''",
    "21450232400017_arretes_2023.csv, Arrêtés, 2023",
    "mediatheques.csv, Médiathèques, ''",
    "consommation%20electrique%20ecoles.csv, Consommation électrique écoles, ''",
    "comptages velo mars 2024.csv, Comptages vélo, 2024",
    "releve_12-03-2022.csv, Releve, 2022",
    "export.csv, '', ''",
    "Classeur1.xlsx, '', ''",
    "data (3).csv, '', ''",
    "Feuil1, '', ''",
    "marches publics.csv, Marches publics, ''",
    "a3f5c9d2e8b14f70.csv, '', ''",
    "olivet.csv, '', ''"
  })
  void namesAreSpelledAsAPersonWould(String name, String subject, String years) {
    FileWords words = FileWords.of(name, spelling, List.of("olivet"));

    assertThat(words.subject()).isEqualTo(subject);
    assertThat(words.years().map(Years::words).orElse("")).isEqualTo(years);
  }

  @ParameterizedTest
  @CsvSource({
    "NOM_VOIE, Nom voie",
    "dateConvention, Date convention",
    "NUMERO, Numéro",
    "cote_rue, Côté rue",
    "code postal, Code postal",
    "PLU, PLU"
  })
  void columnsAreSpelledAsAPersonWould(String name, String words) {
    assertThat(FileWords.ofColumn(name, spelling)).isEqualTo(words);
  }
}
