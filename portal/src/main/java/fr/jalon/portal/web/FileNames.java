package fr.jalon.portal.web;

/** The names of files as people send them. */
public final class FileNames {
  /** As long as most disks take. */
  private static final int LONGEST = 255;

  private FileNames() {}

  /**
   * A name fit to be shown and downloaded: no path, no control character, not too long.
   *
   * @param otherwise for one of which nothing is left
   */
  public static String plain(String sent, String otherwise) {
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("\\p{Cntrl}", "").strip();
    return clean.isEmpty() ? otherwise : clean.substring(Math.max(0, clean.length() - LONGEST));
  }
}
