package fr.jalon.portal.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of texts: one statement a method. */
@Repository
class TextRows {
  private final JdbcClient jdbc;

  TextRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The last writing before a moment, that moment included. */
  Optional<TextVersion> find(UUID owner, String kind, @Nullable Instant at) {
    return jdbc.sql(
            """
            select * from document.text_version
            where owner = :owner and kind = :kind and at <= coalesce(:at::timestamptz, 'infinity')
            order by number desc limit 1
            """)
        .param("owner", owner)
        .param("kind", kind)
        .param("at", at == null ? null : Timestamp.from(at))
        .query(TextRows::version)
        .optional();
  }

  Optional<TextVersion> find(UUID owner, String kind, int number) {
    return jdbc.sql(
            """
            select * from document.text_version
            where owner = :owner and kind = :kind and number = :number
            """)
        .param("owner", owner)
        .param("kind", kind)
        .param("number", number)
        .query(TextRows::version)
        .optional();
  }

  List<TextEdition> editions(UUID owner, String kind) {
    return jdbc.sql(
            """
            select kind, number, author_name, at from document.text_version
            where owner = :owner and kind = :kind order by number desc
            """)
        .param("owner", owner)
        .param("kind", kind)
        .query(TextRows::edition)
        .list();
  }

  List<TextEdition> lastEditions(UUID owner) {
    return jdbc.sql(
            """
            select distinct on (kind) kind, number, author_name, at from document.text_version
            where owner = :owner order by kind, number desc
            """)
        .param("owner", owner)
        .query(TextRows::edition)
        .list();
  }

  /** False when it was written since. */
  boolean insert(UUID owner, String kind, String text, int seen, Author by, Instant now) {
    return jdbc.sql(
                """
                insert into document.text_version (owner, kind, number, text, author_id, author_name, at)
                select :owner, :kind, :seen + 1, :text, :author, :name, :now
                where :seen = (select coalesce(max(number), 0) from document.text_version
                               where owner = :owner and kind = :kind)
                on conflict do nothing
                """)
            .param("owner", owner)
            .param("kind", kind)
            .param("seen", seen)
            .param("text", text)
            .param("author", by.id())
            .param("name", by.name())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  void copy(UUID from, UUID to, Author by, Instant now) {
    jdbc.sql(
            """
            insert into document.text_version (owner, kind, number, text, author_id, author_name, at)
            select distinct on (kind) :to, kind, 1, text, :author, :name, :now::timestamptz
            from document.text_version where owner = :from order by kind, number desc
            """)
        .param("from", from)
        .param("to", to)
        .param("author", by.id())
        .param("name", by.name())
        .param("now", Timestamp.from(now))
        .update();
  }

  /** The shipped words of those that have none. */
  void insertFirst(UUID owner, List<TextKind> kinds, Author by, Instant now) {
    jdbc.sql(
            """
            insert into document.text_version (owner, kind, number, text, author_id, author_name, at)
            select :owner, kind, 1, text, :author, :name, :now
            from unnest(:kinds::text[], :texts::text[]) as given (kind, text)
            on conflict do nothing
            """)
        .param("owner", owner)
        .param("kinds", kinds.stream().map(TextKind::key).toArray(String[]::new))
        .param("texts", kinds.stream().map(TextKind::shipped).toArray(String[]::new))
        .param("author", by.id())
        .param("name", by.name())
        .param("now", Timestamp.from(now))
        .update();
  }

  private static TextVersion version(ResultSet row, int n) throws SQLException {
    return new TextVersion(
        row.getInt("number"),
        row.getString("text"),
        row.getString("author_name"),
        Objects.requireNonNull(row.getTimestamp("at")).toInstant());
  }

  private static TextEdition edition(ResultSet row, int n) throws SQLException {
    return new TextEdition(
        row.getString("kind"),
        row.getInt("number"),
        row.getString("author_name"),
        row.getTimestamp("at").toInstant());
  }
}
