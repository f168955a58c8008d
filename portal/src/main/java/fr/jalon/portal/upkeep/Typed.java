package fr.jalon.portal.upkeep;

/** What was written in the forms of a page that comes back; "" where nothing was. */
public record Typed(String note, String address, String rhythm, String first) {
  static final Typed NONE = new Typed("", "", "", "");

  Typed note(String written) {
    return new Typed(written, address, rhythm, first);
  }
}
