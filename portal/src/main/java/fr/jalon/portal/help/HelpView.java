package fr.jalon.portal.help;

import fr.jalon.portal.deposit.SuggestedMends;
import fr.jalon.portal.web.DataTable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages of help in words. */
public final class HelpView {
  private HelpView() {}

  /**
   * The requests somebody may see.
   *
   * @param helps true for those who answer
   * @param toRead articles that wait for another person to read them
   */
  public record Desk(
      String lead, boolean helps, List<Row> rows, List<Link> toRead, String measured) {}

  /**
   * A request in a list.
   *
   * @param time what is due or when it was settled
   * @param mark "error" for late, "warning" for waiting, "done", "advice"
   * @param helpers who looks after it, "" for nobody
   */
  public record Row(
      String title,
      String href,
      String authority,
      String where,
      String state,
      String mark,
      String time,
      String helpers) {}

  /** A link. */
  public record Link(String text, String href) {}

  /**
   * The form to ask.
   *
   * @param where in words
   * @param seen what whoever helps will see
   * @param due by urgency, when an answer comes at the latest
   * @param articles to read first
   */
  public record Form(
      String once,
      String query,
      String where,
      String seen,
      Map<String, String> due,
      Map<String, String> categories,
      String category,
      List<Link> articles) {}

  /** A request with all that was said. */
  public record Ticket(
      String href,
      String once,
      boolean helps,
      boolean mine,
      boolean over,
      String state,
      String mark,
      String lead,
      String where,
      String placeHref,
      String file,
      List<String> counts,
      List<String> promises,
      List<Said> thread,
      @Nullable DataTable around,
      String masked,
      SuggestedMends.Choice choice,
      String helpers,
      boolean joined,
      boolean countable,
      String counted,
      List<Link> articles,
      boolean tellable) {}

  /**
   * Something said or done.
   *
   * @param words what was said, "" when something was done only
   * @param act what was done in words, "" when something was said
   * @param suggestionHref where what is proposed is answered, "" when there is nothing to answer
   */
  public record Said(
      String anchor,
      String who,
      String when,
      boolean helping,
      String act,
      String words,
      List<File> files,
      String suggestionHref) {}

  /** A file that goes with it. */
  public record File(String name, String size, String href) {}

  /** An article. */
  public record Reading(
      String href,
      String about,
      String problem,
      String answer,
      boolean shown,
      boolean helps,
      boolean mayRead,
      String written,
      String useful,
      int revision,
      String requestHref) {}
}
