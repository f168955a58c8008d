package fr.jalon.portal.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server's own note of who it is ({@code postmaster.pid}), believed only when the process it
 * names really is our server.
 *
 * <p>After a crash the note stays; in a restarted container its number soon belongs to somebody
 * else, and for a moment after a kill the dead server is a zombie that still has its number. {@code
 * pg_ctl status} is fooled by both, so it is not asked.
 *
 * @param pid of the server
 * @param port it listens on, 0 while it has not said it yet
 */
record PostmasterFile(long pid, int port) {
  static Optional<PostmasterFile> read(Path cluster) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(cluster.resolve("postmaster.pid"), StandardCharsets.UTF_8);
    } catch (NoSuchFileException notRunning) {
      return Optional.empty();
    }
    // Line 1 is the process, line 4 the port (PostgreSQL's miscadmin.h, LOCK_FILE_LINE_*).
    try {
      long pid = Long.parseLong(lines.isEmpty() ? "" : lines.get(0).strip());
      int port = lines.size() < 4 ? 0 : Integer.parseInt(lines.get(3).strip());
      return Optional.of(new PostmasterFile(pid, port));
    } catch (NumberFormatException cutShort) {
      return Optional.empty();
    }
  }

  /** True when the process is alive and is PostgreSQL running on that cluster. */
  boolean isAliveOn(Path cluster) throws IOException {
    Path process = Path.of("/proc", Long.toString(pid));
    try {
      // Empty for a zombie.
      String command = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
      List<String> words = List.of(command.split("\0", -1));
      return words.get(0).endsWith("postgres")
          && words.contains(new String(pathBytes(cluster), StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException gone) {
      return false;
    } catch (IOException gone) {
      // Reading the note of a process that ends meanwhile gives "No such process".
      if (Files.exists(process)) {
        throw gone;
      }
      return false;
    }
  }

  private static byte[] pathBytes(Path path) {
    return path.toString().getBytes(StandardCharsets.UTF_8);
  }
}
