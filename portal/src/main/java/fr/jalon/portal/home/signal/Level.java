package fr.jalon.portal.home.signal;

/** How much a signal presses, the most pressing first. */
public enum Level {
  /** Somebody cannot go on. */
  BLOCKED,
  /** A law, an agreement or a sum has its day. */
  DEADLINE,
  /** Nothing happens where something should. */
  SILENCE,
  /** Something went well. */
  GOOD_NEWS;

  /** True for what somebody should act on. */
  public boolean isNeed() {
    return this != GOOD_NEWS;
  }
}
