package fr.jalon.portal.register;

import java.util.List;

/** What a room keeps of people; each room that does has one, as a bean. */
public interface Declaration {
  /** For the register. */
  List<Treatment> treatments();

  /** Where a person is to be found. */
  List<Trace> traces();

  /** What does not stay for ever. */
  default List<Retention> retentions() {
    return List.of();
  }
}
