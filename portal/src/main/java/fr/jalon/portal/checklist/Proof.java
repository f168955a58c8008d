package fr.jalon.portal.checklist;

import fr.jalon.portal.web.Messages;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why an item is ticked: the thing, where it is, since when.
 *
 * @param day null when nobody knows
 * @param about its name: of a person, of a dataset, of a text
 */
public record Proof(@Nullable LocalDate day, String about, String href) {
  static Proof of(@Nullable Instant at, String about, String href) {
    return new Proof(at == null ? null : LocalDate.ofInstant(at, Messages.PARIS), about, href);
  }
}
