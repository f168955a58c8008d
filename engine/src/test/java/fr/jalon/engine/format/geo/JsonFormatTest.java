package fr.jalon.engine.format.geo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.format.Outcome;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.table.SheetSummary;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonFormatTest {
  @Test
  void readsAListOfObjectsWhoseKeysVary() {
    Outcome outcome = read("[{\"a\":1,\"b\":\"x\"},{\"b\":\"y\",\"c\":null},{\"c\":3}]");
    assertThat(outcome.columns()).containsExactly("a", "b", "c");
    assertThat(outcome.lines()).containsExactly("1 | x | ", " | y | ", " |  | 3");
    assertThat(outcome.reading().format()).isEqualTo("json");
  }

  @Test
  void findsTheLongestListInsideAnEnvelope() {
    String json =
        "{\"meta\":{\"pages\":[{\"n\":1}]},\"marches\":{\"marche\":[{\"id\":\"1\",\"acheteur\":"
            + "{\"id\":\"214\"},\"titulaires\":[{\"id\":1}]},{\"id\":\"2\"}]}}";
    Outcome outcome = read(json);
    assertThat(outcome.reading().sheet()).isEqualTo("marches.marche");
    assertThat(outcome.reading().sheets())
        .extracting(SheetSummary::name)
        .containsExactly("meta.pages", "marches.marche");
    assertThat(outcome.lines()).containsExactly("1 | 214 | [{\"id\":1}]", "2 |  | ");
    ReadOptions options = ReadOptions.NONE.withSheet("meta.pages");
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    assertThat(Outcome.of("a.json", bytes, options).lines()).containsExactly("1");
  }

  @Test
  void readsObjectsOneALine() {
    assertThat(read("{\"a\":1}\n{\"a\":2}\n").lines()).containsExactly("1", "2");
  }

  @Test
  void readsOneObjectAsOneRow() {
    assertThat(read("{\"a\":1,\"b\":2}").lines()).containsExactly("1 | 2");
  }

  @Test
  void readsListsOfListsWithTheirHeader() {
    Outcome outcome = read("[[\"nom\",\"age\"],[\"Léa\",12],[\"Tom\",9]]");
    assertThat(outcome.columns()).containsExactly("nom", "age");
    assertThat(outcome.lines()).containsExactly("Léa | 12", "Tom | 9");
  }

  @Test
  void keepsTwoKeysThatDifferByTheirCase() {
    assertThat(read("[{\"Nom\":1,\"nom\":2}]").columns()).containsExactly("Nom", "nom_2");
  }

  @Test
  void lastValueOfARepeatedKeyHolds() {
    assertThat(read("[{\"a\":1,\"a\":2}]").lines()).containsExactly("2");
  }

  @Test
  void refusesWhatHoldsNoRecord() {
    assertThat(read("[]").refusal()).isEqualTo("json-without-records");
  }

  @Test
  void refusesBrokenAndDeepJson() {
    assertThat(read("[{\"a\":1},{\"a\":").refusal()).isEqualTo("corrupt-json");
    assertThat(read("[".repeat(10_000)).refusal()).isEqualTo("json-too-deep");
    assertThat(read("{\"a\":".repeat(10_000)).refusal()).isEqualTo("json-too-deep");
  }

  private static Outcome read(String json) {
    return Outcome.of("essai.json", json);
  }
}
