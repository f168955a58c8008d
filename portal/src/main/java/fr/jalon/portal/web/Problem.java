package fr.jalon.portal.web;

import java.util.Locale;

/**
 * What can be wrong with a request, as a constant of the room's {@code …Problem} enum.
 *
 * <p>Its sentence is in the message files under {@code <room>.problem.<code>}.
 */
public interface Problem {
  /** The HTTP status that answers it. */
  int status();

  /** The constant's name; enums give it. */
  String name();

  /** Stable code for programs: "file-too-large". */
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Key of its sentence in the message files. */
  default String messageKey() {
    String room = getClass().getPackageName();
    return room.substring(room.lastIndexOf('.') + 1) + ".problem." + code();
  }
}
