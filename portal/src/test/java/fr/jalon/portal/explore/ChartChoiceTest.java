package fr.jalon.portal.explore;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.Description;
import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.catalog.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChartChoiceTest {
  @Test
  void addsUpAmountsAndNeitherYearsNorPlaces() {
    Version version =
        version(
            column("montant", ValueType.DECIMAL, Kinds.DECIMAL),
            column("agents", ValueType.INTEGER, Kinds.INTEGER),
            column("exercice", ValueType.INTEGER, Kinds.YEAR),
            column("y", ValueType.DECIMAL, Kinds.LAMBERT93_Y),
            column("nord", ValueType.DECIMAL, Kinds.LATITUDE),
            column("siret", ValueType.TEXT, Kinds.SIRET));
    assertThat(ChartChoice.measures(version))
        .extracting(ColumnDescription::name)
        .containsExactly("montant", "agents");
  }

  @Test
  void neitherAddsUpNorAveragesNumbersThatName() {
    Version version =
        version(
            column("hauteur", ValueType.INTEGER, Kinds.INTEGER),
            column("taux", ValueType.DECIMAL, Kinds.DECIMAL),
            column("code_voie", ValueType.INTEGER, Kinds.INTEGER),
            column("idArbre", ValueType.INTEGER, Kinds.INTEGER),
            column("numero", ValueType.INTEGER, Kinds.INTEGER),
            new ColumnDescription(
                "compteur", ValueType.INTEGER, Kinds.INTEGER, "c", "", null, 20, 20, "1", "20"),
            new ColumnDescription(
                "petit", ValueType.INTEGER, Kinds.INTEGER, "p", "", null, 19, 19, "1", "19"));
    assertThat(ChartChoice.numbers(version))
        .extracting(ColumnDescription::name)
        .containsExactly("hauteur", "taux", "petit");
    assertThat(ChartChoice.measures(version))
        .extracting(ColumnDescription::name)
        .containsExactly("hauteur", "petit");
    assertThat(ChartChoice.kinds(version)).containsExactly(ChartKind.SPREAD, ChartKind.PAIRS);
  }

  private static ColumnDescription column(String name, ValueType type, Kind kind) {
    return new ColumnDescription(name, type, kind, name, "", null, 50, 40, "1", "9");
  }

  private static Version version(ColumnDescription... columns) {
    UUID id = new UUID(0, 1);
    Description description =
        new Description(
            "Titre",
            "",
            List.of(),
            null,
            null,
            License.values()[0],
            null,
            UpdateFrequency.values()[0],
            null,
            null);
    return new Version(
        id,
        id,
        1,
        description,
        List.of(columns),
        List.of(),
        50,
        null,
        List.of(),
        List.of(),
        Instant.EPOCH,
        id,
        null,
        null,
        null,
        null);
  }
}
