package fr.jalon.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.profile.Territory.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrenchTerritoriesTest {
  private final FrenchTerritories all = FrenchTerritories.all();

  @Test
  void theSmallestTerritoryIsTheOneThatHoldsThemAll() {
    assertThat(all.smallest(List.of("45232"))).hasValue(commune("45232", "Olivet"));
    assertThat(all.smallest(List.of("45232", "45147", "45234")).map(Territory::level))
        .as("three communes of Orléans Métropole")
        .hasValue(Level.EPCI);
    assertThat(all.smallest(List.of("45232", "45208")).map(Territory::name)).hasValue("Loiret");
    assertThat(all.smallest(List.of("45232", "18033")).map(Territory::name))
        .hasValue("Centre-Val de Loire");
    assertThat(all.smallest(List.of("45232", "34172"))).hasValue(FrenchTerritories.FRANCE);
    assertThat(all.smallest(List.of("99999", "45232"))).hasValue(commune("45232", "Olivet"));
    assertThat(all.smallest(List.of("99999"))).isEmpty();
  }

  @Test
  void arrondissementsAreOfTheirCommune() {
    assertThat(all.smallest(List.of("75107", "75112"))).hasValue(commune("75056", "Paris"));
    assertThat(all.holds(commune("75056", "Paris"), "75112")).isTrue();
    assertThat(all.holds(commune("69123", "Lyon"), "69387")).isTrue();
    assertThat(all.holds(commune("13055", "Marseille"), "13210")).isTrue();
  }

  @Test
  void aTerritoryKnowsWhatIsAroundIt() {
    assertThat(all.around(commune("45232", "Olivet")))
        .extracting(Territory::name)
        .containsExactly("Olivet", "Orléans Métropole", "Loiret", "Centre-Val de Loire", "France");
    assertThat(all.around(new Territory(Level.DEPARTEMENT, "974", "La Réunion")))
        .extracting(Territory::level)
        .containsExactly(Level.DEPARTEMENT, Level.REGION, Level.COUNTRY);
  }

  @Test
  void everyDepartementHasItsRegionAndEveryCommuneItsDepartement() {
    for (String insee : List.of("01001", "2A004", "97105", "97411", "59350", "78311")) {
      assertThat(all.around(all.find(Level.COMMUNE, insee).orElseThrow()))
          .extracting(Territory::level)
          .contains(Level.DEPARTEMENT, Level.REGION);
    }
  }

  @Test
  void postalCodesLeadToTheirCommunes() {
    assertThat(all.communesOfPostalCode("76600")).contains("76351");
    assertThat(all.communesOfPostalCode("45160")).contains("45232").hasSizeGreaterThan(1);
    assertThat(all.communesOfPostalCode("00000")).isEmpty();
  }

  @Test
  void namesAreJoinedAsInseeSays() {
    assertThat(all.findLink("Olivet")).hasValue(NameLink.VOWEL);
    assertThat(all.findLink("Houilles")).hasValue(NameLink.VOWEL);
    assertThat(all.findLink("Haguenau")).hasValue(NameLink.CONSONANT);
    assertThat(all.findLink("Le Havre")).hasValue(NameLink.LE);
    assertThat(all.findLink(new Territory(Level.DEPARTEMENT, "36", "Indre"))).hasValue(NameLink.L);
    assertThat(all.findLink("Nulle-Part")).isEmpty();
  }

  private static Territory commune(String code, String name) {
    return new Territory(Level.COMMUNE, code, name);
  }
}
