package fr.jalon.portal.culture;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a dataset, without an account. Nothing says who.
 *
 * @param waitedFor true when somebody left an address for the answer
 * @param answerer who answered or set it aside, "" while it waits
 * @param answeredAt null while it waits
 */
public record Question(
    UUID id,
    UUID datasetId,
    Instant askedAt,
    String text,
    boolean waitedFor,
    State state,
    String answer,
    String answerer,
    @Nullable Instant answeredAt,
    int revision) {
  public enum State {
    WAITING,
    /** Shown on the page of the dataset. */
    ANSWERED,
    /** No question, or not about the data: nobody sees it. */
    SET_ASIDE
  }
}
