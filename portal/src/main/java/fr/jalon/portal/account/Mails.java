package fr.jalon.portal.account;

import fr.jalon.engine.Json;
import fr.jalon.portal.web.PortalSettings;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails, written in the transaction that causes them and sent after it, again and again for a day
 * while the server does not take them.
 *
 * <p>In the demonstration nothing is sent: mails stay in their table and are shown on a page.
 */
@Service
public class Mails implements DisposableBean {
  /** Ends the addresses of people who were erased: no mail is for them (RFC 2606, 2). */
  private static final String ERASED = "@jalon.invalid";

  /**
   * Between two reminders to one person: reminded sooner, people resent it (three days is what help
   * desks of the public sector came to).
   */
  public static final Duration QUIET = Duration.ofDays(3);

  private static final Duration LONGEST_PATIENCE = Duration.ofDays(1);
  private static final Logger log = LoggerFactory.getLogger(Mails.class);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final boolean demo;
  private final boolean hasServer;
  private final MailServer server;
  private final ScheduledExecutorService postman =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "mails");
            thread.setDaemon(true);
            return thread;
          });

  Mails(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Clock clock,
      PortalSettings portal,
      MailSettings settings) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
    this.demo = portal.demo();
    this.hasServer = !settings.host().isBlank();
    this.server = new MailServer(settings);
  }

  /** A mail of the demonstration's page. */
  record Shown(String recipient, String subject, String text, Instant at) {}

  /** False when there is neither a mail server nor a page to show mails on. */
  public boolean reachPeople() {
    return demo || hasServer;
  }

  /**
   * A text that goes with a mail as a file.
   *
   * @param type its media type, without its encoding: always UTF-8
   */
  public record Attachment(String name, String type, String text) {}

  /** Has a mail sent, once the transaction it is written in is done. */
  public void send(String recipient, String subject, String text) {
    send(recipient, subject, text, null, null, false);
  }

  /**
   * The same, of a person's act: whoever answers it reaches that person.
   *
   * @param replyTo their address
   */
  public void send(Person to, String subject, String text, Person replyTo) {
    send(to.email(), subject, text, null, replyTo.email(), false);
  }

  /**
   * Reminds somebody who was silent, unless a reminder reached them within {@link #QUIET}: answers,
   * invitations and what is about signing in are not held back by it.
   *
   * @param replyTo whom an answer reaches, null for nobody in particular
   * @return false when it is too early: nothing was sent
   */
  public boolean remind(Person to, String subject, String text, @Nullable Person replyTo) {
    boolean early =
        jdbc.sql(
                """
                select exists (select 1 from account.mail
                  where recipient = :recipient and reminder and created_at > :since)
                """)
            .param("recipient", to.email())
            .param("since", Timestamp.from(clock.instant().minus(QUIET)))
            .query(Boolean.class)
            .single();
    if (!early) {
      send(to.email(), subject, text, null, replyTo == null ? null : replyTo.email(), true);
    }
    return !early;
  }

  /** The same, with a file. */
  public void send(String recipient, String subject, String text, @Nullable Attachment attachment) {
    send(recipient, subject, text, attachment, null, false);
  }

  private void send(
      String recipient,
      String subject,
      String text,
      @Nullable Attachment attachment,
      @Nullable String replyTo,
      boolean reminder) {
    if (recipient.endsWith(ERASED)) {
      return;
    }
    if (!reachPeople()) {
      // Kept nowhere: it may hold a link that signs in.
      log.warn("No mail server is set (jalon.mail.host): a mail to {} is not sent", recipient);
      return;
    }
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql(
            """
            insert into account.mail (id, recipient, subject, text, attachment, reply_to, reminder,
              created_at, next_try_at)
            values (:id, :recipient, :subject, :text, :attachment, :replyTo, :reminder, :now, :now)
            """)
        .param("id", UUID.randomUUID())
        .param("recipient", recipient)
        .param("subject", oneLine(subject))
        .param("text", text)
        .param("replyTo", replyTo)
        .param("reminder", reminder)
        .param("attachment", attachment == null ? null : Json.write(attachment))
        .param("now", now)
        .update();
    if (demo) {
      return;
    }
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              postman.execute(Mails.this::sendDue);
            }
          });
    } else {
      postman.execute(this::sendDue);
    }
  }

  /** The latest mails of the demonstration. */
  List<Shown> listShown() {
    return jdbc.sql(
            """
            select recipient, subject, text, created_at from account.mail
            order by created_at desc limit 50
            """)
        .query(
            (row, number) ->
                new Shown(
                    row.getString("recipient"),
                    row.getString("subject"),
                    row.getString("text"),
                    row.getTimestamp("created_at").toInstant()))
        .list();
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    if (!demo && hasServer) {
      postman.scheduleWithFixedDelay(this::sendDue, 5, 30, TimeUnit.SECONDS);
    }
  }

  @Override
  public void destroy() {
    postman.shutdownNow();
  }

  private void sendDue() {
    try {
      while (Boolean.TRUE.equals(transaction.execute(status -> sendOne()))) {
        // One mail, one transaction: a mail sent is not sent again because the next one failed.
      }
    } catch (RuntimeException databaseAway) {
      log.warn("Mails wait: {}", databaseAway.getMessage());
    }
  }

  private record Due(
      UUID id,
      String recipient,
      String subject,
      String text,
      @Nullable String attachment,
      @Nullable String replyTo,
      int tries) {}

  private boolean sendOne() {
    Instant now = clock.instant();
    List<Due> due =
        jdbc.sql(
                """
                select id, recipient, subject, text, attachment, reply_to, tries from account.mail
                where sent_at is null and next_try_at <= ? and created_at > ?
                order by next_try_at limit 1 for update skip locked
                """)
            .params(Timestamp.from(now), Timestamp.from(now.minus(LONGEST_PATIENCE)))
            .query(Due.class)
            .list();
    for (Due mail : due) {
      try {
        Attachment attachment =
            mail.attachment() == null ? null : Json.read(mail.attachment(), Attachment.class);
        server.send(
            mail.id(), mail.recipient(), mail.subject(), mail.text(), attachment, mail.replyTo());
        jdbc.sql(
                """
                update account.mail set sent_at = ?, text = '', attachment = null, last_error = null
                where id = ?
                """)
            .params(Timestamp.from(now), mail.id())
            .update();
      } catch (MailException refused) {
        // 1 min, 2, 4… an hour at most.
        Duration wait = Duration.ofMinutes(1L << Math.min(mail.tries(), 6));
        log.warn("Mail {} is not taken, next try in {}: {}", mail.id(), wait, refused.getMessage());
        jdbc.sql(
                """
                update account.mail set tries = tries + 1, next_try_at = ?, last_error = ?
                where id = ?
                """)
            .params(Timestamp.from(now.plus(wait)), String.valueOf(refused.getMessage()), mail.id())
            .update();
      }
    }
    return !due.isEmpty();
  }

  /** A line break in a subject would begin another header. */
  private static String oneLine(String subject) {
    return subject.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
