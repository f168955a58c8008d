package fr.jalon.engine.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrosstabTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Équipement;2019;2020;2021|Année|Valeur|2019;2020;2021",
        "Saison;2019-2020;2020-2021;2021-2022|Année|Valeur|2019-2020;2020-2021;2021-2022",
        "Commune;Sortants en 1990;Sortants en 1999;Sortants en 2006|Année|Sortants|1990;1999;2006",
        "Commune;pop_2010;pop_2015;pop_2020;Source|Année|pop|2010;2015;2020",
        "Rue;janvier;février;mars;avril|Mois|Valeur|janvier;février;mars;avril",
        "Site;01/2023;02/2023;03/2023|Mois|Valeur|01/2023;02/2023;03/2023",
        "Site;T1;T2;T3;T4|Trimestre|Valeur|T1;T2;T3;T4",
        "École;CP;CE1;CE2;CM1;CM2|Classe|Valeur|CP;CE1;CE2;CM1;CM2",
        "Quartier;0-14 ans;15 à 29 ans;30-59 ans;60 ans et plus|Âge|Valeur|0-14 ans;15 à 29 ans;30-59 ans;60 ans et plus",
        "Salle;lundi;mardi;mercredi;jeudi|Jour|Valeur|lundi;mardi;mercredi;jeudi"
      })
  void seesASeries(String names, String name, String value, String labels) {
    Crosstab crosstab =
        Objects.requireNonNull(Crosstab.of(List.of(names.split(";")), column -> true));
    assertThat(crosstab.name()).isEqualTo(name);
    assertThat(crosstab.value()).isEqualTo(value);
    assertThat(crosstab.labels()).containsExactly(labels.split(";"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Commune;Population;Superficie;Densité",
        "Commune;2022;2023",
        "2019;2020;2021",
        "Commune;Hommes 2022;Femmes 2022;Hommes 2023;Femmes 2023",
        "Code;Nom;Adresse;Ville;2019;2020;2021",
        "Rue;Début 2019;Fin 2020;Durée 2021"
      })
  void seesNoneInOrdinaryNames(String names) {
    assertThat(Crosstab.of(List.of(names.split(";")), column -> true)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Équipement;2019;2020;2021"})
  void seesNoneWhereColumnsHoldWords(String names) {
    assertThat(Crosstab.of(List.of(names.split(";")), column -> column < 2)).isNull();
  }
}
