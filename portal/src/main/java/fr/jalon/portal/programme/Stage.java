package fr.jalon.portal.programme;

/**
 * A stage of the track.
 *
 * @param key what sessions hold, the same when its title is written otherwise
 * @param title as the text of the season writes it
 * @param shortTitle for the head of a column
 */
public record Stage(String key, String title, String shortTitle, StageKind kind) {
  /** Longest title. */
  static final int LONGEST = 200;

  public Stage {
    if (!key.matches("[a-z0-9-]{1,40}") || title.isBlank()) {
      throw new IllegalArgumentException("a stage has a key and a title; got: " + key);
    }
  }
}
