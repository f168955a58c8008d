package fr.jalon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Inspection;
import fr.jalon.engine.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the commands print. Rewrite the golden text with {@code -Dupdate}, then read the difference.
 */
class InspectCommandTest {
  private static final Path GOLDEN = Path.of("src/test/resources/inspect/subventions.txt");

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path file = Path.of("");

  @BeforeEach
  void writeAFile() throws IOException {
    file = folder.resolve("subventions.csv");
    Files.writeString(
        file,
        """
        Commune de Saint-Exemple;;
        Subventions 2021;;
        nom;date;montant
        Amicale laïque;12/03/2021;1 250,50
        Chorale d'été;04/06/2021;800,00
        À cœur joie;17/09/2021;2 000,00
        TOTAL;;4 050,50
        """,
        Charset.forName("windows-1252"));
  }

  @Test
  void tellsAPersonWhatItReadAndWhatItWouldPutRight() throws IOException {
    assertThat(inspect(file.toString())).isEqualTo(Jalon.DONE);
    if (System.getProperty("update") != null) {
      Files.createDirectories(Objects.requireNonNull(GOLDEN.getParent()));
      Files.writeString(GOLDEN, said());
    }
    assertThat(said()).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void givesAProgramOneDocumentAFileOneALineWhenSeveral() throws IOException {
    assertThat(inspect(file.toString(), file.toString(), "--json")).isEqualTo(Jalon.DONE);
    assertThat(said().lines())
        .hasSize(2)
        .allSatisfy(
            line -> {
              Inspection inspection = Json.read(line, Inspection.class);
              assertThat(inspection.name()).isEqualTo("subventions.csv");
              assertThat(Objects.requireNonNull(inspection.reading()).headerRows())
                  .containsExactly(3L);
              assertThat(inspection.reading().encoding()).isEqualTo("windows-1252");
            });
  }

  @Test
  void givesAFileThatCannotBeReadItsLineToo() throws IOException {
    Path empty = Files.createFile(folder.resolve("vide.csv"));
    assertThat(inspect(empty.toString(), file.toString(), "--json")).isEqualTo(Jalon.UNREADABLE);
    List<Inspection> documents =
        said().lines().map(line -> Json.read(line, Inspection.class)).toList();
    assertThat(documents)
        .extracting(Inspection::name)
        .containsExactly("vide.csv", file.getFileName().toString());
    assertThat(Objects.requireNonNull(documents.get(0).refusal()).code()).isEqualTo("empty-file");
  }

  @Test
  void readsOneFileAsItIsTold() throws IOException {
    assertThat(inspect(file.toString(), "--json", "--header", "none")).isEqualTo(Jalon.DONE);
    Inspection inspection = Json.read(said(), Inspection.class);
    assertThat(Objects.requireNonNull(inspection.reading()).headerRows()).isEmpty();
    assertThat(inspect(file.toString(), file.toString(), "--header", "1")).isEqualTo(Jalon.USAGE);
  }

  @Test
  void endsWithOneWhenAFileCannotBeRead() throws IOException {
    Path empty = Files.createFile(folder.resolve("vide.csv"));
    assertThat(inspect(empty.toString())).isEqualTo(Jalon.UNREADABLE);
    assertThat(inspect(folder.resolve("absent.csv").toString())).isEqualTo(Jalon.UNREADABLE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("absent.csv");
  }

  @Test
  void printsNothingThatCouldCommandATerminal() throws IOException {
    Files.writeString(file, "nom;n\u001b[2J\nA\u001b]0;x\u0007;1\nB\u202e;2\n");
    assertThat(inspect(file.toString())).isEqualTo(Jalon.DONE);
    assertThat(said()).contains("A?]0", "B?").doesNotContain("\u001b").doesNotContain("\u202e");
  }

  @Test
  void refusesAnOptionItDoesNotKnow() throws IOException {
    assertThat(inspect(file.toString(), "--joson")).isEqualTo(Jalon.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("--joson").contains("json");
  }

  @Test
  void repairsWhatIsCertainIntoTheFormatOfTheName() throws IOException {
    Path target = folder.resolve("propre.csv");
    int exit =
        RepairCommand.run(
            List.of(file.toString(), "-o", target.toString()), stream(out), stream(err));
    assertThat(exit).isEqualTo(Jalon.DONE);
    assertThat(Files.readString(target))
        .isEqualTo(
            """
            nom,date,montant
            Amicale laïque,2021-03-12,1250.50
            Chorale d'été,2021-06-04,800.00
            À cœur joie,2021-09-17,2000.00
            """);
  }

  @Test
  void repairsIntoAFolderThatIsNotThereYet() throws IOException {
    Path target = folder.resolve("sorties/2024/propre.csv");
    assertThat(repair("-o", target.toString())).isEqualTo(Jalon.DONE);
    assertThat(target).isNotEmptyFile();
  }

  @Test
  void neverReplacesTheFileItRepairs() throws IOException {
    byte[] before = Files.readAllBytes(file);
    assertThat(repair("-o", file.toString())).isEqualTo(Jalon.USAGE);
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void appliesNothingWhenARepairIsNotKnown() throws IOException {
    Path target = folder.resolve("propre.csv");
    assertThat(repair("-o", target.toString(), "--accept", "write-dates:date,foo"))
        .isEqualTo(Jalon.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("'foo'");
    assertThat(target).doesNotExist();
  }

  @Test
  void acceptsARepairOfAColumnWhoseNameHoldsAComma() throws IOException {
    Files.writeString(file, "nom;Prix, HT\nStylo;1,50\nGomme;0,80\nRègle;2,10\n");
    Path target = folder.resolve("propre.csv");
    assertThat(repair("-o", target.toString(), "--accept", "write-decimals:Prix, HT"))
        .isEqualTo(Jalon.DONE);
    assertThat(target).content().contains("1.50");
  }

  private int repair(String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of(file.toString()));
    all.addAll(List.of(words));
    return RepairCommand.run(all, stream(out), stream(err));
  }

  private int inspect(String... words) throws IOException {
    return InspectCommand.run(List.of(words), stream(out), stream(err));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
