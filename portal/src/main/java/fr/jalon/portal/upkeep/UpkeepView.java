package fr.jalon.portal.upkeep;

import fr.jalon.portal.account.Person;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The upkeep of one dataset, in words.
 *
 * @param state when its next version is awaited
 * @param mark of the state: "done", "warning", "advice"
 * @param dropHref where the next file is dropped, or the deposit under way; null for those who
 *     deposit nothing
 * @param dropText what that link says
 * @param keeper who looks after it
 * @param reminded who is reminded, and when
 * @param quiet until when nobody is, "" when people are
 * @param quietChoices days until which one may ask for silence, by ISO date
 * @param colleagues whom it may be handed over to, by id
 * @param schedule what is fetched by itself, null for nothing
 * @param mayAccept true for people of the authority
 * @param address proposed
 * @param rhythms proposed, by key
 */
public record UpkeepView(
    String title,
    String pageHref,
    String careHref,
    String href,
    String state,
    String mark,
    @Nullable String dropHref,
    String dropText,
    String keeper,
    String reminded,
    String quiet,
    Map<String, String> quietChoices,
    Map<String, String> colleagues,
    List<String> handovers,
    @Nullable Fetched schedule,
    boolean mayAccept,
    String address,
    Map<String, String> rhythms,
    String rhythm,
    String first,
    int revision) {

  /**
   * A file that is fetched by itself.
   *
   * @param outcome of the last time
   * @param stopped true when someone must accept it again
   * @param href of the deposit it began, null when there is none
   */
  public record Fetched(
      String address,
      String rhythm,
      String accepted,
      String next,
      String outcome,
      boolean stopped,
      @Nullable String href) {}

  /** What is awaited, as a list. */
  public record Board(String lead, boolean everyone, List<Line> lines) {}

  /**
   * The list of what an authority published, as something it may publish.
   *
   * @param text why, or where it is
   * @param siret as it is or was typed
   * @param underWay where to go on with it, null when nothing is under way
   * @param button what the button does, in words
   */
  public record OwnCatalogue(String text, String siret, @Nullable String underWay, String button) {}

  /** A dataset in the list. */
  public record Line(
      String title,
      String href,
      String authority,
      String updated,
      String due,
      String state,
      String mark,
      String keeper,
      @Nullable String dropHref,
      String dropText) {}

  /**
   * What whoever takes over needs.
   *
   * @param people to ask, each with an address
   */
  public record Sheet(
      String title,
      String address,
      String upkeepHref,
      String summary,
      List<String> facts,
      String source,
      List<String> corrections,
      List<String> decisions,
      List<String> columns,
      String state,
      List<Person> people,
      List<String> steps) {}
}
