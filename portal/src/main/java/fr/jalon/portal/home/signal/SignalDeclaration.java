package fr.jalon.portal.home.signal;

import fr.jalon.portal.register.Declaration;
import fr.jalon.portal.register.Retention;
import fr.jalon.portal.register.Retention.Source;
import fr.jalon.portal.register.TableRetention;
import fr.jalon.portal.register.Trace;
import fr.jalon.portal.register.Treatment;
import fr.jalon.portal.register.Treatment.Controller;
import fr.jalon.portal.register.Treatment.Data;
import fr.jalon.portal.register.Treatment.LegalBasis;
import fr.jalon.portal.register.Treatment.People;
import fr.jalon.portal.register.Treatment.Recipient;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which signals somebody saw or put off, and the mails of Mondays they got. */
@Component
class SignalDeclaration implements Declaration {
  private static final String SIGNALS = "signals";
  private static final String DIGESTS = "signal-digests";

  /** What is resolved serves the season's review, and the next season's. */
  private static final Period KEPT = Period.ofYears(2);

  /** That a week's mail was written serves that week; a year, to answer who asks. */
  private static final Period WRITTEN = Period.ofYears(1);

  private final JdbcClient jdbc;

  SignalDeclaration(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Treatment> treatments() {
    return List.of(
        new Treatment(
            SIGNALS,
            Controller.ORGANIZER,
            LegalBasis.PUBLIC_TASK,
            Set.of(People.STAFF),
            Set.of(Data.ACTS),
            Set.of(Recipient.FACILITATORS)));
  }

  @Override
  public List<Trace> traces() {
    return List.of(
        Trace.anonymized(
            "signals",
            "home.signal",
            """
            select first_seen as at, jsonb_build_object('subject', kind, 'text', told) as data
            from home.signal
            where register.speaks_of(told, :name) or register.speaks_of(told, :email)
            """,
            """
            update home.signal set told = register.without(told, :name, :email, :erased)
            where register.speaks_of(told, :name) or register.speaks_of(told, :email)
            """),
        Trace.erased(
            "signal-marks",
            "home.mark",
            """
            select m.at, jsonb_build_object('subject', s.kind) as data
            from home.mark m join home.signal s on s.id = m.signal_id where m.person_id = :id
            """,
            "delete from home.mark where person_id = :id"),
        Trace.erased(
            "signal-digests",
            "home.digest",
            """
            select at, jsonb_build_object('to', week::text) as data
            from home.digest where person_id = :id
            """,
            "delete from home.digest where person_id = :id"),
        Trace.erased(
            "signal-digest-stopped",
            "home.digest_stopped",
            """
            select at, jsonb_build_object('status', 'STOPPED') as data
            from home.digest_stopped where person_id = :id
            """,
            "delete from home.digest_stopped where person_id = :id"));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(
        new TableRetention(
            jdbc,
            new Retention.Rule(SIGNALS, SIGNALS, KEPT, Source.PROPOSED, false, true),
            """
            select id::text as id, resolved_at as at, kind as said
            from home.signal where resolved_at < :before order by 2, 1 limit :most
            """,
            """
            delete from home.signal where id::text = any(:ids) and resolved_at < :before
            """),
        new TableRetention(
            jdbc,
            new Retention.Rule(DIGESTS, SIGNALS, WRITTEN, Source.PROPOSED, false, true),
            """
            select person_id || ' ' || week as id, at, week::text as said
            from home.digest where at < :before order by 2, 1 limit :most
            """,
            """
            delete from home.digest where person_id || ' ' || week = any(:ids) and at < :before
            """));
  }
}
