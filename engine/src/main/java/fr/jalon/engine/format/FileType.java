package fr.jalon.engine.format;

import java.util.List;

/**
 * How the files of a format are named and announced.
 *
 * @param extension in lower case, without its point ("csv")
 * @param mediaTypes as servers say them, the registered one first; perhaps none
 */
public record FileType(String extension, List<String> mediaTypes) {
  public FileType {
    mediaTypes = List.copyOf(mediaTypes);
  }

  public static FileType of(String extension, String... mediaTypes) {
    return new FileType(extension, List.of(mediaTypes));
  }

  /** True when a file of this name, in any case, ends as these do. */
  boolean names(String file) {
    int end = extension.length();
    int point = file.length() - end - 1;
    return point >= 0
        && file.charAt(point) == '.'
        && file.regionMatches(true, point + 1, extension, 0, end);
  }
}
