package fr.jalon.portal.deposit;

import java.sql.Array;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whose work published versions are, for rooms that only read. */
@Service
public class Makings {
  private final JdbcClient jdbc;

  Makings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * By version; those that came otherwise than by a deposit are not in it. One statement for all of
   * them.
   */
  @Transactional(readOnly = true)
  public Map<UUID, Making> listOf(Collection<UUID> versionIds) {
    return jdbc
        .sql(
            """
            select d.id, d.version_id,
              array(select distinct e.person_id from deposit.event e
                where e.deposit_id = d.id and e.person_id is not null
                  and e.what not in ('VISA_GIVEN', 'PUBLISHED')) as people,
              exists (select 1 from deposit.suggested_mend s where s.deposit_id = d.id) as suggested
            from deposit.deposit d
            where d.version_id = any(:versions) and d.published_at is not null
            """)
        .param("versions", versionIds.toArray(UUID[]::new))
        .query(
            (row, n) -> {
              Array people = row.getArray("people");
              return new Making(
                  row.getObject("version_id", UUID.class),
                  row.getObject("id", UUID.class),
                  Set.of((UUID[]) people.getArray()),
                  row.getBoolean("suggested"));
            })
        .list()
        .stream()
        .collect(Collectors.toMap(Making::versionId, Function.identity()));
  }
}
