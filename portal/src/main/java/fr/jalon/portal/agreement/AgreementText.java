package fr.jalon.portal.agreement;

import java.util.List;

/**
 * The words of a season's agreement: articles under keys that the code knows, numbered and written
 * as the organizer wants.
 *
 * @param title of the whole
 * @param organizer as page one names it
 * @param organizerSignatory who signs for it, with their capacity
 * @param place where it is signed
 */
public record AgreementText(
    String title,
    String organizer,
    String organizerSignatory,
    String place,
    List<Article> articles) {
  public AgreementText {
    articles = List.copyOf(articles);
  }

  /**
   * An article, or a part of one.
   *
   * @param number as it is written: "7.1"
   */
  public record Article(Clause clause, String number, String title, List<String> paragraphs) {
    public Article {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /** "art. 7.1", "" for what the text does not know. */
  public String reference(Clause clause) {
    return articles.stream()
        .filter(article -> article.clause() == clause)
        .findFirst()
        .map(article -> "art. " + article.number())
        .orElse("");
  }
}
