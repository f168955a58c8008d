package fr.jalon.engine.personal;

import java.util.Locale;

/** Why a column is thought to tell of people; its sentence is {@code personal.why.<code>}. */
public enum Reason {
  /** Its values cannot be mistaken: a number with its key, an address of the network. */
  FORM,
  /** Its values are in the lists of names, or of words about people. */
  LISTS,
  /** Its values look like names, beside other columns about people. */
  SHAPE,
  /** Its header says so, and its values do not belie it. */
  HEADER,
  /** Its values would tell nothing of anyone, were it not for the people beside them. */
  BESIDE_PEOPLE,
  /** Some of its texts tell of someone. */
  TEXTS;

  /** As written in findings: "beside-people". */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
