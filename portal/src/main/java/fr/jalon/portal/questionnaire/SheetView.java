package fr.jalon.portal.questionnaire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire in words.
 *
 * @param base address of its sections
 * @param guides true for those who invite, choose and hand in
 * @param staff true for those of the region
 * @param frozen true once it was handed in
 */
public record SheetView(
    Filling filling,
    String authority,
    String occasion,
    String title,
    String base,
    boolean guides,
    boolean staff,
    boolean frozen,
    String progress,
    List<Line> sections,
    List<Who> respondents,
    List<Difference> differing) {
  /** A section and how far it is. */
  public record Line(String key, String title, String count, boolean done, String href) {}

  /** Someone who answers. */
  public record Who(String id, String name, String what, boolean removed) {}

  /** A question with several answers. */
  public record Difference(String text, String href) {}

  /**
   * A section being filled in.
   *
   * @param next address of the next one, null after the last
   */
  public record Part(
      SheetView sheet,
      String key,
      String title,
      String intro,
      String count,
      String rank,
      List<QuestionView> questions,
      @Nullable String next) {
    public String action() {
      return sheet.base() + "/" + key;
    }

    public boolean isFrozen() {
      return sheet.frozen();
    }
  }
}
