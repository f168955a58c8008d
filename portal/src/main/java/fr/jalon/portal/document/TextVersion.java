package fr.jalon.portal.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text as it was written once.
 *
 * @param number from 1; 0 is the text that is shipped
 * @param author "" for the shipped one
 * @param at null for the shipped one
 */
public record TextVersion(int number, String text, String author, @Nullable Instant at) {
  public boolean isShipped() {
    return number == 0;
  }
}
