package fr.jalon.portal.help;

import fr.jalon.portal.register.Declaration;
import fr.jalon.portal.register.Retention;
import fr.jalon.portal.register.Retention.Rule;
import fr.jalon.portal.register.Retention.Source;
import fr.jalon.portal.register.Trace;
import fr.jalon.portal.register.Treatment;
import fr.jalon.portal.register.Treatment.Controller;
import fr.jalon.portal.register.Treatment.Data;
import fr.jalon.portal.register.Treatment.LegalBasis;
import fr.jalon.portal.register.Treatment.People;
import fr.jalon.portal.register.Treatment.Recipient;
import fr.jalon.portal.storage.UnusedFiles;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who asked, who answered, and what they wrote to each other. */
@Component
class HelpDeclaration implements Declaration {
  private static final String HELP = "help";

  /** As long as notes: they serve the accompaniment, then its evaluation. */
  private static final Period REQUESTS = Period.ofYears(2);

  private final JdbcClient jdbc;
  private final UnusedFiles unused;

  HelpDeclaration(JdbcClient jdbc, UnusedFiles unused) {
    this.jdbc = jdbc;
    this.unused = unused;
  }

  @Override
  public List<Treatment> treatments() {
    return List.of(
        new Treatment(
            HELP,
            Controller.ORGANIZER,
            LegalBasis.PUBLIC_TASK,
            Set.of(People.AGENTS, People.STAFF),
            Set.of(Data.IDENTITY, Data.ACTS, Data.FREE_TEXT),
            Set.of(Recipient.AUTHORITY, Recipient.FACILITATORS, Recipient.HOST)));
  }

  @Override
  public List<Trace> traces() {
    return List.of(
        Trace.anonymized(
            "help-requests",
            "help.request",
            """
            select asked_at as at, jsonb_build_object('name', author_name, 'subject', category,
              'status', state) as data
            from help.request where author_id = :id and author_name <> :erased
            """,
            """
            update help.request set author_name = :erased where author_id = :id
            """),
        Trace.anonymized(
            "help-helpers",
            "help.helper",
            """
            select at, jsonb_build_object('name', person_name) as data
            from help.helper where person_id = :id and person_name <> :erased
            """,
            """
            update help.helper set person_name = :erased where person_id = :id
            """),
        Trace.anonymized(
            "help-lines",
            "help.line",
            """
            select at, jsonb_build_object('name', who, 'act', what, 'text', text) as data
            from help.line
            where (person_id = :id and who <> :erased)
              or register.speaks_of(text, :name) or register.speaks_of(text, :email)
            """,
            """
            update help.line
            set who = case when person_id = :id then :erased else who end,
              text = register.without(text, :name, :email, :erased)
            where person_id = :id or register.speaks_of(text, :name) or register.speaks_of(text, :email)
            """),
        Trace.anonymized(
            "help-attachments",
            "help.attachment",
            """
            select l.at, jsonb_build_object('file', a.name) as data
            from help.attachment a join help.line l on l.id = a.line_id
            where register.speaks_of(a.name, :name) or register.speaks_of(a.name, :email)
            """,
            """
            update help.attachment
            set name = register.without(name, :name, :email, :erased)
            where register.speaks_of(name, :name) or register.speaks_of(name, :email)
            """),
        Trace.anonymized(
            "help-articles",
            "help.article",
            """
            select written_at as at, jsonb_build_object('title', title, 'by', written_name) as data
            from help.article
            where (written_by = :id and written_name <> :erased) or (read_by = :id and read_name <> :erased)
            """,
            """
            update help.article
            set written_name = case when written_by = :id then :erased else written_name end,
              read_name = case when read_by = :id then :erased else read_name end
            where written_by = :id or read_by = :id
            """),
        Trace.erased(
            "help-ratings",
            "help.rating",
            """
            select a.written_at as at, jsonb_build_object('title', a.title) as data
            from help.rating r join help.article a on a.id = r.article_id where r.person_id = :id
            """,
            "delete from help.rating where person_id = :id"));
  }

  @Override
  public List<Retention> retentions() {
    return List.of(
        new HelpRetention(
            jdbc,
            new Rule("help-requests", HELP, REQUESTS, Source.PROPOSED, false, false),
            unused));
  }
}
