package fr.jalon.portal.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Json;
import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.engine.profile.ValueType;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  @Test
  void isStoredAsBeforeFormatsAndTypesHadTheirOwn() {
    String stored =
        """
        {"export":{"after":null,"files":[{"file":"data.csv","format":"csv","size":12,\
        "sha256":"ab","rows":3}],"columns":[{"name":"n","type":"integer","kind":"integer",\
        "title":"n","role":null}],"rows":3},"distributions":[{"format":"csv","sha256":"ab",\
        "size":12,"rows":3},{"format":"geojson","sha256":"cd","size":9,"rows":2}]}\
        """;
    Outcome outcome = Json.read(stored, Outcome.class);
    assertThat(outcome.export().columns().get(0).type()).isEqualTo(ValueType.INTEGER);
    assertThat(outcome.distributions().get(1).format()).isEqualTo(WrittenFormat.GEOJSON);
    assertThat(Json.write(outcome))
        .isEqualTo(
            stored
                .replace(
                    "\"rows\":3},\"distributions",
                    "\"rows\":3,\"leftOut\":[],\"updated\":null},\"distributions")
                .replace("\"rows\":2}]}", "\"rows\":2}],\"compared\":null}"));
  }
}
