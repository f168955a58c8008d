package fr.jalon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is promised of the detection of personal data, on a sample of the tables of the bench. */
class PersonalDataTest {
  /** Seed and size of the sample, not those that the detector was tuned on. */
  private static final long SEED = 7;

  private static final int PEOPLE = 160;
  private static final int LOOK_ALIKES = 80;

  private static final double RECALL = 0.98;
  private static final double NAMES_WITHOUT_HEADER = 0.95;
  private static final double PRECISION = 0.95;
  private static final double CELLS = 0.95;
  private static final double ALARMS = 0.01;

  @Test
  void seesWhatTablesTellOfPeopleAndLittleElse() throws Exception {
    PersonalScores scores = PersonalScores.of(PersonalFiles.of(SEED, PEOPLE, LOOK_ALIKES));

    assertThat(scores.columns()).hasSizeGreaterThanOrEqualTo(13);
    scores
        .columns()
        .forEach(
            (category, count) -> {
              boolean name = category.endsWith("name");
              assertThat(count.recall())
                  .as("recall of " + category + " " + scores.faults())
                  .isGreaterThanOrEqualTo(name ? NAMES_WITHOUT_HEADER : RECALL);
              assertThat(count.precision())
                  .as("precision of " + category + " " + scores.faults())
                  .isGreaterThanOrEqualTo(PRECISION);
            });
    assertThat(scores.textCells().recall()).isGreaterThanOrEqualTo(CELLS);
    assertThat(scores.textCells().precision()).isGreaterThanOrEqualTo(CELLS);
    assertThat(scores.phoneCells().recall()).isGreaterThanOrEqualTo(CELLS);
    assertThat(scores.phoneCells().precision()).isGreaterThanOrEqualTo(CELLS);
    assertThat(scores.alarms()).as(scores.faults().toString()).isLessThanOrEqualTo(ALARMS);
  }

  @Test
  void thePublishedFilesAreThoseOfTheGenerator(@TempDir Path folder) throws Exception {
    PersonalCorpus.write(PersonalCorpus.published(), folder);

    for (Path file : files(folder)) {
      assertThat(Files.readString(Path.of("personal-data").resolve(file.getFileName())))
          .as("./jalon bench personal-data --write bench/personal-data")
          .isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    }
  }

  private static List<Path> files(Path folder) throws Exception {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
