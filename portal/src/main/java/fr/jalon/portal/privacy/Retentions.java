package fr.jalon.portal.privacy;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.privacy.RetentionRows.Acceptance;
import fr.jalon.portal.register.Retention;
import fr.jalon.portal.register.Retention.Due;
import fr.jalon.portal.register.Retention.Rule;
import fr.jalon.portal.web.Rejected;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is past its time: shown first, accepted by somebody, then taken away at night. Whoever calls
 * checks who may.
 */
@Service
public class Retentions {
  /** Lines of one list: as many as somebody may be asked to read. */
  static final int MOST = 1_000;

  private static final int LONGEST_REFERENCE = 120;
  private static final Logger log = LoggerFactory.getLogger(Retentions.class);

  private final Register register;
  private final RetentionRows rows;
  private final Journal journal;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Retentions(
      Register register,
      RetentionRows rows,
      Journal journal,
      TransactionTemplate transaction,
      Clock clock) {
    this.register = register;
    this.rows = rows;
    this.journal = journal;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * One retention as it is.
   *
   * @param due what would go, {@link #MOST} lines at most
   * @param automatic true when it is applied each night
   * @param accepted what goes tonight, null when nobody accepted anything
   * @param fingerprint of the list, which a form sends back
   */
  record State(
      Rule rule,
      List<Due> due,
      boolean automatic,
      @Nullable Acceptance accepted,
      String fingerprint) {
    State {
      due = List.copyOf(due);
    }
  }

  /** All of them, with what would go. */
  @Transactional(readOnly = true)
  List<State> list() {
    Map<String, Boolean> automatic = rows.listAutomatic();
    Map<String, Acceptance> accepted = rows.listAcceptances();
    Instant now = now();
    return register.retentions().stream().map(one -> state(one, automatic, accepted, now)).toList();
  }

  /**
   * @throws Rejected with {@link PrivacyProblem#NO_SUCH_RETENTION}
   */
  @Transactional(readOnly = true)
  State get(String key) {
    return state(find(key), rows.listAutomatic(), rows.listAcceptances(), now());
  }

  /**
   * Someone agrees that the lines shown go.
   *
   * @param fingerprint of the list that was shown
   * @param visa reference of that of the archives, where one is needed
   */
  @Transactional
  State accept(String key, Person by, String fingerprint, String visa) {
    State state = get(key);
    if (state.due().isEmpty()) {
      throw new Rejected(PrivacyProblem.NOTHING_DUE);
    }
    if (!state.fingerprint().equals(fingerprint)) {
      throw new Rejected(PrivacyProblem.CHANGED_MEANWHILE);
    }
    String reference = clean(visa);
    if (state.rule().visa() && reference.isEmpty()) {
      throw new Rejected(PrivacyProblem.VISA_MISSING);
    }
    rows.accept(key, state.due().stream().map(Due::id).toList(), by, reference, now());
    journal.add(by, Journal.Kind.ACCEPTED, key, state.due().size(), reference);
    return state;
  }

  /** Nothing goes after all. */
  @Transactional
  void keep(String key, Person by) {
    int kept = get(key).due().size();
    rows.takeAcceptance(key);
    journal.add(by, Journal.Kind.KEPT, key, kept, "");
  }

  /** Applies a retention each night, or no more. */
  @Transactional
  void setAutomatic(String key, Person by, boolean applied) {
    State state = get(key);
    if (applied && state.rule().visa()) {
      throw new Rejected(PrivacyProblem.NEVER_EVERY_NIGHT);
    }
    rows.setAutomatic(key, applied);
    journal.add(
        by, applied ? Journal.Kind.AUTOMATIC : Journal.Kind.BY_HAND, key, state.due().size(), "");
  }

  /**
   * Takes away what was accepted and what goes each night; a retention that fails stops no other.
   */
  void apply() {
    for (Retention retention : register.retentions()) {
      try {
        transaction.executeWithoutResult(status -> apply(retention));
      } catch (RuntimeException failed) {
        log.warn(
            "What is past its time stays until tomorrow ({}): {}",
            retention.rule().key(),
            failed.getMessage());
      }
    }
  }

  private void apply(Retention retention) {
    Rule rule = retention.rule();
    Instant now = now();
    Acceptance accepted = rows.takeAcceptance(rule.key()).orElse(null);
    if (accepted != null) {
      remove(retention, accepted.ids(), accepted.reference(), now);
    }
    if (isAutomatic(rule, rows.listAutomatic())) {
      List<Due> due = retention.listDue(now, MOST);
      if (!due.isEmpty()) {
        remove(retention, due.stream().map(Due::id).toList(), "", now);
      }
    }
  }

  private void remove(Retention retention, List<String> ids, String reference, Instant now) {
    int gone = retention.remove(ids, now);
    journal.add(null, Journal.Kind.REMOVED, retention.rule().key(), gone, reference);
  }

  private State state(
      Retention retention,
      Map<String, Boolean> automatic,
      Map<String, Acceptance> accepted,
      Instant now) {
    Rule rule = retention.rule();
    List<Due> due = retention.listDue(now, MOST);
    return new State(
        rule, due, isAutomatic(rule, automatic), accepted.get(rule.key()), fingerprint(due));
  }

  private static boolean isAutomatic(Rule rule, Map<String, Boolean> said) {
    return !rule.visa() && said.getOrDefault(rule.key(), rule.usual());
  }

  private Retention find(String key) {
    return register.retentions().stream()
        .filter(one -> one.rule().key().equals(key))
        .findFirst()
        .orElseThrow(() -> new Rejected(PrivacyProblem.NO_SUCH_RETENTION));
  }

  private static String fingerprint(List<Due> due) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      due.forEach(one -> digest.update((one.id() + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static String clean(String typed) {
    String text = typed.replaceAll("\\p{Cntrl}+", " ").strip();
    return text.substring(0, Math.min(text.length(), LONGEST_REFERENCE));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
