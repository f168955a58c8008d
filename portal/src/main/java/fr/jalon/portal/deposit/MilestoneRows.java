package fr.jalon.portal.deposit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how far deposits are: one statement a method, whatever their number. */
@Repository
class MilestoneRows {
  private final JdbcClient jdbc;

  MilestoneRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The deposit published last of each dataset, else the one changed last. Of what is published the
   * inspection and the outcome are left where they are: what they were asked held then.
   */
  List<Deposit> listLast(UUID organizationId) {
    return jdbc.sql(
            """
            with one as (
              select distinct on (coalesce(dataset_id, id)) * from deposit.deposit
              where organization_id = :organization and refusal is null and erased_at is null
              order by coalesce(dataset_id, id), published_at desc nulls last, saved_at desc
            )
            select id, organization_id, person_id, file_name, file_size, file_sha256, erased_at, step,
              job, job_stage, job_share, job_failed, reading, schema_choice, reading_revision,
              protection_stale, accepted, description, description_revision, update_way, update_key,
              agreed, dataset_id, version_id, asked_at, published_at, created_at, saved_by, saved_at,
              revision,
              case when published_at is null then inspection end as inspection,
              case when published_at is null then export end as export,
              (select json_agg(c order by c.decided_at)::text from deposit.decision c
               where c.deposit_id = one.id) as decisions
            from one order by saved_at desc, id
            """)
        .param("organization", organizationId)
        .query(DepositRows::deposit)
        .list();
  }

  /** All deposits that a dataset came from or was renewed by, by dataset. */
  Map<UUID, Set<UUID>> listByDataset(UUID organizationId) {
    Map<UUID, Set<UUID>> all = new HashMap<>();
    jdbc.sql(
            """
            select id, dataset_id from deposit.deposit
            where organization_id = :organization and dataset_id is not null
            """)
        .param("organization", organizationId)
        .query(
            row -> {
              all.computeIfAbsent(row.getObject("dataset_id", UUID.class), none -> new HashSet<>())
                  .add(row.getObject("id", UUID.class));
            });
    return all;
  }

  /** When that side agreed to what is in the sandbox, or published, by deposit. */
  Map<UUID, Instant> listVisas(Collection<UUID> depositIds, Visa.Side side) {
    Map<UUID, Instant> given = new HashMap<>();
    jdbc.sql(
            """
            select v.deposit_id, v.given_at from deposit.visa v
            join deposit.deposit d on d.id = v.deposit_id and d.version_id = v.version_id
            where v.deposit_id = any(:deposits) and v.side = :side
            """)
        .param("deposits", depositIds.toArray(UUID[]::new))
        .param("side", side.name())
        .query(
            row -> {
              given.put(
                  row.getObject("deposit_id", UUID.class),
                  row.getTimestamp("given_at").toInstant());
            });
    return given;
  }

  /** When each thing happened last, by deposit. */
  Map<UUID, Map<Event.What, Instant>> listEvents(Collection<UUID> depositIds) {
    Map<UUID, Map<Event.What, Instant>> events = new HashMap<>();
    jdbc.sql(
            """
            select deposit_id, what, max(at) as at from deposit.event
            where deposit_id = any(:deposits) group by deposit_id, what
            """)
        .param("deposits", depositIds.toArray(UUID[]::new))
        .query(
            row -> {
              events
                  .computeIfAbsent(
                      row.getObject("deposit_id", UUID.class),
                      none -> new EnumMap<>(Event.What.class))
                  .put(
                      Event.What.valueOf(row.getString("what")),
                      row.getTimestamp("at").toInstant());
            });
    return events;
  }

  /** The first deposit of each dataset, those that cannot be read left out; the first first. */
  List<Begun> listBegun(Collection<UUID> organizationIds) {
    return jdbc.sql(
            """
            with one as (
              select distinct on (coalesce(dataset_id, id)) id, organization_id,
                coalesce(nullif(title, ''), file_name) as title, created_at
              from deposit.deposit
              where organization_id = any(:organizations) and refusal is null and erased_at is null
              order by coalesce(dataset_id, id), created_at, id
            )
            select * from one order by created_at, id
            """)
        .param("organizations", organizationIds.toArray(UUID[]::new))
        .query(
            (row, n) ->
                new Begun(
                    row.getObject("id", UUID.class),
                    row.getObject("organization_id", UUID.class),
                    row.getString("title"),
                    row.getTimestamp("created_at").toInstant()))
        .list();
  }

  /**
   * Of each dataset, the deposit under way that was worked on last, since a moment: one that
   * another has overtaken is left out. Those worked on since {@code still} are not looked into.
   */
  List<UnderWay> listUnderWay(Collection<UUID> organizationIds, Instant since, Instant still) {
    return jdbc.sql(
            """
            with one as (
              select distinct on (coalesce(d.dataset_id, d.id)) d.* from deposit.deposit d
              where d.organization_id = any(:organizations) and d.published_at is null
                and d.erased_at is null and d.saved_at >= :since
                and not exists (
                  select 1 from deposit.deposit later
                  where later.dataset_id = d.dataset_id and later.published_at > d.saved_at)
              order by coalesce(d.dataset_id, d.id), d.saved_at desc
            )
            select id, organization_id, person_id, file_name, file_size, file_sha256, erased_at, step,
              job, job_stage, job_share, job_failed, reading, schema_choice, reading_revision,
              protection_stale, accepted, description, description_revision, update_way, update_key,
              agreed, dataset_id, version_id, asked_at, published_at, created_at, saved_by, saved_at,
              revision, refusal is not null as refused,
              case when refusal is null and saved_at < :still then inspection end as inspection,
              case when refusal is null and saved_at < :still then export end as export,
              (select json_agg(c order by c.decided_at)::text from deposit.decision c
               where c.deposit_id = one.id) as decisions,
              array(select v.side from deposit.visa v
                where v.deposit_id = one.id and v.version_id = one.version_id) as visas
            from one order by saved_at, id
            """)
        .param("organizations", organizationIds.toArray(UUID[]::new))
        .param("since", Timestamp.from(since))
        .param("still", Timestamp.from(still))
        .query(
            (row, n) ->
                UnderWay.of(
                    DepositRows.deposit(row, n),
                    row.getBoolean("refused"),
                    Arrays.stream((String[]) row.getArray("visas").getArray())
                        .map(Visa.Side::valueOf)
                        .collect(Collectors.toSet())))
        .list();
  }

  /**
   * Causes that are no mere advice, found in so many files of an authority since a moment; only the
   * files of those who gave as many are opened.
   */
  List<Repeated> listRepeated(Collection<UUID> organizationIds, Instant since, int files) {
    return jdbc.sql(
            """
            with file as (
              select id, organization_id, inspection, count(*) over (partition by organization_id) as files
              from deposit.deposit
              where organization_id = any(:organizations) and created_at >= :since
                and inspection is not null and refusal is null and erased_at is null
            ), found as (
              select distinct f.organization_id, f.id, cause ->> 'code' as code
              from file f, json_array_elements(f.inspection::json -> 'findings') cause
              where f.files >= :files and cause ->> 'severity' <> 'ADVICE'
            )
            select organization_id, code, count(*) as files from found
            group by organization_id, code having count(*) >= :files
            order by files desc, code
            """)
        .param("organizations", organizationIds.toArray(UUID[]::new))
        .param("since", Timestamp.from(since))
        .param("files", files)
        .query(
            (row, n) ->
                new Repeated(
                    row.getObject("organization_id", UUID.class),
                    row.getString("code"),
                    row.getLong("files")))
        .list();
  }
}
