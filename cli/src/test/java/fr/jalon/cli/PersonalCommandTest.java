package fr.jalon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.RecipeFile;
import fr.jalon.engine.rule.mend.Choice;
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

/** What speaks of people at a prompt: covered, hidden when it is named, told when it is not. */
class PersonalCommandTest {
  private static final String FILE =
      """
      nom;prénom;mobile;montant
      Zyxwarek;Odette;06 71 82 93 04;1 250,50
      Quorbellec;Marius;06 44 55 66 78;12,30
      """;

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path file = Path.of("");
  private Path result = Path.of("");
  private Path recipe = Path.of("");

  @BeforeEach
  void writeAFile() throws IOException {
    file = Files.writeString(folder.resolve("agents.csv"), FILE);
    result = folder.resolve("out.csv");
    recipe = folder.resolve("recipe.json");
  }

  @Test
  void inspectCoversUnlessAsked() throws IOException {
    inspect();
    assertThat(said()).doesNotContain("Zyxwarek", "Odette", "82 93").contains("1 250,50");
    assertThat(said()).contains("personal-data:mask:mobile", "--show-personal");
    out.reset();
    inspect("--json");
    assertThat(said()).doesNotContain("Zyxwarek", "Odette", "82 93");
    out.reset();
    inspect("--show-personal");
    assertThat(said()).contains("Zyxwarek", "Odette");
  }

  @Test
  void nothingIsHiddenUnaskedAndThatIsSaid() throws IOException {
    assertThat(repair("--accept", "all")).isEqualTo(Jalon.DONE);

    assertThat(Files.readString(result)).contains("Zyxwarek,Odette,06 71 82 93 04,1250.50");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("nom", "prénom", "mobile", "--protect")
        .doesNotContain("Zyxwarek");
  }

  @Test
  void whatIsNamedIsHiddenAndReplayed() throws IOException {
    assertThat(
            repair(
                "--protect",
                "personal-data:remove-column:nom,personal-data:group-initial:prénom,"
                    + "personal-data:mask:mobile",
                "--accept",
                "all",
                "--save",
                recipe.toString()))
        .isEqualTo(Jalon.DONE);
    String once = Files.readString(result);
    assertThat(once).contains("prénom,mobile,montant", "O.,[masqué],1250.50");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    Recipe kept = Objects.requireNonNull(RecipeFile.read(Files.readAllBytes(recipe)).recipe());
    assertThat(kept.mends())
        .extracting(Proposal::choice)
        .contains(Choice.REMOVE_COLUMN, Choice.GROUP_INITIAL, Choice.MASK);
    assertThat(Files.readString(recipe)).doesNotContain("Zyxwarek", "Odette", "82 93");

    Files.delete(result);
    assertThat(repair("--recipe", recipe.toString())).isEqualTo(Jalon.DONE);
    assertThat(Files.readString(result)).isEqualTo(once);
  }

  @Test
  void aChoiceThatIsNoneIsRefusedInWords() throws IOException {
    assertThat(repair("--protect", "personal-data:mask:ailleurs")).isEqualTo(Jalon.USAGE);
    assertThat(repair("--protect", "decimal-comma:montant")).isEqualTo(Jalon.USAGE);
    assertThat(repair("--accept", "personal-data:mask:nom")).isEqualTo(Jalon.USAGE);
    assertThat(result).doesNotExist();
  }

  private void inspect(String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of(file.toString()));
    words.addAll(List.of(more));
    assertThat(InspectCommand.run(words, print(out), print(err))).isEqualTo(Jalon.DONE);
  }

  private int repair(String... more) throws IOException {
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
