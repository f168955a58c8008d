package fr.jalon.portal.catalog;

import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The history of each dataset: lines are added with what they tell, and never changed. */
@Component
public class Trail {
  private final JdbcClient jdbc;
  private final Accounts accounts;

  Trail(JdbcClient jdbc, Accounts accounts) {
    this.jdbc = jdbc;
    this.accounts = accounts;
  }

  /** What is to be told of something done to a dataset. */
  public record Line(
      UUID datasetId,
      DatasetEvent.Kind kind,
      @Nullable Integer version,
      @Nullable Integer repeats,
      String reason) {
    public static Line of(UUID datasetId, DatasetEvent.Kind kind) {
      return new Line(datasetId, kind, null, null, "");
    }

    Line version(int number) {
      return new Line(datasetId, kind, number, repeats, reason);
    }

    Line repeating(int number) {
      return new Line(datasetId, kind, version, number, reason);
    }

    public Line because(String why) {
      return new Line(datasetId, kind, version, repeats, why);
    }
  }

  /** Adds a line, in the transaction of what it tells. */
  public void add(Line line, UUID by, Instant at) {
    Person person = accounts.find(by).orElse(null);
    jdbc.sql(
            """
            insert into catalog.event (dataset_id, at, person_id, person_name, role, kind, version, repeats, reason)
            values (:dataset, :at, :person, :name, :role, :kind, :version, :repeats, :reason)
            """)
        .param("dataset", line.datasetId())
        .param("at", Timestamp.from(at))
        .param("person", by)
        .param("name", person == null ? "" : person.name())
        .param("role", person == null ? null : person.role().name())
        .param("kind", line.kind().name())
        .param("version", line.version())
        .param("repeats", line.repeats())
        .param("reason", line.reason())
        .update();
  }

  /** Everything that happened to a dataset, the latest first. */
  @Transactional(readOnly = true)
  List<DatasetEvent> list(UUID datasetId) {
    return jdbc.sql("select * from catalog.event where dataset_id = :dataset order by id desc")
        .param("dataset", datasetId)
        .query(
            (row, number) -> {
              String role = row.getString("role");
              return new DatasetEvent(
                  row.getTimestamp("at").toInstant(),
                  row.getString("person_name"),
                  role == null ? null : Role.valueOf(role),
                  DatasetEvent.Kind.valueOf(row.getString("kind")),
                  row.getObject("version", Integer.class),
                  row.getObject("repeats", Integer.class),
                  row.getString("reason"));
            })
        .list();
  }
}
