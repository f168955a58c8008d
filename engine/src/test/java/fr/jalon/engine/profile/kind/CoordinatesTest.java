package fr.jalon.engine.profile.kind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinatesTest {
  @ParameterizedTest
  @CsvSource({
    "Orléans, 1.9093, 47.9029",
    "Bonifacio, 9.1595, 41.3874",
    "Pointe-à-Pitre, -61.5331, 16.2411",
    "Fort-de-France, -61.0742, 14.6037",
    "Cayenne, -52.3269, 4.9372",
    "Saint-Denis, 55.4481, -20.8789",
    "Mamoudzou, 45.2283, -12.7806",
    "Saint-Pierre, -56.1738, 46.7811",
    "Miquelon, -56.3811, 47.1003",
    "Marigot, -63.0822, 18.0679",
    "Gustavia, -62.8498, 17.8957",
    "Papeete, -149.5665, -17.5373",
    "Taiohae, -140.1033, -8.9106",
    "Rikitea, -134.9692, -23.1203",
    "Nouméa, 166.4416, -22.2711",
    "Vao, 167.4866, -22.6678",
    "Tadine, 167.8821, -21.5489",
    "Mata-Utu, -176.1761, -13.2825",
    "Leava, -178.1586, -14.2961"
  })
  void knowsTheTownsOfFranceAndNotTheirCoordinatesSwapped(
      String town, double longitude, double latitude) {
    assertThat(Coordinates.inFrance(longitude, latitude)).as(town).isTrue();
    assertThat(Coordinates.inFrance(latitude, longitude)).as(town + " swapped").isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "the middle of nowhere, 0, 0",
    "London, -0.1276, 51.5072",
    "Port-Vila, 168.3219, -17.7333",
    "Apia, -171.7514, -13.8333",
    "Saint John's, -61.8447, 17.1175",
    "Grand Bank, -55.7586, 47.1004",
    "Rarotonga, -159.7777, -21.2292",
    "Fiji, 178.4419, -18.1416"
  })
  void leavesTheNeighborsOut(String town, double longitude, double latitude) {
    assertThat(Coordinates.inFrance(longitude, latitude)).as(town).isFalse();
  }
}
