package fr.jalon.portal.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once from the class path. They hold {@code initdb}, {@code
 * pg_ctl} and {@code postgres} only: no {@code psql}, no {@code pg_dump}, no {@code pg_upgrade}.
 */
record PostgresBinaries(Path folder) {
  /** Major version of the programs on the class path; data made by another one is refused. */
  static final String MAJOR = "18";

  static final String VERSION = "18.6";

  /** Unpacks the programs under {@code parent} unless they are there already. */
  static PostgresBinaries unpackedIn(Path parent) throws IOException {
    Files.createDirectories(parent);
    Path folder = parent.resolve("programs-" + VERSION).toAbsolutePath();
    // Two portals may start at once on one folder of programs; the second waits and finds them.
    try (FileChannel lock =
            FileChannel.open(
                parent.resolve("programs.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var held = lock.lock()) {
      if (held.isValid() && !Files.isDirectory(folder)) {
        removeUnfinished(parent);
        Path aside = Files.createTempDirectory(parent, "unpacking-");
        unpack(aside);
        // Others than root may have to run them: see ServerAccount.
        Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    return new PostgresBinaries(folder);
  }

  /** A portal killed while unpacking leaves sixty megabytes behind. */
  private static void removeUnfinished(Path parent) throws IOException {
    try (var left = Files.newDirectoryStream(parent, "unpacking-*")) {
      for (Path folder : left) {
        FileSystemUtils.deleteRecursively(folder);
      }
    }
  }

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  private static void unpack(Path target) throws IOException {
    String archive = "/postgres-linux-" + architecture() + ".txz";
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream(archive)) {
      if (packed == null || !System.getProperty("os.name", "").startsWith("Linux")) {
        throw new DatabaseRefused(
            "Jalon brings no PostgreSQL for this machine (%s %s)."
                .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
            "Install PostgreSQL 15 or later and give its address in jalon.database.url.");
      }
      var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)));
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(entry, tar, target);
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException(
          "The archive of PostgreSQL names a file outside it: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, path);
    boolean program = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static String architecture() {
    String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    return switch (machine) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> machine;
    };
  }
}
