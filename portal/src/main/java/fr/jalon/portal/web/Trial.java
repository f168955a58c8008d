package fr.jalon.portal.web;

/** Something the portal needs and {@code check-config} tries, without starting the portal. */
public interface Trial {
  /** Key of its name in the message files. */
  String key();

  /**
   * Tries it.
   *
   * @return what was found, in a few words
   * @throws Exception whose message says why it does not work
   */
  String run(Messages messages) throws Exception;
}
