package fr.jalon.portal.explore;

import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Standing;
import java.time.Instant;
import java.util.List;

/**
 * What is said around a published dataset, told by another room: pages of data do not know that
 * room.
 */
public interface DatasetAside {
  Said about(Dataset dataset, Standing standing);

  /**
   * What people asked and made.
   *
   * @param askHref where one asks
   * @param proposeHref where one tells what one made of it
   * @param answersHref where its own people answer, "" for others
   * @param waiting questions that wait for them, 0 for others
   */
  record Said(
      List<Answered> answered,
      List<Made> made,
      String askHref,
      String proposeHref,
      String answersHref,
      int waiting) {
    public Said {
      answered = List.copyOf(answered);
      made = List.copyOf(made);
    }
  }

  /** A question and its answer, in the words of those who wrote them. */
  record Answered(String question, Instant askedAt, String answer, Instant answeredAt) {}

  /**
   * Something made of the data, elsewhere.
   *
   * @param site host of its address
   */
  record Made(String title, String href, String site, String author, String words) {}
}
