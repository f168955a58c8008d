package fr.jalon.portal.catalog;

import fr.jalon.engine.profile.Territory;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people are told about one version of a dataset.
 *
 * @param title at most 150 characters
 * @param summary a few sentences, plain text; blank lines separate paragraphs
 * @param theme null while nobody has chosen
 * @param territory the rows speak of; null in versions described before it was asked
 * @param licenseReference of the State's decision, only for {@link License#APPROVED}
 * @param contactEmail of the service, not of a person; null when none is given
 * @param period what the rows speak of, in words ("2024", "2019 à 2023"); null when unknown
 */
public record Description(
    String title,
    String summary,
    List<String> keywords,
    @Nullable Theme theme,
    @Nullable Territory territory,
    License license,
    @Nullable String licenseReference,
    UpdateFrequency frequency,
    @Nullable String contactEmail,
    @Nullable String period) {
  public static final int LONGEST_TITLE = 150;

  private static final int LONGEST_PROMISE = 240;
  private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?…](?=\\s+\\p{Lu})");
  private static final Pattern BLANK_LINE = Pattern.compile("\\R\\s*\\R");

  public Description {
    if (title.isBlank() || title.length() > LONGEST_TITLE) {
      throw new IllegalArgumentException(
          "a title of 1 to " + LONGEST_TITLE + " characters, not " + title.length());
    }
    keywords = List.copyOf(keywords);
  }

  /** The first sentence of the summary, for lists and under the title; cut when it is too long. */
  public String promise() {
    String line = summary.strip().lines().findFirst().orElse("").strip();
    Matcher end = END_OF_SENTENCE.matcher(line);
    String sentence = end.find() ? line.substring(0, end.start() + 1) : line;
    return sentence.length() <= LONGEST_PROMISE
        ? sentence
        : sentence.substring(0, sentence.lastIndexOf(' ', LONGEST_PROMISE) + 1).strip() + "…";
  }

  /** What the summary says after its first sentence, in paragraphs; empty when nothing. */
  public List<String> rest() {
    String all = summary.strip();
    String promise = promise();
    String after = all.startsWith(promise) ? all.substring(promise.length()) : all;
    return BLANK_LINE
        .splitAsStream(after)
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toList();
  }
}
