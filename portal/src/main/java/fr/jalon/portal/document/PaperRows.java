package fr.jalon.portal.document;

import fr.jalon.portal.document.KeptPaper.Scan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of papers: one statement a method. */
@Repository
class PaperRows {
  private final JdbcClient jdbc;

  PaperRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Nothing when the same is there. */
  void insert(KeptPaper paper, UUID author) {
    jdbc.sql(
            """
            insert into document.paper (id, subject, name, title, pdf_sha256, odt_sha256, author_id, author_name, at)
            values (:id, :subject, :name, :title, :pdf, :odt, :author, :by, :at)
            on conflict (subject, name, pdf_sha256) do nothing
            """)
        .param("id", paper.id())
        .param("subject", paper.subject())
        .param("name", paper.name())
        .param("title", paper.title())
        .param("pdf", paper.pdf())
        .param("odt", paper.odt())
        .param("author", author)
        .param("by", paper.author())
        .param("at", Timestamp.from(paper.at()))
        .update();
  }

  void attach(UUID id, Scan scan) {
    jdbc.sql(
            """
            update document.paper set scan_sha256 = :sha256, scan_name = :name,
              scan_author_name = :by, scan_at = :at where id = :id
            """)
        .param("id", id)
        .param("sha256", scan.sha256())
        .param("name", scan.name())
        .param("by", scan.author())
        .param("at", Timestamp.from(scan.at()))
        .update();
  }

  List<KeptPaper> list(UUID subject) {
    return jdbc.sql("select * from document.paper where subject = :subject order by at desc, id")
        .param("subject", subject)
        .query(PaperRows::paper)
        .list();
  }

  Optional<KeptPaper> find(UUID subject, UUID id) {
    return jdbc.sql("select * from document.paper where subject = :subject and id = :id")
        .param("subject", subject)
        .param("id", id)
        .query(PaperRows::paper)
        .optional();
  }

  Optional<KeptPaper> find(UUID subject, String name, String pdf) {
    return jdbc.sql(
            """
            select * from document.paper
            where subject = :subject and name = :name and pdf_sha256 = :pdf
            """)
        .param("subject", subject)
        .param("name", name)
        .param("pdf", pdf)
        .query(PaperRows::paper)
        .optional();
  }

  /** Gives the files they had; something else may use the same. */
  List<String> remove(Collection<UUID> subjects) {
    return jdbc.sql(
            """
            with gone as (delete from document.paper where subject = any(:subjects) returning *)
            select pdf_sha256 from gone union select odt_sha256 from gone
            union select scan_sha256 from gone where scan_sha256 is not null
            """)
        .param("subjects", subjects.toArray(UUID[]::new))
        .query(String.class)
        .list();
  }

  List<UUID> having(Collection<UUID> subjects) {
    return jdbc.sql("select distinct subject from document.paper where subject = any(:subjects)")
        .param("subjects", subjects.toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }

  boolean uses(String sha256) {
    return jdbc.sql(
            """
            select exists (select 1 from document.paper
              where pdf_sha256 = :sha256 or odt_sha256 = :sha256 or scan_sha256 = :sha256)
            """)
        .param("sha256", sha256)
        .query(Boolean.class)
        .single();
  }

  private static KeptPaper paper(ResultSet row, int n) throws SQLException {
    return new KeptPaper(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        row.getObject("subject", UUID.class),
        row.getString("name"),
        row.getString("title"),
        row.getString("pdf_sha256"),
        row.getString("odt_sha256"),
        row.getString("author_name"),
        row.getTimestamp("at").toInstant(),
        scan(row));
  }

  private static @Nullable Scan scan(ResultSet row) throws SQLException {
    String sha256 = row.getString("scan_sha256");
    return sha256 == null
        ? null
        : new Scan(
            row.getString("scan_name"),
            sha256,
            row.getString("scan_author_name"),
            row.getTimestamp("scan_at").toInstant());
  }
}
