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

  /** Those of the corpus with the endings of the subject. */
  static List<byte[]> of(Subject subject, Path corpus) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(corpus)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    List<byte[]> seeds = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      boolean ours = subject.endings().stream().anyMatch(ending -> name.endsWith("." + ending));
      if (ours && !name.endsWith(".expected.json") && Files.size(file) <= LARGEST) {
        seeds.add(Files.readAllBytes(file));
      }
    }
    return seeds;
  }
}
