package fr.jalon.portal.deposit.describe;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.profile.Territory;
import fr.jalon.engine.profile.Territory.Level;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrenchNamesTest {
  @ParameterizedTest
  @CsvSource({
    "Olivet, d’Olivet, qu’Olivet",
    "Orléans, d’Orléans, qu’Orléans",
    "Tours, de Tours, que Tours",
    "Le Mans, du Mans, que Le Mans",
    "Le Havre, du Havre, que Le Havre",
    "La Chapelle-Saint-Mesmin, de La Chapelle-Saint-Mesmin, que La Chapelle-Saint-Mesmin",
    "Les Aix-d'Angillon, des Aix-d’Angillon, que Les Aix-d’Angillon",
    "L'Île-Bouchard, de L’Île-Bouchard, que L’Île-Bouchard",
    "Aux Marais, des Marais, que Aux Marais",
    "Los Masos, de Los Masos, que Los Masos",
    "Houilles, d’Houilles, qu’Houilles",
    "Hyères, d’Hyères, qu’Hyères",
    "Haguenau, de Haguenau, que Haguenau",
    "Huisseau-sur-Mauves, d’Huisseau-sur-Mauves, qu’Huisseau-sur-Mauves",
    "Yvetot, d’Yvetot, qu’Yvetot",
    "Épernay, d’Épernay, qu’Épernay",
    "Œuilly, d’Œuilly, qu’Œuilly",
    "Nulle-Part-sur-Rien, de Nulle-Part-sur-Rien, que Nulle-Part-sur-Rien",
    "Les Aubrais, des Aubrais, que Les Aubrais"
  })
  void communesAreJoinedAsInseeSays(String name, String of, String that) {
    assertThat(FrenchNames.of(name)).isEqualTo(of);
    assertThat(FrenchNames.that(name)).isEqualTo(that);
  }

  @ParameterizedTest
  @CsvSource({
    "DEPARTEMENT, 45, Loiret, du Loiret, le département du Loiret",
    "DEPARTEMENT, 36, Indre, de l’Indre, le département de l’Indre",
    "DEPARTEMENT, 37, Indre-et-Loire, d’Indre-et-Loire, le département d’Indre-et-Loire",
    "DEPARTEMENT, 86, Vienne, de la Vienne, le département de la Vienne",
    "DEPARTEMENT, 40, Landes, des Landes, le département des Landes",
    "DEPARTEMENT, 49, Maine-et-Loire, de Maine-et-Loire, le département de Maine-et-Loire",
    "REGION, 24, Centre-Val de Loire, du Centre-Val de Loire, la région Centre-Val de Loire",
    "REGION, 11, Île-de-France, d’Île-de-France, la région Île-de-France",
    "EPCI, 1, CC du Pays de Fayence, de la communauté de communes du Pays de Fayence, la communauté de communes du Pays de Fayence",
    "EPCI, 2, CA Bourges Plus, de la communauté d’agglomération Bourges Plus, la communauté d’agglomération Bourges Plus",
    "EPCI, 3, Orléans Métropole, d’Orléans Métropole, Orléans Métropole",
    "COMMUNE, 45232, Olivet, d’Olivet, la commune d’Olivet",
    "COUNTRY, FR, France, de France, la France"
  })
  void territoriesHaveTheirArticles(Level level, String code, String name, String of, String full) {
    Territory place = new Territory(level, code, name);

    assertThat(FrenchNames.of(place)).isEqualTo(of);
    assertThat(FrenchNames.full(place)).isEqualTo(full);
  }
}
