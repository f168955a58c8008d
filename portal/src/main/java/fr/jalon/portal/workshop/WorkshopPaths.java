package fr.jalon.portal.workshop;

import java.util.UUID;

/** The addresses of this room. */
public final class WorkshopPaths {
  public static final String WORKSHOPS = "/ateliers";

  /** Where people come in with a code. */
  public static final String DOOR = "/atelier";

  static final String EXERCISE = DOOR + "/exercice";
  static final String HAND = DOOR + "/main";

  private WorkshopPaths() {}

  public static String workshop(UUID id) {
    return WORKSHOPS + "/" + id;
  }

  /** What whoever leads it looks at. */
  public static String live(UUID id) {
    return workshop(id) + "/direct";
  }
}
