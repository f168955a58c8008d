package fr.jalon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.RecipeFile;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.Recipe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code repair --save} and {@code repair --recipe}, with recipes that anyone may have written. */
class RecipesTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path last = Path.of("");
  private Path next = Path.of("");
  private Path result = Path.of("");
  private Path recipe = Path.of("");

  @BeforeEach
  void writeFiles() throws IOException {
    last = folder.resolve("2022.csv");
    next = folder.resolve("2023.csv");
    result = folder.resolve("out.csv");
    recipe = folder.resolve("recipe.json");
    Files.writeString(
        last,
        """
        nom;montant
        Amicale laïque ;1 250,50
        Chorale d'été;804,25
        À cœur joie;2 000,75
        """);
    Files.writeString(
        next,
        """
        nom;montant
         Œuvre de l'Île;1 320,50
        Chorale d'été ;910,25
        """);
  }

  @Test
  void whatWasAcceptedIsReplayedOnTheNextFile() throws IOException {
    assertThat(repair(last, "--accept", "all", "--save", recipe.toString())).isEqualTo(Jalon.DONE);
    Recipe kept = Objects.requireNonNull(RecipeFile.read(Files.readAllBytes(recipe)).recipe());
    assertThat(kept.name()).isEqualTo("2022.csv");
    assertThat(kept.mends())
        .extracting(Proposal::rule)
        .contains("surrounding-spaces", "decimal-comma");

    assertThat(repair(next, "--recipe", recipe.toString())).isEqualTo(Jalon.DONE);
    assertThat(Files.readString(result))
        .contains("Œuvre de l'Île,1320.50")
        .contains("Chorale d'été,910.25");
  }

  @Test
  void whatDoesNotFitIsLeftOutAndSaid() throws IOException {
    write(
        """
        {"version":1,"name":"x","mends":[
          {"id":"a","repair":"?","mend":{"type":"drop-columns","columns":[{"name":"ailleurs"}]}},
          {"id":"b","repair":"?","mend":{"type":"edit-cells","edits":[
            {"column":{"name":"nom","letters":"A"},"row":2,"before":"autre","after":"pire"}]}},
          {"id":"c","repair":"?","mend":{"type":"rename","names":[
            {"column":{"name":"nom"},"to":"montant"}]}},
          {"id":"d","repair":"?","mend":{"type":"rename","names":[
            {"column":{"name":"nom"},"to":"montant"},{"column":{"name":"montant"},"to":"nom"}]}},
          {"id":"e","repair":"?","mend":{"type":"guess"}}]}
        """);

    assertThat(repair(last, "--recipe", recipe.toString())).isEqualTo(Jalon.DONE);
    assertThat(said().lines().filter(line -> line.startsWith("  ")))
        .as("each is told, with why")
        .hasSize(5);
    assertThat(Files.readString(result))
        .startsWith("nom,montant")
        .contains("Amicale laïque ")
        .doesNotContain("pire");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[1,2]",
        "{\"version\":1,\"mends\":[null]}",
        "{\"version\":1,\"mends\":[{\"id\":null,\"repair\":null}]}",
        "{\"version\":1,\"mends\":[{\"id\":\"a\",\"repair\":\"a\",\"mend\":{\"type\":\"convert\"}}]}",
        "{\"version\":1,\"mends\":[{\"id\":\"a\",\"repair\":\"a\",\"mend\":{\"type\":\"convert\","
            + "\"columns\":[{\"name\":\"nom\"}],\"conversion\":{\"type\":\"write-dates\"}}}]}",
        "{\"version\":9,\"mends\":[]}"
      })
  void whatIsNoRecipeIsRefusedInWordsAndNothingIsWritten(String text) throws IOException {
    write(text);

    assertThat(repair(last, "--recipe", recipe.toString())).isEqualTo(Jalon.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8)).isNotBlank().doesNotContain("Exception");
    assertThat(result).doesNotExist();
  }

  @Test
  void aRecipeThatIsNotThereOrTooLargeIsRefused() throws IOException {
    assertThat(repair(last, "--recipe", recipe.toString())).isEqualTo(Jalon.USAGE);
    assertThat(repair(last, "--recipe", folder.toString())).isEqualTo(Jalon.USAGE);
    write("{\"version\":1,\"name\":\"" + "x".repeat(RecipeFile.LARGEST) + "\",\"mends\":[]}");
    assertThat(repair(last, "--recipe", recipe.toString())).isEqualTo(Jalon.USAGE);
    assertThat(result).doesNotExist();
  }

  private void write(String text) throws IOException {
    Files.writeString(recipe, text);
  }

  private int repair(Path file, String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of(file.toString(), "-o", result.toString()));
    words.addAll(List.of(more));
    return RepairCommand.run(words, print(out), print(err));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
