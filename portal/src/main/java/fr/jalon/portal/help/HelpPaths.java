package fr.jalon.portal.help;

import java.util.UUID;

/** The addresses of this room. */
public final class HelpPaths {
  public static final String HELP = "/aide";
  static final String ASK = HELP + "/nouvelle";
  static final String NOTED = HELP + "/notee";
  static final String REQUESTS = HELP + "/demandes";
  static final String ARTICLES = HELP + "/articles";

  private HelpPaths() {}

  public static String request(UUID id) {
    return REQUESTS + "/" + id;
  }

  static String article(UUID id) {
    return ARTICLES + "/" + id;
  }
}
