package fr.jalon.portal.deposit;

/**
 * Why data about people may be published as they are: article L. 312-1-2 of the code of relations
 * between the public and the administration, and the categories of its article D. 312-1-3 (decree
 * 2018-1117 of 10 December 2018).
 */
public enum LegalReason {
  /** The values are no people: places, works, associations that bear a name. */
  NOT_PEOPLE(false),
  /** A law or a regulation orders the publication. */
  LAW(true),
  /** The people agreed. */
  CONSENT(true),
  /** D. 312-1-3: how the administration is organised. */
  ADMINISTRATION(false),
  /** D. 312-1-3: economic, associative and cultural life. */
  ECONOMIC_LIFE(false),
  /** D. 312-1-3: regulated professions. */
  PROFESSIONS(false),
  /** D. 312-1-3: teaching and research, results of examinations. */
  EDUCATION(false),
  /** D. 312-1-3: sport. */
  SPORT(false),
  /** D. 312-1-3: political life, elected people. */
  POLITICAL_LIFE(false),
  /** D. 312-1-3: tourism. */
  TOURISM(false),
  /** D. 312-1-3: declared or authorised activities: town planning, use of the public domain. */
  DECLARED_ACTIVITIES(false),
  /** D. 312-1-3: archives, past the delays. */
  ARCHIVES(false);

  private final boolean asksReference;

  LegalReason(boolean asksReference) {
    this.asksReference = asksReference;
  }

  /** True when it says nothing without the text, or the agreement, it stands on. */
  public boolean asksReference() {
    return asksReference;
  }
}
