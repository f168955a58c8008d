package fr.jalon.portal.home;

/** Why an authority needs somebody, the most pressing first. */
public enum Need {
  /** Candidacies that nobody answered. */
  CANDIDACIES,
  /** Somebody asked for help, and an answer is late. */
  HELP_LATE,
  /** Somebody asked for help and waits. */
  HELP_WAITING,
  /** Something is to be decided before a session counts. */
  TO_DECIDE,
  /** A session took place and nobody noted it. */
  TO_NOTE,
  /** The payment notice may be sent, and is not. */
  NOTICE,
  /** A dataset waits for a visa. */
  VISA,
  /** The agreement is not signed by both. */
  UNSIGNED,
  /** The agreement ends soon. */
  END_NEAR,
  /** Nothing is planned with it. */
  NOTHING_PLANNED,
  /** A dataset should have been renewed. */
  DATASET_LATE
}
