package fr.jalon.portal.checklist;

import fr.jalon.portal.checklist.ChecklistView.OneLine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An item on its own page.
 *
 * @param about the authority or the dataset
 * @param help when it ticks itself, or what to show when one ticks it
 * @param meanwhile what someone else said since the form was made, null when nobody did
 * @param states that one may choose, by name
 */
public record ItemView(
    String title,
    String about,
    String help,
    OneLine now,
    @Nullable Word meanwhile,
    Map<String, String> states,
    Map<String, String> typed,
    int revision,
    boolean linkNeeded,
    List<Word> history,
    String action,
    String back) {

  /** Something said: who and when, then what. */
  public record Word(String who, String state, String words, String link, String due) {}
}
