package fr.jalon.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code ./jalon bench personal-data}: what is seen of people in files whose truth is known. */
final class PersonalDataBench {
  private PersonalDataBench() {}

  static void run(long seed, int files, int worst, String folder) throws IOException {
    List<PersonalFile> all = PersonalFiles.of(seed, files * 2 / 3, files / 3);
    if (!folder.isEmpty()) {
      PersonalCorpus.write(PersonalCorpus.published(), Path.of(folder));
    }
    PersonalScores scores = PersonalScores.of(all);
    System.out.println("Personal data (seed " + seed + ", " + all.size() + " files)\n");
    System.out.print(scores.table());
    scores.faults().stream().limit(worst).forEach(fault -> System.out.println("  " + fault));
  }
}
