package fr.jalon.engine.personal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalTextsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Rappeler Mme Martinage ce soir | [FULL_NAME] | Rappeler Mme M••••• ce soir",
        "M. et Mme Fauvel sont venus hier | [FULL_NAME] | M. et Mme F••••• sont venus hier",
        "Odile Martinage a écrit une lettre | [FULL_NAME] | O••••• M••••• a écrit une lettre",
        "MARTINAGE Odile doit être rappelée | [FULL_NAME] | M••••• O••••• doit être rappelée",
        "appeler le 06.12.34.56.78 | [MOBILE] | appeler le 06.••.••.••.78",
        "chez elle au 01 99 00 10 10 | [LAND_LINE] | chez elle au 01 •• •• •• 10",
        "mairie au 01 99 00 10 10 | [] | mairie au 01 99 00 10 10",
        "écrire à odile.martinage@orange.fr | [EMAIL] | écrire à o•••••@orange.fr",
        "écrire à accueil@olivet.fr | [] | écrire à accueil@olivet.fr",
        "habite 12 rue Haute depuis toujours | [HOME_ADDRESS] | habite •••••• r••••• H••••• d••••• t•••••",
        "née le 12/03/1981, dossier à revoir | [BIRTH_DATE] | née le ••/••/••••, dossier à revoir",
        "il est en arrêt maladie depuis mars | [HEALTH] | il est e••••• a••••• m••••• depuis mars",
        "rue du Docteur Jean Martin, côté pair | [] | rue du Docteur Jean Martin, côté pair",
        "prix remis par Madame la Préfète ici | [] | prix remis par Madame la Préfète ici",
        "Concert en hommage à Georges Brassens | [] | Concert en hommage à Georges Brassens"
      })
  void seesWhatATextTellsOfSomeone(String text, String seen, String masked) {
    assertThat(PersonalTexts.look(text)).hasToString(seen);
    assertThat(PersonalTexts.masked(text)).isEqualTo(masked);
  }
}
