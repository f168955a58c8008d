package fr.jalon.portal.document;

import fr.jalon.portal.web.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The texts that people wrote in the place of those that are shipped: each writing is kept, none is
 * changed. Whoever calls checks who may.
 */
@Service
public class Texts {
  private final TextRows rows;
  private final Clock clock;

  Texts(TextRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** The words that hold now. */
  @Transactional(readOnly = true)
  public TextVersion get(UUID owner, TextKind kind) {
    return get(owner, kind, null);
  }

  /**
   * The words that held at a moment.
   *
   * @param at null for now
   */
  @Transactional(readOnly = true)
  public TextVersion get(UUID owner, TextKind kind, @Nullable Instant at) {
    return rows.find(owner, kind.key(), at).orElseGet(() -> shipped(kind));
  }

  /**
   * One writing of it; 0 is the shipped one.
   *
   * @throws Rejected with {@link DocumentProblem#NO_SUCH_TEXT}
   */
  @Transactional(readOnly = true)
  public TextVersion get(UUID owner, TextKind kind, int number) {
    return number == 0
        ? shipped(kind)
        : rows.find(owner, kind.key(), number)
            .orElseThrow(() -> new Rejected(DocumentProblem.NO_SUCH_TEXT));
  }

  public static TextVersion shipped(TextKind kind) {
    return new TextVersion(0, kind.shipped(), "", null);
  }

  /** Who wrote it and when, the last first. */
  @Transactional(readOnly = true)
  public List<TextEdition> editions(UUID owner, TextKind kind) {
    return rows.editions(owner, kind.key());
  }

  /** The last writing of each text that was written. */
  @Transactional(readOnly = true)
  public List<TextEdition> lastEditions(UUID owner) {
    return rows.lastEditions(owner);
  }

  /**
   * Writes it anew.
   *
   * @param seen number of the writing that the page showed
   * @throws Rejected with {@link DocumentProblem#TEXT_CHANGED} when somebody wrote since, {@link
   *     DocumentProblem#TEXT_FAULTY} when it is no text of this kind
   */
  @Transactional
  public TextVersion write(UUID owner, TextKind kind, String text, int seen, Author by) {
    if (!kind.faults(text).isEmpty()) {
      throw new Rejected(DocumentProblem.TEXT_FAULTY);
    }
    String written = text.replace("\r\n", "\n").replace('\r', '\n').strip() + "\n";
    if (!rows.insert(owner, kind.key(), written, seen, by, now())) {
      throw new Rejected(DocumentProblem.TEXT_CHANGED);
    }
    return get(owner, kind);
  }

  /**
   * Gives a new owner its texts, so that it keeps them when others are shipped.
   *
   * @param from an owner whose texts it takes, null for those that are shipped
   */
  @Transactional
  public void begin(UUID owner, @Nullable UUID from, List<TextKind> kinds, Author by) {
    if (from != null) {
      rows.copy(from, owner, by, now());
    }
    rows.insertFirst(owner, kinds, by, now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
