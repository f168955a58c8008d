package fr.jalon.portal.deposit;

import fr.jalon.engine.Json;
import fr.jalon.portal.fetch.FetchProblem;
import fr.jalon.portal.fetch.FileLink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the imports: one statement a method. */
@Repository
class ImportRows {
  private final JdbcClient jdbc;

  ImportRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Import one) {
    jdbc.sql(
            """
            insert into deposit.import (id, organization_id, person_id, dataset_id, address, state,
              scheduled, created_at, saved_at)
            values (:id, :organization, :person, :dataset, :address, :state, :scheduled, :now, :now)
            """)
        .param("id", one.id())
        .param("organization", one.organizationId())
        .param("person", one.personId())
        .param("dataset", one.datasetId())
        .param("address", one.address())
        .param("state", one.state().name())
        .param("scheduled", one.scheduled())
        .param("now", Timestamp.from(one.createdAt()))
        .update();
  }

  Optional<Import> find(UUID id) {
    return jdbc.sql("select * from deposit.import where id = :id")
        .param("id", id)
        .query(ImportRows::one)
        .optional();
  }

  List<Import> findAll(Collection<UUID> ids) {
    return jdbc.sql("select * from deposit.import where id = any(:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query(ImportRows::one)
        .list();
  }

  /** The import when that very try is still wanted; kept for this transaction alone. */
  Optional<Import> findForAttempt(UUID id, int attempt) {
    return jdbc.sql(
            """
            select * from deposit.import
            where id = :id and attempt = :attempt and state = 'FETCHING' for update
            """)
        .param("id", id)
        .param("attempt", attempt)
        .query(ImportRows::one)
        .optional();
  }

  /** How often sites were asked for this person since then, or a little before. */
  int countSince(UUID personId, Instant since) {
    return jdbc.sql(
            """
            select coalesce(sum(attempt), 0) from deposit.import
            where person_id = :person and saved_at > :since and not scheduled
            """)
        .param("person", personId)
        .param("since", Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  /** Wants one try more of an import that stopped, and gives its number; empty when it goes on. */
  Optional<Integer> restart(UUID id, Instant now) {
    return jdbc.sql(
            """
            update deposit.import
            set state = 'FETCHING', attempt = attempt + 1, received = 0, announced = null,
              problem = null, problem_site = null, saved_at = :now
            where id = :id and state = 'STOPPED' returning attempt
            """)
        .param("id", id)
        .param("now", Timestamp.from(now))
        .query(Integer.class)
        .optional();
  }

  void progress(UUID id, int attempt, long received, long announced) {
    jdbc.sql(
            """
            update deposit.import set received = :received, announced = :announced
            where id = :id and attempt = :attempt and state = 'FETCHING'
            """)
        .param("id", id)
        .param("attempt", attempt)
        .param("received", received)
        .param("announced", announced < 0 ? null : announced)
        .update();
  }

  void stopped(UUID id, int attempt, FetchProblem problem, String site) {
    jdbc.sql(
            """
            update deposit.import set state = 'STOPPED', problem = :problem, problem_site = :site
            where id = :id and attempt = :attempt and state = 'FETCHING'
            """)
        .param("id", id)
        .param("attempt", attempt)
        .param("problem", problem.name())
        .param("site", site)
        .update();
  }

  /** The machine failed, not the site. */
  void failed(UUID id, int attempt) {
    jdbc.sql(
            """
            update deposit.import set state = 'STOPPED', problem = null
            where id = :id and attempt = :attempt and state = 'FETCHING'
            """)
        .param("id", id)
        .param("attempt", attempt)
        .update();
  }

  /** Several files are there. */
  void choosing(UUID id, int attempt, List<FileLink> files) {
    jdbc.sql(
            """
            update deposit.import set state = 'CHOOSING', choices = :choices
            where id = :id and attempt = :attempt and state = 'FETCHING'
            """)
        .param("id", id)
        .param("attempt", attempt)
        .param("choices", Json.write(files))
        .update();
  }

  /** Wants that file of the page, and gives the number of the try; empty when it is too late. */
  Optional<Integer> choose(UUID id, FileLink file, Instant now) {
    return jdbc.sql(
            """
            update deposit.import
            set state = 'FETCHING', attempt = attempt + 1, received = 0, announced = null,
              choice = :choice, saved_at = :now
            where id = :id and state = 'CHOOSING' returning attempt
            """)
        .param("id", id)
        .param("choice", Json.write(file))
        .param("now", Timestamp.from(now))
        .query(Integer.class)
        .optional();
  }

  void arrived(UUID id, String fileAddress, Instant now) {
    jdbc.sql(
            """
            update deposit.import
            set state = 'ARRIVED', file_address = :address, saved_at = :now
            where id = :id
            """)
        .param("id", id)
        .param("address", fileAddress)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** The file that came is the one there is already. */
  void unchanged(UUID id, String fileAddress, Instant now) {
    jdbc.sql(
            """
            update deposit.import
            set state = 'UNCHANGED', file_address = :address, saved_at = :now
            where id = :id
            """)
        .param("id", id)
        .param("address", fileAddress)
        .param("now", Timestamp.from(now))
        .update();
  }

  private static Import one(ResultSet row, int n) throws SQLException {
    String problem = row.getString("problem");
    String choice = row.getString("choice");
    return new Import(
        row.getObject("id", UUID.class),
        row.getObject("organization_id", UUID.class),
        row.getObject("person_id", UUID.class),
        row.getObject("dataset_id", UUID.class),
        row.getString("address"),
        Import.State.valueOf(row.getString("state")),
        row.getLong("received"),
        row.getObject("announced", Long.class),
        problem == null ? null : FetchProblem.valueOf(problem),
        Objects.requireNonNullElse(row.getString("problem_site"), ""),
        List.of(
            Json.read(
                Objects.requireNonNullElse(row.getString("choices"), "[]"), FileLink[].class)),
        choice == null ? null : Json.read(choice, FileLink.class),
        row.getString("file_address"),
        row.getBoolean("scheduled"),
        row.getTimestamp("created_at").toInstant());
  }
}
