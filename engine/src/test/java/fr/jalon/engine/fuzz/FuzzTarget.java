package fr.jalon.engine.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Jazzer calls, in a process of its own: {@code fuzzerInitialize} once with the name of a
 * {@link Subject} or {@value #ALL} and a folder, then {@code fuzzerTestOneInput} with bytes, for
 * ever. Among all readers the first byte chooses.
 *
 * <p>The file last tried stays in the folder as {@value #LAST} and the name of its reader, also
 * when it killed the process.
 */
public final class FuzzTarget {
  static final String ALL = "all";
  static final String LAST = "last.";

  /** Begins the names of files kept when the fuzzer goes on past what it finds. */
  private static final String BROKE = "broke-";

  private static List<Subject> subjects = List.of();
  private static @Nullable Path folder;

  private FuzzTarget() {}

  static List<Subject> subjects(String name) {
    return name.equals(ALL) ? Subject.ALL : List.of(Subject.of(name));
  }

  /** The fuzzer's bytes of a file of this reader. */
  static byte[] input(List<Subject> among, Subject subject, byte[] file) {
    byte[] bytes = subject.unpack().apply(file);
    if (among.size() == 1) {
      return bytes;
    }
    byte[] chosen = new byte[bytes.length + 1];
    chosen[0] = (byte) among.indexOf(subject);
    System.arraycopy(bytes, 0, chosen, 1, bytes.length);
    return chosen;
  }

  public static void fuzzerInitialize(String[] arguments) throws IOException {
    subjects = subjects(arguments[0]);
    folder = Path.of(arguments[1]);
    Files.createDirectories(folder.resolve("work"));
  }

  public static void fuzzerTestOneInput(byte[] bytes) throws Exception {
    boolean chosen = subjects.size() > 1;
    if (chosen && bytes.length == 0) {
      return;
    }
    Subject subject = subjects.get(chosen ? (bytes[0] & 0xff) % subjects.size() : 0);
    byte[] own = chosen ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    Path place = Objects.requireNonNull(folder);
    Path file = place.resolve(LAST + subject.name());
    Files.write(file, subject.pack().apply(own));
    try {
      Property.holds(file, "fuzz." + subject.name(), place.resolve("work"), subject.whole());
    } catch (Exception | StackOverflowError fault) {
      String name = BROKE + Integer.toHexString(Arrays.hashCode(bytes)) + "." + subject.name();
      Files.copy(file, place.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      throw fault;
    }
    Files.delete(file);
  }
}
