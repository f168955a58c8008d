package fr.jalon.portal.document;

/** Characters written in one way, inside a {@link Text}. */
public record Run(String text, Emphasis emphasis) {
  /** How they are written. */
  public enum Emphasis {
    NONE,
    /** What must be read first. */
    STRONG
  }

  public Run {
    text = Characters.clean(text);
  }
}
