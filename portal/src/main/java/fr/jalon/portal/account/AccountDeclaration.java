package fr.jalon.portal.account;

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

/** Accounts, what keeps them safe, and the mails sent to people. */
@Component
class AccountDeclaration implements Declaration {
  private static final String ACCOUNTS = "accounts";
  private static final String MAILS = "mails";

  /** Long enough for one season to end and the next to begin. */
  private static final Period UNUSED = Period.ofYears(2);

  private static final Period MAIL = Period.ofDays(30);

  private final JdbcClient jdbc;

  AccountDeclaration(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Treatment> treatments() {
    return List.of(
        new Treatment(
            ACCOUNTS,
            Controller.ORGANIZER,
            LegalBasis.PUBLIC_TASK,
            Set.of(People.AGENTS, People.STAFF),
            Set.of(Data.IDENTITY, Data.EMAIL, Data.EMPLOYER, Data.PASSWORD),
            Set.of(
                Recipient.AUTHORITY,
                Recipient.FACILITATORS,
                Recipient.ADMINISTRATORS,
                Recipient.HOST)),
        new Treatment(
            "security",
            Controller.ORGANIZER,
            LegalBasis.OBLIGATION,
            Set.of(People.AGENTS, People.STAFF, People.VISITORS),
            Set.of(Data.NETWORK, Data.ACTS),
            Set.of(Recipient.ADMINISTRATORS, Recipient.HOST)),
        new Treatment(
            MAILS,
            Controller.ORGANIZER,
            LegalBasis.PUBLIC_TASK,
            Set.of(People.AGENTS, People.STAFF, People.CONTACTS),
            Set.of(Data.EMAIL, Data.FREE_TEXT),
            Set.of(Recipient.ADMINISTRATORS, Recipient.HOST)));
  }

  @Override
  public List<Trace> traces() {
    return List.of(
        Trace.anonymized(
            "account",
            "account.person",
            """
            select created_at as at, jsonb_build_object('name', name, 'email', email, 'role', role,
              'used', used_at, 'withdrawn', withdrawn_at) as data
            from account.person where (id = :id or email = :email) and name <> :erased
            """,
            """
            update account.person
            set name = :erased, email = 'efface-' || id || '@jalon.invalid', password = null,
              withdrawn_at = coalesce(withdrawn_at, :now)
            where id = :id or email = :email
            """),
        Trace.erased(
            "sessions",
            "account.session",
            """
            select to_timestamp(creation_time / 1000.0) as at, jsonb_build_object() as data
            from account.session where principal_name = cast(:id as text)
            """,
            "delete from account.session where principal_name = cast(:id as text)"),
        Trace.erased(
            "sign-in-links",
            "account.sign_in_link",
            """
            select created_at as at, jsonb_build_object('used', used_at) as data
            from account.sign_in_link where person_id = :id
            """,
            "delete from account.sign_in_link where person_id = :id"),
        Trace.erased(
            "invitations",
            "account.invitation",
            """
            select created_at as at, jsonb_build_object('name', name, 'email', email, 'role', role) as data
            from account.invitation where email = :email
            """,
            "delete from account.invitation where email = :email"),
        Trace.erased(
            "mails-received",
            "account.mail",
            """
            select created_at as at, jsonb_build_object('email', recipient, 'subject', subject, 'text', text)
              as data
            from account.mail where lower(recipient) = :email
            """,
            "delete from account.mail where lower(recipient) = :email"),
        Trace.anonymized(
            "mails-about",
            "account.mail",
            """
            select created_at as at, jsonb_build_object('subject', subject) as data
            from account.mail
            where lower(recipient) <> :email
              and (register.speaks_of(concat_ws(' ', subject, text, last_error, reply_to), :name)
                or register.speaks_of(concat_ws(' ', subject, text, last_error, reply_to), :email))
            """,
            """
            update account.mail
            set subject = register.without(subject, :name, :email, :erased),
              text = register.without(text, :name, :email, :erased), last_error = null,
              reply_to = case when lower(reply_to) = :email then null else reply_to end
            where register.speaks_of(concat_ws(' ', subject, text, last_error, reply_to), :name)
              or register.speaks_of(concat_ws(' ', subject, text, last_error, reply_to), :email)
            """));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(
        new TableRetention(
            jdbc,
            new Retention.Rule("unused-accounts", ACCOUNTS, UNUSED, Source.PROPOSED, false, false),
            // whoever runs the portal is not locked out of it by a long silence
            """
            select id, coalesce(used_at, created_at) as at, name || ' · ' || email as said
            from account.person
            where coalesce(used_at, created_at) < :before and withdrawn_at is null
              and role <> 'ADMINISTRATOR'
            order by 2, 1 limit :most
            """,
            """
            update account.person
            set name = :erased, email = 'efface-' || id || '@jalon.invalid', password = null,
              withdrawn_at = :now
            where id::text = any(:ids) and coalesce(used_at, created_at) < :before
              and withdrawn_at is null and role <> 'ADMINISTRATOR'
            """),
        new TableRetention(
            jdbc,
            new Retention.Rule(
                "withdrawn-accounts", ACCOUNTS, UNUSED, Source.PROPOSED, false, false),
            """
            select id, withdrawn_at as at, name || ' · ' || email as said from account.person
            where withdrawn_at < :before and email not like 'efface-%@jalon.invalid'
            order by 2, 1 limit :most
            """,
            """
            update account.person
            set name = :erased, email = 'efface-' || id || '@jalon.invalid', password = null
            where id::text = any(:ids) and withdrawn_at < :before
            """),
        new TableRetention(
            jdbc,
            new Retention.Rule(MAILS, MAILS, MAIL, Source.PROPOSED, false, true),
            """
            select id, created_at as at, subject || ' · ' || recipient as said from account.mail
            where created_at < :before order by 2, 1 limit :most
            """,
            "delete from account.mail where id::text = any(:ids) and created_at < :before"));
  }
}
