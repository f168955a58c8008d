package fr.jalon.engine.rule.mend;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestoreZerosTest {
  /** Stored before rows were told apart, and before addresses were looked at. */
  @Test
  void readsWhatFormerVersionsStored() throws Exception {
    String stored =
        """
        {"type": "restore-zeros", "column": {"name": "CP", "letters": "A"}, "code": "POSTAL",
         "beside": {"countries": [{"name": "Pays", "letters": "B"}], "towns": [], "codes": []}}
        """;

    ColumnRef country = new ColumnRef("Pays", "B");
    Whereabouts beside =
        new Whereabouts(List.of(country), List.of(), List.of(), List.of(), List.of());
    assertThat(Json.read(stored, Mend.class))
        .isEqualTo(
            new RestoreZeros(new ColumnRef("CP", "A"), Code.POSTAL, beside, RestoreZeros.Rows.ALL));
  }
}
