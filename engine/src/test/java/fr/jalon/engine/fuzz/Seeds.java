package fr.jalon.engine.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Small files that readers take, for the fuzzer to start from. */
final class Seeds {
  private static final int LARGEST = 1 << 15;

  private Seeds() {}

  private static final List<Path> FOLDERS =
      List.of(Path.of("src/test/resources/fuzz"), Path.of("../corpus/files"));

  /** Those of ours with the endings of the subject. */
  static List<byte[]> of(Subject subject) throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (Path file : files()) {
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      boolean ours = subject.endings().stream().anyMatch(ending -> name.endsWith("." + ending));
      if (ours && !name.endsWith(".expected.json") && Files.size(file) <= LARGEST) {
        seeds.add(Files.readAllBytes(file));
      }
    }
    return seeds;
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : FOLDERS) {
      try (Stream<Path> walk = Files.walk(folder)) {
        walk.filter(Files::isRegularFile).sorted().forEach(files::add);
      }
    }
    return files;
  }
}
