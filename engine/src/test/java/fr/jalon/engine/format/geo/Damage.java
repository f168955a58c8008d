package fr.jalon.engine.format.geo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.Outcome;
import fr.jalon.engine.format.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/** Spoils a good file in many ways: each must be read or refused, soon, and nothing thrown. */
final class Damage {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int TURNS = 300;

  private final Format format;
  private final String name;
  private final Path file;

  private Damage(Format format, String name, Path file) {
    this.format = format;
    this.name = name;
    this.file = file;
  }

  /** Cuts the file everywhere and changes bytes anywhere; what becomes another format is let be. */
  static void survive(Format format, String name, byte[] whole) {
    try {
      Path folder = Files.createTempDirectory("damage");
      Damage damage = new Damage(format, name, folder.resolve("file"));
      long start = System.nanoTime();
      damage.everywhere(whole);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
      Files.deleteIfExists(damage.file);
      Files.delete(folder);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void everywhere(byte[] whole) throws IOException {
    int step = Math.max(1, whole.length / TURNS);
    for (int length = 0; length < whole.length; length += step) {
      read(Arrays.copyOf(whole, length));
    }
    Random random = new Random(whole.length);
    for (int turn = 0; turn < TURNS; turn++) {
      byte[] changed = whole.clone();
      for (int i = 0; i <= turn % 4; i++) {
        int at = random.nextInt(changed.length);
        changed[at] =
            switch (random.nextInt(4)) {
              case 0 -> (byte) 0xff;
              case 1 -> 0;
              case 2 -> (byte) (changed[at] ^ 1 << random.nextInt(8));
              default -> (byte) random.nextInt(256);
            };
      }
      read(changed);
    }
  }

  private void read(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    if (format.recognizes(new Source(file, name, bytes.length, file.resolveSibling("work")))) {
      Outcome.of(name, bytes);
    }
  }
}
