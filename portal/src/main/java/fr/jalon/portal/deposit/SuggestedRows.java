package fr.jalon.portal.deposit;

import fr.jalon.engine.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the mends suggested: one statement a method. */
@Repository
class SuggestedRows {
  private final JdbcClient jdbc;

  SuggestedRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(SuggestedMend one) {
    jdbc.sql(
            """
            insert into deposit.suggested_mend (id, deposit_id, mends, by_id, by_name, at)
            values (:id, :deposit, :mends, :by, :name, :at)
            """)
        .param("id", one.id())
        .param("deposit", one.depositId())
        .param("mends", Json.write(one.parts()))
        .param("by", one.byId())
        .param("name", one.byName())
        .param("at", Timestamp.from(one.at()))
        .update();
  }

  Optional<SuggestedMend> find(UUID id, UUID depositId) {
    return jdbc.sql("select * from deposit.suggested_mend where id = :id and deposit_id = :deposit")
        .param("id", id)
        .param("deposit", depositId)
        .query(SuggestedRows::suggestion)
        .optional();
  }

  /** Those nobody answered, the first first. */
  List<SuggestedMend> listOpen(UUID depositId) {
    return jdbc.sql(
            """
            select * from deposit.suggested_mend
            where deposit_id = :deposit and standing = 'OPEN' order by at, id
            """)
        .param("deposit", depositId)
        .query(SuggestedRows::suggestion)
        .list();
  }

  List<SuggestedMend> listAll(Collection<UUID> ids) {
    return jdbc.sql("select * from deposit.suggested_mend where id = any(:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query(SuggestedRows::suggestion)
        .list();
  }

  /** False when somebody answered it already. */
  boolean settle(UUID id, SuggestedMend.Standing standing, String by, Instant now) {
    return jdbc.sql(
                """
                update deposit.suggested_mend
                set standing = :standing, settled_by = :by, settled_at = :now
                where id = :id and standing = 'OPEN'
                """)
            .param("id", id)
            .param("standing", standing.name())
            .param("by", by)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  private static SuggestedMend suggestion(ResultSet row, int n) throws SQLException {
    return new SuggestedMend(
        row.getObject("id", UUID.class),
        row.getObject("deposit_id", UUID.class),
        List.of(Json.read(row.getString("mends"), SuggestedMend.Part[].class)),
        row.getObject("by_id", UUID.class),
        row.getString("by_name"),
        row.getTimestamp("at").toInstant(),
        SuggestedMend.Standing.valueOf(row.getString("standing")),
        row.getString("settled_by"));
  }
}
