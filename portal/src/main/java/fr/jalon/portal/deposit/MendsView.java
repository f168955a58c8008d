package fr.jalon.portal.deposit;

import fr.jalon.portal.web.DataTable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page "Il reste 3 choses à régler": one card a cause.
 *
 * @param cards causes that a mend would settle, whole or in part, certain ones first
 * @param certain fingerprints of the mends that can be accepted at once
 * @param problems causes that nothing would mend
 * @param advice what could be better and hinders nothing
 * @param done mends accepted, in order
 * @param others mends that one accepted contradicts
 * @param apart corrections of a recipe or of an earlier reading that do not go with this file
 * @param notice why what was asked was not done, null when it was
 * @param suggested what somebody who helps proposes
 * @param table the table with all that is at fault and all that was put right; null for a deposit
 *     read when rows were not kept
 * @param firstRows the first rows, the first faulty cells marked
 */
public record MendsView(
    List<Card> cards,
    List<String> certain,
    List<Card> problems,
    List<String> advice,
    List<Done> done,
    List<Other> others,
    List<Apart> apart,
    @Nullable Notice notice,
    List<Suggested> suggested,
    @Nullable MendTable table,
    DataTable firstRows) {
  public MendsView {
    cards = List.copyOf(cards);
    certain = List.copyOf(certain);
    problems = List.copyOf(problems);
    advice = List.copyOf(advice);
    done = List.copyOf(done);
    others = List.copyOf(others);
    apart = List.copyOf(apart);
    suggested = List.copyOf(suggested);
  }

  /** How many things there are to decide. */
  public int left() {
    return cards.size() + problems.size();
  }

  /** Problems that stop a publication. */
  public long blocking() {
    return problems.stream().filter(Card::blocking).count();
  }

  MendsView with(Notice why) {
    return new MendsView(
        cards, certain, problems, advice, done, others, apart, why, suggested, table, firstRows);
  }

  MendsView with(List<Suggested> proposed) {
    return new MendsView(
        cards, certain, problems, advice, done, others, apart, notice, proposed, table, firstRows);
  }

  /**
   * One cause, wherever it is.
   *
   * @param id unique in the page
   * @param severity "error", "warning" or "advice"
   * @param heading what was seen and, with one offer, what it would do
   * @param help what it changes and what to do about it, "" when an offer says it
   * @param lines each place where it is, in words; empty when there is but one
   * @param offers the ways to mend it
   * @param items what would remain, or all of it when nothing mends it
   */
  public record Card(
      String id,
      String severity,
      String heading,
      String help,
      List<String> lines,
      List<Offer> offers,
      List<Item> items) {
    static final String PREFIX = "carte-";

    public Card {
      lines = List.copyOf(lines);
      offers = List.copyOf(offers);
      items = List.copyOf(items);
    }

    /** Whether it stops a publication. */
    public boolean blocking() {
      return severity.equals("error");
    }

    /** Code of the cause it is about. */
    public String code() {
      return id.substring(PREFIX.length());
    }

    /** The first cells it shows. */
    public List<String> cells() {
      return Stream.concat(
              items.stream().flatMap(item -> item.cells().stream()).map(Cell::address),
              offers.stream().flatMap(offer -> offer.changes().stream()).map(Change::address))
          .distinct()
          .limit(fr.jalon.portal.deposit.Place.MOST_CELLS)
          .toList();
    }
  }

  /**
   * One mend.
   *
   * @param seen its fingerprint: what the person looked at
   * @param sentence what it would do, "" when the card says it
   * @param button what the button does, in words
   * @param all address of the page of all its changes, "" when they are all here
   */
  public record Offer(
      String id,
      String seen,
      String sentence,
      String button,
      boolean certain,
      long count,
      List<Change> changes,
      String all) {
    public Offer {
      changes = List.copyOf(changes);
    }

    /** The first ones, shown at once. */
    public List<Change> first() {
      return changes.subList(0, Math.min(3, changes.size()));
    }

    /** The others kept as samples, shown when asked. */
    public List<Change> rest() {
      return changes.subList(Math.min(3, changes.size()), changes.size());
    }
  }

  /**
   * One cell or row, before and after; {@code after} is null when a row is set aside.
   *
   * @param href where it is in the table
   */
  public record Change(String address, String before, @Nullable String after, String href) {}

  /**
   * Cells of one column that no mend would put right.
   *
   * @param id unique in the page
   * @param sentence how many remain, "" when the card says it
   * @param column its letters and name in words, "" for the whole file
   * @param cells to be edited one by one
   * @param places cells and rows that are shown only
   * @param more how many are not shown
   * @param all address of the page of all of them, "" when there is none
   */
  public record Item(
      String id,
      String sentence,
      String column,
      String letters,
      String columnName,
      List<Cell> cells,
      List<Place> places,
      long more,
      String all) {
    public Item {
      cells = List.copyOf(cells);
      places = List.copyOf(places);
    }
  }

  /**
   * A cell at fault.
   *
   * @param written what the person already wrote there, null when nothing
   * @param href where it is in the table
   */
  public record Cell(String address, String value, @Nullable String written, String href) {
    public String shown() {
      return written == null ? value : written;
    }
  }

  /** A cell or a row to look at. */
  public record Place(String address, String value, String href) {}

  /**
   * A mend accepted.
   *
   * @param anchor of it in the page
   * @param leftOut why it could not be applied, "" when it was or will be
   */
  public record Done(String id, String anchor, String sentence, String leftOut) {}

  /** A mend that cannot be accepted beside another, which comes first. */
  public record Other(String sentence, String acceptedId, String accepted) {}

  /**
   * A correction that was not taken, and why.
   *
   * @param rows rows set aside on an earlier file, to be chosen again on this one; "" for others
   */
  public record Apart(String sentence, String why, String rows) {}

  /**
   * What somebody who helps proposes, to be accepted or not.
   *
   * @param anchor of it in the page
   * @param seen fingerprint of what is shown
   * @param lead who proposes it, and when
   * @param changes each cell, with what it holds and what would stand there
   * @param sentence what a mend would do, "" for cells
   * @param stale why it does not hold any more, "" when it does
   */
  public record Suggested(
      String id,
      String anchor,
      String seen,
      String lead,
      String sentence,
      List<Change> changes,
      String button,
      String stale) {
    public Suggested {
      changes = List.copyOf(changes);
    }
  }

  /**
   * Why nothing was done.
   *
   * @param card where to look, "" for none
   * @param undoId the mend to undo first, "" for none
   * @param aboutRecipe whether it is about the file of a recipe
   */
  public record Notice(
      String sentence, String card, String undoId, String undo, boolean aboutRecipe) {
    static Notice of(String sentence) {
      return new Notice(sentence, "", "", "", false);
    }
  }
}
