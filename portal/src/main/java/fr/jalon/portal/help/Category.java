package fr.jalon.portal.help;

/** What it is about. */
public enum Category {
  /** The file is not read as it is. */
  READING,
  /** What speaks of people. */
  PEOPLE,
  /** What is to be put right. */
  MENDS,
  /** Title, license, dates. */
  DESCRIPTION,
  /** Sandbox, visas, publication. */
  PUBLICATION,
  /** Meetings, agreement, dossier. */
  PROGRAMME,
  OTHER
}
