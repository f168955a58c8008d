package fr.jalon.portal.deposit;

import java.util.List;
import java.util.Map;

/**
 * The page about data that speak of people: one card for each thing seen, and what was decided.
 *
 * @param cards what is to be decided
 * @param removable the cards whose column can be removed: more than one can be at once
 * @param reasons why the law allows to publish as it is, in words, by the reason's name
 * @param decided what was decided, the first decision first
 * @param notice why what was asked was not done, "" when it was
 */
public record ProtectionView(
    List<Card> cards,
    List<Removal> removable,
    Map<String, String> reasons,
    List<Decided> decided,
    String notice) {
  public ProtectionView {
    cards = List.copyOf(cards);
    removable = List.copyOf(removable);
    decided = List.copyOf(decided);
  }

  /**
   * Something that speaks of people.
   *
   * @param id unique in the page
   * @param seen what was decided of it when the page was made
   * @param heading what was seen, where, how many cells
   * @param places the first cells, masked
   */
  public record Card(
      String id, String subject, String seen, String heading, List<Place> places, List<Way> ways) {
    public Card {
      places = List.copyOf(places);
      ways = List.copyOf(ways);
    }
  }

  /** A cell, its value masked. */
  public record Place(String address, String value) {}

  /**
   * A way to protect people.
   *
   * @param sentence what it would do
   * @param button in words
   * @param changes the first cells before and after, masked
   */
  public record Way(String id, String sentence, String button, List<MendsView.Change> changes) {
    public Way {
      changes = List.copyOf(changes);
    }
  }

  /** A column that can be removed with others. */
  public record Removal(String subject, String seen, String choice) {}

  /**
   * What was decided.
   *
   * @param sentence what it does, or why it is kept
   * @param who signed it, and when, in words
   * @param confirmed by whom, in words; "" while it is awaited or not needed
   * @param awaits whether a second person must agree
   * @param mine whether this visitor may be the second person
   */
  public record Decided(
      String subject,
      String seen,
      String sentence,
      String who,
      String confirmed,
      boolean awaits,
      boolean mine) {}
}
