package fr.jalon.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.export.Update;
import fr.jalon.engine.export.Updated;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.query.Difference;
import fr.jalon.engine.query.Differences;
import fr.jalon.engine.query.RowsSettings;
import fr.jalon.engine.rule.mend.Proposal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file published to the next one put onto it: what is kept is kept to the letter. */
class UpdateTest {
  private static final String FIRST =
      """
      reference;commune;date;montant;note
      A-001;Orléans;31/01/2024;1 200,50;"deux
      lignes"
      A-002;Tours;01/02/2024;300,00;"dit ""vite"", ici"
      A-003;Blois;02/02/2024;45,10;
      """;

  private static final String SECOND =
      """
      Commune;reference;montant;date;service
      Tours;A-002;350,00;01/02/2024;Sport
      Chécy;A-004;80,00;25/03/2024;
      """;

  @TempDir Path folder;

  @Test
  void appendsToWhatIsPublished() throws Exception {
    Path published = published(FIRST, null);

    Export export = repair(SECOND, Onto.append(published));

    assertThat(export.updated()).isEqualTo(new Updated(Update.APPEND, 3, 0, 2, 0));
    assertThat(export.rows()).isEqualTo(5);
    List<String> before = Files.readAllLines(published);
    List<String> after = Files.readAllLines(csv(export));
    assertThat(after.get(0)).isEqualTo(before.get(0) + ",service");
    // the note of the first row goes on behind a line break
    assertThat(after.get(1)).isEqualTo(before.get(1));
    for (int line = 2; line < before.size(); line++) {
      assertThat(after.get(line)).isEqualTo(before.get(line) + ",");
    }
    assertThat(after.subList(before.size(), after.size()))
        .containsExactly("A-002,Tours,2024-02-01,350.00,,Sport", "A-004,Chécy,2024-03-25,80.00,,");
    assertThat(requireNonNull(requireNonNull(export.after()).profile()).rows()).isEqualTo(5);
  }

  @Test
  void updatesByKeyAndTheDifferenceSaysSo() throws Exception {
    Path published = published(FIRST, null);

    Export export = repair(SECOND, Onto.byKey(published, List.of("reference")));

    assertThat(export.updated()).isEqualTo(new Updated(Update.BY_KEY, 2, 1, 1, 0));
    assertThat(Files.readString(csv(export)))
        .contains("A-002,Tours,2024-02-01,350.00,\"dit \"\"vite\"\", ici\",Sport\n")
        .contains("A-003,Blois,2024-02-02,45.10,,\n")
        .endsWith("A-004,Chécy,2024-03-25,80.00,,\n");
    try (Differences differences =
        new Differences(
            new RowsSettings(folder, folder.resolve("tmp"), 64, 1, 1, Duration.ofSeconds(30)))) {
      Difference difference =
          differences.compare(
              published.resolveSibling("data.parquet"),
              csv(export).resolveSibling("data.parquet"),
              List.of("reference"));
      assertThat(List.of(difference.added(), difference.changed(), difference.gone()))
          .containsExactly(1L, 1L, 0L);
    }
  }

  @Test
  void replacesAsIfNothingWerePublished() throws Exception {
    Path published = published(FIRST, null);

    Export alone = repair(SECOND, null);
    Export replaced = repair(SECOND, new Onto(published, Update.REPLACE, List.of()));

    assertThat(replaced.updated()).isNull();
    assertThat(replaced.files())
        .extracting(Export.Written::sha256)
        .isEqualTo(alone.files().stream().map(Export.Written::sha256).toList());
  }

  /** Nothing new comes: the very bytes that were published come out. */
  @Test
  void changesNoByteWhenNothingIsNew() throws Exception {
    Path published = published(FIRST, null);

    Export appended = repair(FIRST, Onto.append(published));
    Export updated = repair(FIRST, Onto.byKey(published, List.of("reference")));

    assertThat(csv(appended)).hasSameBinaryContentAs(published);
    assertThat(csv(updated)).hasSameBinaryContentAs(published);
    assertThat(appended.updated()).isEqualTo(new Updated(Update.APPEND, 3, 0, 0, 3));
  }

  @Test
  void refusesInWordsAKeyThatSaysNothing() throws Exception {
    Path published = published(FIRST, null);

    Export export = repair(SECOND, Onto.byKey(published, List.of("service")));

    assertThat(export.files()).isEmpty();
    assertThat(requireNonNull(requireNonNull(export.after()).refusal()).code())
        .isEqualTo("update-key-missing");
  }

  @Test
  void travelsAsJson() throws Exception {
    Onto onto = Onto.byKey(Path.of("/un dossier/été.csv"), List.of("id"));
    Export export = repair(SECOND, Onto.append(published(FIRST, null)));

    assertThat(Json.read(Json.write(onto), Onto.class)).isEqualTo(onto);
    assertThat(Json.read(Json.write(export), Export.class).updated()).isEqualTo(export.updated());
  }

  private Path published(String text, @Nullable Onto onto) throws IOException {
    return csv(repair(text, onto));
  }

  private Path csv(Export export) {
    assertThat(export.files()).isNotEmpty();
    return work.resolve("data.csv");
  }

  private Path work = Path.of("");

  private Export repair(String text, @Nullable Onto onto) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    work = Files.createTempDirectory(folder, "work");
    Path file = Files.write(work.resolve("depot.csv"), bytes);
    Source source = new Source(file, "depot.csv", bytes.length, work);
    List<Proposal> certain =
        Engine.inspect(source, InspectOptions.NONE, Noon.CLOCK, Progress.NONE).proposals().stream()
            .filter(Proposal::certain)
            .toList();
    return Engine.repair(source, InspectOptions.NONE, certain, onto, Noon.CLOCK, Progress.NONE);
  }
}
