package fr.jalon.portal.home.signal;

import java.util.UUID;

/** The addresses of signals. */
public final class SignalPaths {
  public static final String ALL = "/accueil/signaux";

  /** Of the thresholds of a season. */
  public static final String LIMITS = "/programme/saisons/{slug}/signaux";

  private SignalPaths() {}

  public static String seen(UUID id) {
    return ALL + "/" + id + "/vu";
  }

  public static String later(UUID id) {
    return ALL + "/" + id + "/plus-tard";
  }

  public static String again(UUID id) {
    return ALL + "/" + id + "/remettre";
  }
}
