package fr.jalon.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.jalon.engine.format.Formats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs Jazzer on the readers, all together for three quarters of a minute, or one of them and
 * longer with {@code ./jalon fuzz}: in a process of its own, whose memory is what a worker of the
 * portal has.
 *
 * <p>What the fuzzer learnt stays in {@code target/fuzz}, so that the next run goes on from there.
 * A file that breaks a reader is kept in {@code target/fuzz/found}: put right what it broke, and
 * add it to {@code corpus/files/hostile}.
 */
class FuzzedReadersTest {
  private static final int SECONDS = Integer.getInteger("jalon.fuzz.seconds", 20);
  private static final String READER = System.getProperty("jalon.fuzz.reader", FuzzTarget.ALL);

  /** Only what never ends takes as much; {@link Property} counts the processor's time. */
  private static final int SECONDS_FOR_ONE = 300;

  /** Until then the better compiler costs more than it gives. */
  private static final int SHORT = 120;

  /** To start, to go through what is known, and to end. */
  private static final int SECONDS_BESIDE = 600;

  private static final int LONGEST = 1 << 15;

  /** In a short run, about what a quiet machine does in its time. */
  private static final int FEW_RUNS = 2000;

  /** In a short run, so that files are changed and not only read: the smallest of each reader. */
  private static final int FEW_SEEDS = 8;

  private static final Path FOLDER = Path.of("target/fuzz").toAbsolutePath();

  private final Path own = FOLDER.resolve(READER);
  private final List<Subject> subjects = FuzzTarget.subjects(READER);

  @Test
  void everyFormatHasItsSubject() throws IOException {
    Set<String> reached = new LinkedHashSet<>();
    Path work = Files.createDirectories(FOLDER.resolve("seeds"));
    for (Subject subject : Subject.ALL) {
      for (byte[] file : Seeds.of(subject)) {
        Path path = Files.write(work.resolve("seed." + subject.name()), file);
        reached.add(Property.format(path));
      }
    }
    List<String> formats = Formats.ALL.stream().map(f -> f.getClass().getSimpleName()).toList();
    assertThat(reached)
        .as("give the reader a line in Subject.ALL, and src/test/resources/fuzz a valid file")
        .containsAll(formats);
  }

  @Test
  void noFileBreaksAReader() throws Exception {
    assumeTrue(SECONDS > 0, "asked for no fuzzing");
    assumeTrue(canRun(), "Jazzer has no library for this machine");
    Files.createDirectories(own);
    forgetLast();
    Path log = own.resolve("log");
    Process process =
        new ProcessBuilder(command())
            .directory(own.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(SECONDS + SECONDS_BESIDE, TimeUnit.SECONDS)) {
        fail("does not end: %s", keep());
      }
    } finally {
      process.destroyForcibly();
    }
    String said = Files.readString(log, StandardCharsets.ISO_8859_1);
    if (process.exitValue() != 0) {
      fail("%s%n%s", keep(), tail(said));
    }
    assertThat(said).as("what Jazzer said").contains("Done ");
  }

  private static boolean canRun() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return List.of("amd64", "x86_64", "aarch64").contains(System.getProperty("os.arch"))
        && (system.contains("linux") || system.contains("mac"));
  }

  private List<String> command() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-Duser.language=fr"));
    command.addAll(List.of("-XX:-OmitStackTraceInFastThrow", "-XX:+EnableDynamicAgentLoading"));
    if (SECONDS <= SHORT) {
      command.add("-XX:TieredStopAtLevel=1");
    }
    command.addAll(List.of("-cp", classPath(), "com.code_intelligence.jazzer.Jazzer"));
    command.add("--target_class=" + FuzzTarget.class.getName());
    command.add("--target_args=" + READER + " " + own);
    command.add("--instrumentation_includes=fr.jalon.**");
    command.add("--reproducer_path=" + own);
    command.add("-artifact_prefix=" + own + "/");
    command.add("-max_total_time=" + SECONDS);
    if (SECONDS <= SHORT) {
      // Always the same way: what breaks a build must be what changed in it.
      command.addAll(List.of("-seed=1", "-runs=" + FEW_RUNS));
    }
    command.add("-timeout=" + SECONDS_FOR_ONE);
    command.add("-max_len=" + LONGEST);
    command.add("-rss_limit_mb=0");
    command.add("-len_control=0");
    command.add("-dict=" + dictionary());
    command.add(Files.createDirectories(own.resolve("learnt")).toString());
    command.add(seeds().toString());
    return command;
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private Path seeds() throws IOException {
    Path folder = emptied(own.resolve("seeds"));
    for (Subject subject : subjects) {
      int number = 0;
      for (byte[] file : smallestFirst(Seeds.of(subject))) {
        byte[] bytes = FuzzTarget.input(subjects, subject, file);
        boolean few = SECONDS > SHORT || number < FEW_SEEDS;
        if (bytes.length > 1 && bytes.length <= LONGEST && few) {
          Files.write(folder.resolve(subject.name() + number++), bytes);
        }
      }
      assertThat(number).as("valid files that %s starts from", subject.name()).isPositive();
    }
    return folder;
  }

  private static Path emptied(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    return folder;
  }

  private static List<byte[]> smallestFirst(List<byte[]> files) {
    return files.stream().sorted(Comparator.comparingInt(file -> file.length)).toList();
  }

  private Path dictionary() throws IOException {
    Set<String> all = new LinkedHashSet<>();
    subjects.forEach(subject -> all.addAll(subject.words()));
    StringBuilder words = new StringBuilder();
    for (String word : all) {
      words.append('"');
      for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
        words.append(String.format(Locale.ROOT, "\\x%02x", b));
      }
      words.append("\"\n");
    }
    return Files.writeString(own.resolve("words"), words);
  }

  private void forgetLast() throws IOException {
    for (Path last : lastTried()) {
      Files.delete(last);
    }
  }

  private List<Path> lastTried() throws IOException {
    try (Stream<Path> files = Files.list(own)) {
      return files.filter(f -> f.getFileName().toString().startsWith(FuzzTarget.LAST)).toList();
    }
  }

  private String keep() throws IOException {
    List<Path> last = lastTried();
    if (last.isEmpty()) {
      return "no file was tried";
    }
    Path found = Files.createDirectories(FOLDER.resolve("found"));
    String name = last.get(0).getFileName().toString().substring(FuzzTarget.LAST.length());
    Path kept = found.resolve(System.currentTimeMillis() + "." + name);
    Files.copy(last.get(0), kept, StandardCopyOption.REPLACE_EXISTING);
    return name
        + ": see "
        + kept
        + "; once what it broke is put right, add it to corpus/files/hostile with its promise";
  }

  private static String tail(String log) {
    int exception = log.indexOf("== Java Exception");
    int from = exception < 0 ? log.length() - 6000 : exception;
    return log.substring(Math.max(0, from), Math.min(log.length(), Math.max(0, from) + 8000));
  }
}
