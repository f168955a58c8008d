package fr.jalon.portal.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people are told about one version of a dataset.
 *
 * @param title at most 150 characters
 * @param summary a few sentences, plain text; blank lines separate paragraphs
 * @param theme null while nobody has chosen
 * @param licenseReference of the State's decision, only for {@link License#APPROVED}
 * @param contactEmail of the service, not of a person; null when none is given
 * @param period what the rows speak of, in words ("2024", "2019 à 2023"); null when unknown
 */
public record Description(
    String title,
    String summary,
    List<String> keywords,
    @Nullable Theme theme,
    License license,
    @Nullable String licenseReference,
    UpdateFrequency frequency,
    @Nullable String contactEmail,
    @Nullable String period) {
  static final int LONGEST_TITLE = 150;

  public Description {
    if (title.isBlank() || title.length() > LONGEST_TITLE) {
      throw new IllegalArgumentException(
          "a title of 1 to " + LONGEST_TITLE + " characters, not " + title.length());
    }
    keywords = List.copyOf(keywords);
  }
}
