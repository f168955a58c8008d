package fr.jalon.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which file is written from which: decided before anything is read, so that no two results share a
 * name and none replaces a file to be read.
 *
 * @param missing words that name no readable file
 */
record ConvertPlan(List<Job> jobs, List<Path> missing) {
  /** One file to read and the one to write. */
  record Job(Path input, Path output, long size) {}

  /**
   * @throws IllegalArgumentException when the output cannot be what was asked
   */
  static ConvertPlan of(List<String> words, String out) throws IOException {
    Path target = Path.of(out);
    List<Path> missing = new ArrayList<>();
    Map<Path, Path> names = new LinkedHashMap<>();
    boolean one = words.size() == 1 && !Files.isDirectory(Path.of(words.get(0)));
    boolean folder = !one || out.endsWith("/") || Files.isDirectory(target);
    if (folder && Files.exists(target) && !Files.isDirectory(target)) {
      throw new IllegalArgumentException("With several files, '" + out + "' must be a folder.");
    }
    for (String word : words) {
      Path path = Path.of(word);
      if (Files.isDirectory(path)) {
        walk(path, target, names);
      } else if (Files.isRegularFile(path) && Files.isReadable(path)) {
        names.putIfAbsent(path, path.getFileName());
      } else {
        missing.add(path);
      }
    }
    List<Job> jobs = folder ? into(target, names) : alone(target, names);
    refuseToReplace(jobs);
    return new ConvertPlan(jobs, missing);
  }

  long bytes() {
    return jobs.stream().mapToLong(Job::size).sum();
  }

  private static List<Job> alone(Path target, Map<Path, Path> names) {
    List<Job> jobs = new ArrayList<>();
    for (Path input : names.keySet()) {
      jobs.add(new Job(input, target, size(input)));
    }
    return jobs;
  }

  private static List<Job> into(Path folder, Map<Path, Path> names) {
    List<Job> jobs = new ArrayList<>();
    Set<Path> taken = new HashSet<>();
    Set<Path> seen = new HashSet<>();
    for (Map.Entry<Path, Path> entry : names.entrySet()) {
      if (!seen.add(real(entry.getKey()))) {
        continue;
      }
      Path wanted = folder.resolve(entry.getValue().toString() + ".csv").normalize();
      Path output = wanted;
      for (int i = 2; !taken.add(output); i++) {
        output = wanted.resolveSibling(entry.getValue().getFileName() + "-" + i + ".csv");
      }
      jobs.add(new Job(entry.getKey(), output, size(entry.getKey())));
    }
    return jobs;
  }

  /** Files that people see: what a system hides, and what a spreadsheet locks with, is left out. */
  private static void walk(Path root, Path target, Map<Path, Path> names) throws IOException {
    Path results = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath().normalize();
    List<Path> found = new ArrayList<>();
    // A link to a folder would be visited as a file.
    Path start = Files.isSymbolicLink(root) ? root.toRealPath() : root;
    Files.walkFileTree(
        start,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            boolean skip =
                !folder.equals(start) && (isHidden(folder) || folder.toRealPath().equals(results));
            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!isHidden(file) && Files.isRegularFile(file)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            found.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    found.stream().sorted().forEach(file -> names.putIfAbsent(file, start.relativize(file)));
  }

  private static boolean isHidden(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith(".")
        || name.startsWith("~$")
        || name.equals("__MACOSX")
        || name.equalsIgnoreCase("Thumbs.db")
        || name.equalsIgnoreCase("desktop.ini");
  }

  private static void refuseToReplace(List<Job> jobs) {
    Set<Path> inputs = new HashSet<>();
    jobs.forEach(job -> inputs.add(real(job.input())));
    for (Job job : jobs) {
      if (Files.exists(job.output()) && inputs.contains(real(job.output()))) {
        throw new IllegalArgumentException(
            "'" + job.output() + "' is one of the files to read and would be replaced.");
      }
    }
  }

  /** A file that cannot even be looked at is told about when its turn comes. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException outOfReach) {
      return path.toAbsolutePath().normalize();
    }
  }

  private static long size(Path path) {
    try {
      return Files.size(path);
    } catch (IOException outOfReach) {
      return 0;
    }
  }
}
