package fr.jalon.portal.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a worker takes of the disk, and the most it may take for a file: as with its memory, what a
 * file becomes once opened has a bound that does not depend on what the file says of itself.
 */
final class DiskUse {
  /** Enough for whatever an honest small file becomes: it is read within as much memory. */
  private static final long SMALL_FILE = 256L << 20;

  /** Zip and gzip hide at most 1 032 bytes in one (RFC 1951); four times that in its tables. */
  private static final long TIMES_PACKED = 4 * 1032;

  /** What is not packed becomes itself, and a table of it in each format. */
  private static final long TIMES_PLAIN = 6;

  /** Twice the two gigabytes that any archive may unpack to. */
  private static final long PACKED_FILE = 4L << 30;

  private DiskUse() {}

  /**
   * Bytes that reading or writing anew a file may take.
   *
   * @param size of the file as it was accepted
   */
  static long most(long size) {
    return Math.min(
        Math.max(SMALL_FILE, TIMES_PACKED * size), Math.max(PACKED_FILE, TIMES_PLAIN * size));
  }

  /** Bytes of the files under these folders, those a process still writes without a name too. */
  static long of(long pid, List<Path> folders) {
    Map<Object, Long> sizes = new HashMap<>();
    folders.forEach(folder -> addNamed(folder, sizes));
    addOpen(pid, folders, sizes);
    return sizes.values().stream().mapToLong(Long::longValue).sum();
  }

  private static void addNamed(Path folder, Map<Object, Long> sizes) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes found) {
              add(found, sizes);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException gone) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException gone) {
      // its job is over
    }
  }

  private static void addOpen(long pid, List<Path> folders, Map<Object, Long> sizes) {
    try (DirectoryStream<Path> open =
        Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
      for (Path file : open) {
        addOpen(file, folders, sizes);
      }
    } catch (IOException | UncheckedIOException unknown) {
      // gone, or a system that does not say
    }
  }

  private static void addOpen(Path file, List<Path> folders, Map<Object, Long> sizes) {
    try {
      Path target = Files.readSymbolicLink(file);
      if (folders.stream().anyMatch(target::startsWith)) {
        add(Files.readAttributes(file, BasicFileAttributes.class), sizes);
      }
    } catch (IOException closed) {
      // between the two looks
    }
  }

  private static void add(BasicFileAttributes found, Map<Object, Long> sizes) {
    if (found.isRegularFile() && found.fileKey() != null) {
      sizes.put(found.fileKey(), found.size());
    }
  }
}
