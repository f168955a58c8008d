package fr.jalon.portal.guide;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A short guide: its title and what it is for are in the message files under {@code guide.<key>},
 * its text in French in {@code jte/guide/text}. In the order one reads them.
 */
public enum Guide {
  OPEN_DATA("donnees-ouvertes"),
  LAW("loi"),
  FIRST_DATASETS("premiers-jeux"),
  PERSONAL_DATA("donnees-personnelles"),
  MODELS("modeles-nationaux"),
  LICENCES("licences"),
  KEEPING_ALIVE("tenir-a-jour"),
  ANSWERING("repondre");

  private final String slug;

  Guide(String slug) {
    this.slug = slug;
  }

  static Optional<Guide> find(String slug) {
    return Stream.of(values()).filter(one -> one.slug.equals(slug)).findFirst();
  }

  /** Its name in addresses. */
  public String slug() {
    return slug;
  }

  public String href() {
    return GuideController.GUIDES + "/" + slug;
  }

  /** Key of its title in the message files. */
  public String titleKey() {
    return "guide." + slug;
  }

  /** Key of the sentence that says what one learns there. */
  public String promiseKey() {
    return titleKey() + ".promise";
  }

  /** The one that is read after it, empty after the last. */
  Optional<Guide> next() {
    return ordinal() + 1 < values().length
        ? Optional.of(values()[ordinal() + 1])
        : Optional.empty();
  }
}
