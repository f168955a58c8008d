package fr.jalon.portal.checklist;

/** Where an item is. */
public enum ItemState {
  TO_DO,
  UNDER_WAY,
  DONE,
  /** Out of the count, for a reason that someone gave. */
  NOT_CONCERNED;

  /** True while something is left to do. */
  public boolean isOpen() {
    return this == TO_DO || this == UNDER_WAY;
  }
}
