package fr.jalon.portal.catalog;

/**
 * Something named and said.
 *
 * @param href where it leads, "" when nowhere
 */
public record Fact(String name, String text, String href) {
  public static Fact of(String name, String text) {
    return new Fact(name, text, "");
  }
}
