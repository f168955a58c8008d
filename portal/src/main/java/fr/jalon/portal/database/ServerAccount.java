package fr.jalon.portal.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * As whom PostgreSQL's programs run. They refuse to run as root, and to run as a user without a
 * name.
 *
 * @param prefix put before each command
 * @param foreign true when the server is another user, who must own the files it writes
 */
record ServerAccount(List<String> prefix, boolean foreign) {
  /** "nobody" on every Linux; the server only needs to be someone else than root. */
  private static final String NOBODY = "65534";

  private static final ServerAccount SELF = new ServerAccount(List.of(), false);

  ServerAccount {
    prefix = List.copyOf(prefix);
  }

  /** Finds the way that works here: direct, in a user namespace, or as "nobody". */
  static ServerAccount find() throws IOException {
    Object uid = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    if (Integer.valueOf(0).equals(uid)) {
      // Inside the namespace root has no name and no power, yet still owns its files.
      return works("unshare", "-U", "true")
          ? new ServerAccount(List.of("unshare", "-U"), false)
          : nobody();
    }
    if (works("id", "-un")) {
      return SELF;
    }
    // Containers may run under a number without a name, which initdb refuses.
    return works("unshare", "-U", "--map-user=" + NOBODY, "true")
        ? new ServerAccount(List.of("unshare", "-U", "--map-user=" + NOBODY), false)
        : SELF;
  }

  static ServerAccount nobody() {
    return new ServerAccount(
        List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"), true);
  }

  /** Runs the command to its end and gives its output; refuses when it fails. */
  String run(List<String> command, Path log) throws IOException {
    Path output = Files.createTempFile("jalon-postgres-", ".log");
    try {
      int code = wait(start(command, output));
      String text = Files.readString(output);
      if (code != 0) {
        throw new DatabaseRefused(
            "PostgreSQL's %s failed (code %d): %s"
                .formatted(Path.of(command.get(0)).getFileName(), code, text.strip()),
            "Read the logs in "
                + log
                + ", or give the address of another PostgreSQL in jalon.database.url.");
      }
      return text;
    } finally {
      Files.delete(output);
    }
  }

  /**
   * Refuses a folder or program that the server's user cannot get to, as under root's own home:
   * PostgreSQL would only say that a library is missing.
   */
  void requireReach(Path path) throws IOException {
    if (!foreign) {
      return;
    }
    Path output = Files.createTempFile("jalon-postgres-", ".log");
    try {
      if (wait(start(List.of("test", "-x", path.toString()), output)) != 0) {
        throw new DatabaseRefused(
            "PostgreSQL does not run as root, and the user it runs as here (%s) cannot get to %s"
                .formatted(NOBODY, path),
            "Keep Jalon and its data where every user may enter, as /opt/jalon and /var/lib/jalon,"
                + " start Jalon as an ordinary user,"
                + " or give the address of another PostgreSQL in jalon.database.url.");
      }
    } finally {
      Files.delete(output);
    }
  }

  /** Makes the server the owner of what is at the path, when it is not us. */
  void own(Path path) throws IOException {
    if (foreign && wait(chown(path)) != 0) {
      throw new IOException("Cannot give " + path + " to user " + NOBODY);
    }
  }

  private static Process chown(Path path) throws IOException {
    return new ProcessBuilder("chown", "-R", NOBODY + ":" + NOBODY, path.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  // The output goes to a file: the server keeps it open, so a pipe would never end.
  private Process start(List<String> command, Path output) throws IOException {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    var builder =
        new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin");
    return builder.start();
  }

  private static boolean works(String... command) throws IOException {
    try {
      return wait(
              new ProcessBuilder(command)
                  .redirectErrorStream(true)
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                  .start())
          == 0;
    } catch (IOException notInstalled) {
      return false;
    }
  }

  private static int wait(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException interrupted) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for " + process.info(), interrupted);
    }
  }
}
