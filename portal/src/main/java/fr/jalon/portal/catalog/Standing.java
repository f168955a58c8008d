package fr.jalon.portal.catalog;

import fr.jalon.portal.account.Person;

/** What someone is to a dataset; each may do what the one before may. */
public enum Standing {
  /** Sees what is published. */
  PASSER_BY,
  /** Works for its publisher: sees its rehearsal, all its versions, its history. */
  INSIDER,
  /**
   * Answers for it: withdraws it and puts it back. The référent of its publisher, facilitators and
   * administrators.
   */
  STEWARD;

  static Standing of(Person person, Dataset dataset) {
    if (person.role().belongsToAnAuthority()
        && !dataset.publisherId().equals(person.organizationId())) {
      return PASSER_BY;
    }
    return switch (person.role()) {
      case FINANCE -> PASSER_BY;
      case TRAINEE -> isOwnPractice(person, dataset) ? INSIDER : PASSER_BY;
      case AGENT -> INSIDER;
      case FOCAL_POINT, FACILITATOR, ADMINISTRATOR -> STEWARD;
    };
  }

  /** Whoever practises sees what they made themselves, and nobody else's. */
  private static boolean isOwnPractice(Person person, Dataset dataset) {
    return dataset.publisherId().equals(person.organizationId())
        && dataset.sandbox() != null
        && dataset.sandbox().createdBy().equals(person.id());
  }
}
