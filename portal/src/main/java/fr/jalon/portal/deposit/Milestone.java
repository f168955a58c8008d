package fr.jalon.portal.deposit;

import fr.jalon.portal.deposit.Event.What;
import java.util.Set;

/**
 * What a deposit can have gone past, in order: facts that rooms above may read. Each is true or not
 * of the deposit as it stands, and became so at one of its events.
 */
public enum Milestone {
  /** Its file is here and can be read. */
  RECEIVED(What.RECEIVED),
  /** Its reading is agreed to, and with it the national model it follows, or that it has none. */
  MODEL_SETTLED(What.READ_AGAIN, What.READING_AGREED),
  /** Nothing that speaks of people is left undecided, nor kept without its second agreement. */
  PEOPLE_DECIDED(
      What.READING_AGREED, What.PEOPLE_PROTECTED, What.PEOPLE_KEPT, What.PEOPLE_CONFIRMED),
  /** No correction proposed is left without an answer, or the rest was agreed to as it is. */
  MENDED(
      What.READING_AGREED,
      What.MENDS_ACCEPTED,
      What.MEND_UNDONE,
      What.CELLS_EDITED,
      What.RECIPE_REPLAYED),
  /** Nothing is left that stops a publication. */
  WITHOUT_ERROR(
      What.READING_AGREED,
      What.MENDS_ACCEPTED,
      What.MEND_UNDONE,
      What.CELLS_EDITED,
      What.RECIPE_REPLAYED),
  /** Its description has most of the points of data.gouv.fr. */
  DESCRIBED(What.DESCRIBED),
  LICENSED(What.DESCRIBED),
  /** Each column says what it means. */
  COLUMNS_EXPLAINED(What.DESCRIBED),
  /** It is said how often it will be renewed. */
  RHYTHM_GIVEN(What.DESCRIBED),
  IN_SANDBOX(What.PUT_IN_SANDBOX),
  /** The authority's référent read it and agreed. */
  AGREED_BY_AUTHORITY(What.VISA_GIVEN),
  PUBLISHED(What.PUBLISHED);

  private final Set<What> events;

  Milestone(What... events) {
    this.events = Set.of(events);
  }

  /** Those at which it may have become true: the last of them tells since when. */
  public Set<What> events() {
    return events;
  }
}
