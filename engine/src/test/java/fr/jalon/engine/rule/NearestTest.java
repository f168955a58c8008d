package fr.jalon.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.TextTable;
import fr.jalon.engine.profile.Profiler;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final String NATURE =
      "aide en numéraire/aide en nature/aide en nature;aide en numéraire";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        NATURE + " | Aide en numéraire | aide en numéraire",
        NATURE + " | aide en numeraire | aide en numéraire",
        NATURE + " | aide en numéraires | aide en numéraire",
        NATURE + " | aide en numérarie | aide en numéraire",
        NATURE + " | Numéraire | aide en numéraire",
        NATURE + " | En nature | aide en nature",
        NATURE + " | nature et numéraire | nature et numéraire",
        NATURE + " | aide | aide",
        NATURE + " | Subvention | Subvention",
        NATURE + " | Mise à disposition de salle | Mise à disposition de salle",
        "non conforme | conforme | conforme",
        "zone 12/zone 13 | zone 14 | zone 14",
        "public/privé | publics | public",
        "oui/non | oue | oue",
        "matinée/matines | matine | matines"
      })
  void choosesOneOfTheListOrNone(String allowed, String text, String chosen) throws Exception {
    List<String> list = Arrays.asList(allowed.split("/"));

    var values = Profiler.profile(TextTable.of("v\n" + text), block -> {}).values().get(0);

    assertThat(Nearest.pairs(values, list).getOrDefault(text, text)).isEqualTo(chosen);
  }
}
