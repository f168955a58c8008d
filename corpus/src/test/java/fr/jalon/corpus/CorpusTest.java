package fr.jalon.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every file of {@code corpus/files} through the engine and compares with the {@code
 * .expected.json} beside it.
 *
 * <p>After a change made on purpose, rewrite them with {@code -Dupdate} and read the difference:
 * that is the review.
 */
class CorpusTest {
  private static final Path FILES = Path.of("files");
  private static final String EXPECTED = ".expected.json";

  @TempDir Path work;

  @TestFactory
  Stream<DynamicTest> keepsItsPromises() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(FILES)) {
      files =
          walk.filter(Files::isRegularFile)
              .filter(file -> !file.toString().endsWith(EXPECTED))
              .sorted()
              .toList();
    }
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(FILES.relativize(file).toString(), () -> check(file)));
  }

  private void check(Path file) throws IOException {
    Path expected = file.resolveSibling(file.getFileName() + EXPECTED);
    String promise =
        Promise.of(file, Files.createDirectories(work.resolve(file.getFileName().toString())));
    if (System.getProperty("update") != null) {
      Files.writeString(expected, promise);
    }
    assertThat(expected)
        .as("%s has no promise yet: run with -Dupdate, then read what was written", file)
        .exists();
    assertThat(promise)
        .as("The engine no longer reads %s as promised; if on purpose, run with -Dupdate", file)
        .isEqualTo(Files.readString(expected));
  }
}
