package fr.jalon.portal.deposit;

import fr.jalon.engine.Inspection;
import fr.jalon.engine.Json;
import fr.jalon.engine.export.Update;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.table.Refusal;
import fr.jalon.portal.organization.Organizations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the deposits: one statement a method. */
@Repository
class DepositRows {
  private static final String SELECT =
      """
      select d.*, (select json_agg(c order by c.decided_at)::text from deposit.decision c
                   where c.deposit_id = d.id) as decisions
      from deposit.deposit d
      """;

  private final JdbcClient jdbc;

  DepositRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What an organization has with us. */
  record Held(long deposits, long bytes) {}

  /** Waits for whoever counts for the same organization, to the end of their transaction. */
  Held held(UUID organizationId) {
    return jdbc.sql(
            """
            with alone as materialized (
              select pg_advisory_xact_lock(hashtextextended(:organization::text, 0)))
            select count(d.id) as deposits, coalesce(sum(d.file_size), 0) as bytes
            from alone left join deposit.deposit d on d.organization_id = :organization
            """)
        .param("organization", organizationId)
        .query(Held.class)
        .single();
  }

  /** A file just received, to be read. */
  void insert(
      UUID id,
      UUID organizationId,
      UUID personId,
      Deposit.ReceivedFile file,
      @Nullable UUID datasetId,
      @Nullable String schema,
      Instant now) {
    jdbc.sql(
            """
            insert into deposit.deposit (id, organization_id, person_id, file_name, file_size,
              file_sha256, step, saved_by, reading, schema_choice, dataset_id, created_at, saved_at)
            values (:id, :organization, :person, :name, :size, :sha256, 'READING', :person,
              :reading, :schema, :dataset, :now, :now)
            """)
        .param("id", id)
        .param("organization", organizationId)
        .param("person", personId)
        .param("name", file.name())
        .param("size", file.size())
        .param("sha256", file.sha256())
        .param("reading", Json.write(ReadOptions.NONE))
        .param("schema", schema)
        .param("dataset", datasetId)
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<Deposit> find(UUID id) {
    return jdbc.sql(SELECT + "where d.id = :id")
        .param("id", id)
        .query(DepositRows::deposit)
        .optional();
  }

  /** The deposit, kept for this transaction alone until it ends. */
  Optional<Deposit> findForUpdate(UUID id) {
    return jdbc.sql(SELECT + "where d.id = :id for update of d")
        .param("id", id)
        .query(DepositRows::deposit)
        .optional();
  }

  /** Whose a deposit is. */
  record Owner(UUID organizationId, UUID personId) {}

  Optional<Owner> findOwner(UUID id) {
    return jdbc.sql("select organization_id, person_id from deposit.deposit where id = :id")
        .param("id", id)
        .query(Owner.class)
        .optional();
  }

  /** Forgets what these people practised on; gives the hashes of what is needed no more. */
  List<String> deletePractice(Collection<UUID> personIds) {
    return jdbc.sql(
            """
            with gone as (
                select id, file_sha256, rows_sha256 from deposit.deposit
                where organization_id = :practice and person_id = any(:people)),
              events as (delete from deposit.event where deposit_id in (select id from gone)),
              visas as (delete from deposit.visa where deposit_id in (select id from gone)),
              recipes as (delete from deposit.recipe where deposit_id in (select id from gone)),
              deposits as (delete from deposit.deposit where id in (select id from gone))
            select distinct file_sha256 from gone
            union
            select distinct rows_sha256 from gone where rows_sha256 is not null
            """)
        .param("practice", Organizations.PRACTICE)
        .param("people", personIds.toArray(UUID[]::new))
        .query(String.class)
        .list();
  }

  Optional<JobState> findJob(UUID id) {
    return jdbc.sql(
            "select job, job_stage, job_share, job_failed from deposit.deposit where id = :id")
        .param("id", id)
        .query((row, n) -> job(row))
        .optional();
  }

  /** The furthest step reached is at least that one. */
  void reach(UUID id, Step step, UUID by, Instant now) {
    saved(
            """
        update deposit.deposit set step = :step, revision = revision + 1, saved_by = :by, saved_at = :now
        where id = :id
        """,
            id,
            by,
            now)
        .param("step", step.name())
        .update();
  }

  /** The file is to be read that way: what was made of the earlier reading no longer holds. */
  void reread(UUID id, ReadOptions reading, @Nullable String schema, UUID by, Instant now) {
    saved(
            """
        update deposit.deposit
        set step = 'READING', reading = :reading, schema_choice = :schema,
          reading_revision = reading_revision + 1, export = null, version_id = null, asked_at = null,
          revision = revision + 1, saved_by = :by, saved_at = :now
        where id = :id
        """,
            id,
            by,
            now)
        .param("reading", Json.write(reading))
        .param("schema", schema)
        .update();
  }

  /** These mends are to be applied: what earlier ones gave no longer holds. */
  void accept(UUID id, List<Proposal> accepted, UUID by, Instant now) {
    saved(
            """
        update deposit.deposit
        set accepted = :accepted, export = null, version_id = null, asked_at = null,
          revision = revision + 1, saved_by = :by, saved_at = :now
        where id = :id
        """,
            id,
            by,
            now)
        .param("accepted", Json.write(accepted))
        .update();
  }

  /** Something was decided about people: the file is to be looked at again before it goes on. */
  void unsettle(UUID id, UUID by, Instant now) {
    saved(
            """
        update deposit.deposit
        set protection_stale = true, export = null, version_id = null, asked_at = null,
          step = 'PROTECTION', revision = revision + 1, saved_by = :by, saved_at = :now
        where id = :id
        """,
            id,
            by,
            now)
        .update();
  }

  /** The file is to do that to the published rows: what was written otherwise no longer holds. */
  void renew(UUID id, Update how, List<String> key, UUID by, Instant now) {
    saved(
            """
            update deposit.deposit
            set update_way = :how, update_key = :key, agreed = '', export = null, version_id = null,
              asked_at = null, revision = revision + 1, saved_by = :by, saved_at = :now
            where id = :id
            """,
            id,
            by,
            now)
        .param("how", how.name())
        .param("key", Json.write(key))
        .update();
  }

  /** The rows cannot be updated as asked: the file takes the place of all of them. */
  void replaceAll(UUID id) {
    jdbc.sql(
            """
            update deposit.deposit set update_way = 'REPLACE', update_key = '[]', agreed = ''
            where id = :id
            """)
        .param("id", id)
        .update();
  }

  /** Someone agreed to what these alarms say. */
  void agree(UUID id, String alarms, UUID by, Instant now) {
    saved(
            """
            update deposit.deposit
            set agreed = :alarms, revision = revision + 1, saved_by = :by, saved_at = :now
            where id = :id
            """,
            id,
            by,
            now)
        .param("alarms", alarms)
        .update();
  }

  /** What is published changed meanwhile: the files are to be written and compared again. */
  void writeAgain(UUID id) {
    jdbc.sql(
            """
            update deposit.deposit set export = null, version_id = null, asked_at = null
            where id = :id and published_at is null
            """)
        .param("id", id)
        .update();
  }

  /** Described that way: a version that says something else is no longer the one to publish. */
  void describe(UUID id, Draft draft, UUID by, Instant now) {
    saved(
            """
        update deposit.deposit
        set title = :title, description = :description,
          description_revision = description_revision + 1, version_id = null, asked_at = null,
          revision = revision + 1, saved_by = :by, saved_at = :now
        where id = :id
        """,
            id,
            by,
            now)
        .param("title", draft.title())
        .param("description", Json.write(draft))
        .update();
  }

  /** With a version to look at in the sandbox. */
  void putInSandbox(UUID id, Step step, UUID dataset, UUID version, UUID by, Instant now) {
    saved(
            """
        update deposit.deposit
        set step = :step, dataset_id = :dataset, version_id = :version, asked_at = null,
          revision = revision + 1, saved_by = :by, saved_at = :now
        where id = :id
        """,
            id,
            by,
            now)
        .param("step", step.name())
        .param("dataset", dataset)
        .param("version", version)
        .update();
  }

  /** The version in the sandbox waits for its visas from now on, unless it does already. */
  void ask(UUID id, UUID by, Instant now) {
    saved(
            """
        update deposit.deposit
        set step = 'PUBLICATION', asked_at = coalesce(asked_at, :now), revision = revision + 1,
          saved_by = :by, saved_at = :now
        where id = :id
        """,
            id,
            by,
            now)
        .update();
  }

  /** Handed back to its depositor, at that step; its visas fall. */
  void handBack(UUID id, Step step, UUID by, Instant now) {
    saved(
            """
        with fallen as (delete from deposit.visa where deposit_id = :id)
        update deposit.deposit
        set step = :step, asked_at = null, revision = revision + 1, saved_by = :by, saved_at = :now
        where id = :id
        """,
            id,
            by,
            now)
        .param("step", step.name())
        .update();
  }

  /** Seen by all. */
  void publish(UUID id, UUID by, Instant now) {
    saved(
            """
        update deposit.deposit
        set step = 'PUBLICATION', published_at = :now, revision = revision + 1, saved_by = :by,
          saved_at = :now
        where id = :id
        """,
            id,
            by,
            now)
        .update();
  }

  /** In the place of any decision about the same thing. */
  void decide(UUID id, Decision decision) {
    Decision.Signature second = decision.confirmation();
    jdbc.sql(
            """
            insert into deposit.decision (deposit_id, subject, mend, reason, reference, decided_by,
              decided_name, decided_at, confirmed_by, confirmed_name, confirmed_at)
            values (:id, :subject, :mend, :reason, :reference, :by, :name, :at, :second,
              :secondName, :secondAt)
            on conflict (deposit_id, subject) do update
            set mend = excluded.mend, reason = excluded.reason, reference = excluded.reference,
              decided_by = excluded.decided_by, decided_name = excluded.decided_name,
              decided_at = excluded.decided_at, confirmed_by = excluded.confirmed_by,
              confirmed_name = excluded.confirmed_name, confirmed_at = excluded.confirmed_at
            """)
        .param("id", id)
        .param("subject", decision.subject())
        .param("mend", json(decision.mend()))
        .param("reason", decision.reason() == null ? null : decision.reason().name())
        .param("reference", decision.reference())
        .param("by", decision.by().personId())
        .param("name", decision.by().name())
        .param("at", Timestamp.from(decision.by().at()))
        .param("second", second == null ? null : second.personId(), Types.OTHER)
        .param("secondName", second == null ? null : second.name())
        .param("secondAt", second == null ? null : Timestamp.from(second.at()))
        .update();
  }

  /** False when there was none. */
  boolean undecide(UUID id, String subject) {
    return jdbc.sql("delete from deposit.decision where deposit_id = :id and subject = :subject")
            .param("id", id)
            .param("subject", subject)
            .update()
        == 1;
  }

  /** False when it was confirmed already, or is no longer what was decided then. */
  boolean confirm(UUID id, String subject, Instant decidedAt, Decision.Signature second) {
    return jdbc.sql(
                """
                update deposit.decision
                set confirmed_by = :by, confirmed_name = :name, confirmed_at = :at
                where deposit_id = :id and subject = :subject and decided_at = :decided
                  and decided_by <> :by and reason is not null and confirmed_at is null
                """)
            .param("id", id)
            .param("subject", subject)
            .param("decided", Timestamp.from(decidedAt))
            .param("by", second.personId())
            .param("name", second.name())
            .param("at", Timestamp.from(second.at()))
            .update()
        == 1;
  }

  /**
   * Forgets the file that a version came from and all that was read of it; gives the hashes of what
   * the deposit needs no more.
   */
  List<String> erase(UUID versionId, Instant now) {
    return jdbc.sql(
            """
            with recipes as (
              update deposit.recipe set steps = '[]', decisions = '[]' where version_id = :version),
            erased as (
              update deposit.deposit
              set erased_at = :now, inspection = null, export = null, accepted = '[]',
                set_apart = '[]', replay = '[]', description = null, title = null, job = null
              where version_id = :version and erased_at is null
              returning file_sha256, rows_sha256)
            select file_sha256 from erased
            union all
            select rows_sha256 from erased where rows_sha256 is not null
            """)
        .param("version", versionId)
        .param("now", Timestamp.from(now))
        .query(String.class)
        .list();
  }

  /** Forgets a deposit and all that was decided of it; false when it is published or gone. */
  boolean delete(UUID id) {
    return jdbc.sql(
                """
                with visas as (delete from deposit.visa where deposit_id = :id),
                  recipes as (delete from deposit.recipe where deposit_id = :id)
                delete from deposit.deposit where id = :id and published_at is null
                """)
            .param("id", id)
            .update()
        == 1;
  }

  private JdbcClient.StatementSpec saved(String sql, UUID id, UUID by, Instant now) {
    return jdbc.sql(sql).param("id", id).param("by", by).param("now", Timestamp.from(now));
  }

  /** Asks for a job in the place of any other, and gives its number. */
  int startJob(UUID id, Job job) {
    return jdbc.sql(
            """
            update deposit.deposit
            set job = :job, job_number = job_number + 1, job_stage = null, job_share = 0,
              job_failed = false, failed_step = null
            where id = :id returning job_number
            """)
        .param("id", id)
        .param("job", job.name())
        .query(Integer.class)
        .single();
  }

  /**
   * Wants no more of repairs under way, nor knows of any that failed: they are no longer those
   * accepted.
   */
  void forgetRepair(UUID id) {
    jdbc.sql(
            """
            update deposit.deposit
            set job = null, job_number = job_number + 1, job_failed = false, failed_step = null
            where id = :id and (job = :job or (job is null and job_failed and step <> 'READING'))
            """)
        .param("id", id)
        .param("job", Job.REPAIR.name())
        .update();
  }

  /** The deposit when that very job is still wanted. */
  Optional<Deposit> findForJob(UUID id, int number) {
    return jdbc.sql(SELECT + "where d.id = :id and d.job_number = :number and d.job is not null")
        .param("id", id)
        .param("number", number)
        .query(DepositRows::deposit)
        .optional();
  }

  void progress(UUID id, int number, String stage, double share) {
    jdbc.sql(
            """
            update deposit.deposit set job_stage = :stage, job_share = :share
            where id = :id and job_number = :number
            """)
        .param("id", id)
        .param("number", number)
        .param("stage", stage)
        .param("share", share)
        .update();
  }

  /**
   * Keeps what a reading found; false when another job was asked meanwhile.
   *
   * @param apart corrections accepted earlier that do not go with this reading
   */
  boolean inspected(
      UUID id,
      int number,
      Inspection inspection,
      @Nullable String table,
      List<Proposal> accepted,
      List<Proposal> apart) {
    Refusal refusal = inspection.refusal();
    return jdbc.sql(
                """
                update deposit.deposit
                set inspection = :inspection, refusal = :refusal, accepted = :accepted,
                  rows_sha256 = :table, set_apart = :apart, replay = '[]', export = null, job = null,
                  protection_stale = false
                where id = :id and job_number = :number
                """)
            .param("id", id)
            .param("number", number)
            .param("inspection", Json.write(inspection))
            .param("refusal", refusal == null ? null : refusal.code())
            .param("table", table)
            .param("accepted", Json.write(accepted))
            .param("apart", Json.write(apart))
            .update()
        == 1;
  }

  /** Hash of the rows as they were read, empty when they are not kept. */
  Optional<String> findTable(UUID id) {
    return jdbc.sql(
            """
            select rows_sha256 from deposit.deposit
            where id = :id and rows_sha256 is not null
            """)
        .param("id", id)
        .query(String.class)
        .optional();
  }

  void forgetTable(UUID id) {
    jdbc.sql("update deposit.deposit set rows_sha256 = null where id = :id")
        .param("id", id)
        .update();
  }

  /** Mends of a recipe, to be replayed at the next reading; what earlier mends gave falls. */
  void askReplay(UUID id, List<Proposal> recipe, UUID by, Instant now) {
    saved(
            """
        update deposit.deposit
        set replay = :replay, export = null, version_id = null, asked_at = null,
          revision = revision + 1, saved_by = :by, saved_at = :now
        where id = :id
        """,
            id,
            by,
            now)
        .param("replay", Json.write(recipe))
        .update();
  }

  /** The mends of a recipe not replayed yet. */
  List<Proposal> listReplay(UUID id) {
    return jdbc.sql("select replay from deposit.deposit where id = :id")
        .param("id", id)
        .query(String.class)
        .optional()
        .map(recipe -> List.of(Json.read(recipe, Proposal[].class)))
        .orElse(List.of());
  }

  /** Keeps what the repairs gave; false when another job was asked meanwhile. */
  boolean repaired(UUID id, int number, Outcome outcome) {
    return jdbc.sql(
                """
                update deposit.deposit set export = :export, job = null
                where id = :id and job_number = :number
                """)
            .param("id", id)
            .param("number", number)
            .param("export", Json.write(outcome))
            .update()
        == 1;
  }

  /**
   * The machine failed.
   *
   * @param step id of the correction at which it did, null when none is known to be at fault
   */
  void failed(UUID id, int number, @Nullable String step) {
    jdbc.sql(
            """
            update deposit.deposit set job = null, job_failed = true, failed_step = :step
            where id = :id and job_number = :number
            """)
        .param("id", id)
        .param("number", number)
        .param("step", step)
        .update();
  }

  /** The correction at which the last work failed, empty when none is known to be at fault. */
  Optional<String> findFailedStep(UUID id) {
    return jdbc.sql("select failed_step from deposit.deposit where id = :id and job_failed")
        .param("id", id)
        .query((row, n) -> Optional.ofNullable(row.getString(1)))
        .optional()
        .flatMap(step -> step);
  }

  /** The corrections accepted earlier that do not go with the reading at hand. */
  List<Proposal> listSetApart(UUID id) {
    return jdbc.sql("select set_apart from deposit.deposit where id = :id")
        .param("id", id)
        .query(String.class)
        .optional()
        .map(steps -> List.of(Json.read(steps, Proposal[].class)))
        .orElse(List.of());
  }

  void setApart(UUID id, List<Proposal> apart) {
    jdbc.sql("update deposit.deposit set set_apart = :apart where id = :id")
        .param("id", id)
        .param("apart", Json.write(apart))
        .update();
  }

  /**
   * The deposits of an organization, or of all when null but for those that are practised on, and
   * the files of the last week still awaited from other sites; last saved first.
   *
   * @param personId whose alone, null for everybody's
   */
  List<DepositLine> list(@Nullable UUID organizationId, @Nullable UUID personId) {
    return jdbc.sql(
            """
            select d.id, d.organization_id, d.file_name, d.title, d.step, d.job is not null as working, d.published_at is not null as published,
              d.refusal is not null as refused, d.saved_at,
              array(select v.side from deposit.visa v
                    where v.deposit_id = d.id and v.version_id = d.version_id) as visas
            from deposit.deposit d
            where (d.organization_id = :organization
                or cast(:organization as uuid) is null and d.organization_id <> :practice)
              and (cast(:person as uuid) is null or d.person_id = :person)
            union all
            select i.id, i.organization_id, i.address, null, 'READING', i.state = 'FETCHING', false,
              i.state = 'STOPPED', i.saved_at, array[]::text[]
            from deposit.import i
            where i.state not in ('ARRIVED', 'UNCHANGED') and not i.scheduled and i.saved_at > now() - interval '7 days'
              and (cast(:organization as uuid) is null or i.organization_id = :organization)
              and (cast(:person as uuid) is null or i.person_id = :person)
            order by saved_at desc, id limit 200
            """)
        .param("organization", organizationId)
        .param("person", personId)
        .param("practice", Organizations.PRACTICE)
        .query(DepositRows::line)
        .list();
  }

  /** By dataset, the deposit published last. */
  Map<UUID, LastDeposit> listLast(Collection<UUID> datasetIds) {
    Map<UUID, LastDeposit> last = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (d.dataset_id) d.dataset_id, d.id, d.person_id, d.file_name, d.file_sha256,
              coalesce(i.file_address, i.address) as address
            from deposit.deposit d left join deposit.import i on i.id = d.id
            where d.dataset_id = any(:datasets) and d.published_at is not null
            order by d.dataset_id, d.published_at desc
            """)
        .param("datasets", datasetIds.toArray(UUID[]::new))
        .query(
            row -> {
              last.put(
                  row.getObject("dataset_id", UUID.class),
                  new LastDeposit(
                      row.getObject("id", UUID.class),
                      row.getObject("person_id", UUID.class),
                      row.getString("file_name"),
                      row.getString("file_sha256"),
                      row.getString("address")));
            });
    return last;
  }

  /** By dataset, the deposit that would renew it; of several, the one changed last. */
  Map<UUID, DepositLine> listUnderWay(Collection<UUID> datasetIds) {
    Map<UUID, DepositLine> underWay = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (d.dataset_id) d.dataset_id, d.id, d.organization_id, d.file_name, d.title,
              d.step, d.job is not null as working, false as published, d.refusal is not null as refused,
              d.saved_at, array[]::text[] as visas
            from deposit.deposit d
            where d.dataset_id = any(:datasets) and d.published_at is null and d.erased_at is null
            order by d.dataset_id, d.saved_at desc
            """)
        .param("datasets", datasetIds.toArray(UUID[]::new))
        .query(
            row -> {
              underWay.put(row.getObject("dataset_id", UUID.class), line(row, 0));
            });
    return underWay;
  }

  List<Visa> visas(UUID depositId, UUID versionId) {
    return jdbc.sql(
            """
            select side, person_id, person_name, given_at from deposit.visa
            where deposit_id = :deposit and version_id = :version order by given_at
            """)
        .param("deposit", depositId)
        .param("version", versionId)
        .query(
            (row, n) ->
                new Visa(
                    Visa.Side.valueOf(row.getString("side")),
                    row.getObject("person_id", UUID.class),
                    row.getString("person_name"),
                    row.getTimestamp("given_at").toInstant()))
        .list();
  }

  /** Given twice, a visa counts once. */
  void insertVisa(UUID depositId, UUID versionId, Visa visa) {
    jdbc.sql(
            """
            insert into deposit.visa values (:deposit, :version, :side, :person, :name, :now)
            on conflict do nothing
            """)
        .param("deposit", depositId)
        .param("version", versionId)
        .param("side", visa.side().name())
        .param("person", visa.personId())
        .param("name", visa.personName())
        .param("now", Timestamp.from(visa.givenAt()))
        .update();
  }

  /**
   * What waits for a visa of that side, the oldest first.
   *
   * @param organizationId null for all
   * @param personId someone who cannot give both visas
   */
  List<Awaited> awaiting(Visa.Side side, @Nullable UUID organizationId, UUID personId) {
    return jdbc.sql(
            """
            select d.id, d.organization_id, coalesce(nullif(d.title, ''), d.file_name) as title,
              d.asked_at
            from deposit.deposit d
            where d.asked_at is not null and d.published_at is null and d.version_id is not null
              and (cast(:organization as uuid) is null or d.organization_id = :organization)
              and not exists (
                select 1 from deposit.visa v
                where v.deposit_id = d.id and v.version_id = d.version_id
                  and (v.side = :side or v.person_id = :person))
            order by d.asked_at, d.id limit 200
            """)
        .param("side", side.name())
        .param("organization", organizationId)
        .param("person", personId)
        .query(
            (row, n) ->
                new Awaited(
                    row.getObject("id", UUID.class),
                    row.getObject("organization_id", UUID.class),
                    row.getString("title"),
                    row.getTimestamp("asked_at").toInstant()))
        .list();
  }

  void insertRequest(UUID id, UUID versionId, UUID personId, RequestForChange request) {
    jdbc.sql(
            """
            insert into deposit.request_for_change (id, deposit_id, version_id, step, cell, note,
              person_id, person_name, asked_at)
            values (:id, :deposit, :version, :step, :cell, :note, :person, :name, :now)
            """)
        .param("id", request.id())
        .param("deposit", id)
        .param("version", versionId)
        .param("step", request.step().name())
        .param("cell", request.cell())
        .param("note", request.note())
        .param("person", personId)
        .param("name", request.personName())
        .param("now", Timestamp.from(request.askedAt()))
        .update();
  }

  /** What was asked to be changed counts as done once publication is asked again. */
  void doneWithRequests(UUID id, Instant now) {
    jdbc.sql(
            """
            update deposit.request_for_change set done_at = :now
            where deposit_id = :id and done_at is null
            """)
        .param("id", id)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Those not done yet, the last first. */
  List<RequestForChange> listRequests(UUID id) {
    return jdbc.sql(
            """
            select id, step, cell, note, person_name, asked_at from deposit.request_for_change
            where deposit_id = :id and done_at is null order by asked_at desc
            """)
        .param("id", id)
        .query(
            (row, n) ->
                new RequestForChange(
                    row.getObject("id", UUID.class),
                    Step.valueOf(row.getString("step")),
                    row.getString("cell"),
                    row.getString("note"),
                    row.getString("person_name"),
                    row.getTimestamp("asked_at").toInstant()))
        .list();
  }

  void insertRecipe(UUID datasetId, UUID versionId, Deposit deposit, Instant now) {
    jdbc.sql(
            """
            insert into deposit.recipe (version_id, dataset_id, deposit_id, reading, schema_choice,
              steps, decisions, made_at)
            values (:version, :dataset, :deposit, :reading, :schema, :steps, :decisions, :now)
            """)
        .param("version", versionId)
        .param("dataset", datasetId)
        .param("deposit", deposit.id())
        .param("reading", Json.write(deposit.reading()))
        .param("schema", deposit.schema())
        .param("steps", Json.write(deposit.accepted()))
        .param("decisions", Json.write(deposit.protection().decisions()))
        .param("now", Timestamp.from(now))
        .update();
  }

  /** The schema a person chose for the last version of a dataset, empty when they chose none. */
  Optional<String> findSchemaOfRecipe(UUID datasetId) {
    return jdbc.sql(
            """
            select schema_choice from deposit.recipe where dataset_id = :dataset
            order by made_at desc limit 1
            """)
        .param("dataset", datasetId)
        .query((row, n) -> Optional.ofNullable(row.getString(1)))
        .optional()
        .flatMap(schema -> schema);
  }

  /** What was decided about people for the last version of a dataset. */
  List<Decision> listDecisionsOfRecipe(UUID datasetId) {
    return jdbc.sql(
            """
            select decisions from deposit.recipe where dataset_id = :dataset
            order by made_at desc limit 1
            """)
        .param("dataset", datasetId)
        .query(String.class)
        .optional()
        .map(decisions -> List.of(Json.read(decisions, Decision[].class)))
        .orElse(List.of());
  }

  /** The repairs of the last version of a dataset. */
  List<Proposal> listRecipe(UUID datasetId) {
    return jdbc.sql(
            """
            select steps from deposit.recipe where dataset_id = :dataset
            order by made_at desc limit 1
            """)
        .param("dataset", datasetId)
        .query(String.class)
        .optional()
        .map(steps -> List.of(Json.read(steps, Proposal[].class)))
        .orElse(List.of());
  }

  static Deposit deposit(ResultSet row, int n) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Deposit(
        id,
        row.getObject("organization_id", UUID.class),
        row.getObject("person_id", UUID.class),
        new Deposit.ReceivedFile(
            row.getString("file_name"),
            row.getLong("file_size"),
            row.getString("file_sha256"),
            instant(row.getTimestamp("erased_at"))),
        Step.valueOf(row.getString("step")),
        job(row),
        new Deposit.FileReading(
            Json.read(row.getString("reading"), ReadOptions.class),
            row.getString("schema_choice"),
            read(row.getString("inspection"), Inspection.class),
            row.getInt("reading_revision")),
        new Deposit.Protection(
            DecisionRow.read(row.getString("decisions")), row.getBoolean("protection_stale")),
        new Deposit.Mended(
            List.of(Json.read(row.getString("accepted"), Proposal[].class)),
            read(row.getString("export"), Outcome.class)),
        new Deposit.Described(
            read(row.getString("description"), Draft.class), row.getInt("description_revision")),
        new Deposit.Renewal(
            Update.valueOf(row.getString("update_way")),
            List.of(Json.read(row.getString("update_key"), String[].class)),
            row.getString("agreed")),
        new Deposit.Placed(
            row.getObject("dataset_id", UUID.class),
            row.getObject("version_id", UUID.class),
            instant(row.getTimestamp("asked_at")),
            instant(row.getTimestamp("published_at"))),
        row.getTimestamp("created_at").toInstant(),
        new Deposit.Saved(
            row.getObject("saved_by", UUID.class),
            row.getTimestamp("saved_at").toInstant(),
            row.getInt("revision")));
  }

  private static JobState job(ResultSet row) throws SQLException {
    String job = row.getString("job");
    return new JobState(
        job == null ? null : Job.valueOf(job),
        row.getString("job_stage"),
        row.getDouble("job_share"),
        row.getBoolean("job_failed"));
  }

  private static DepositLine line(ResultSet row, int n) throws SQLException {
    Set<Visa.Side> visas =
        Arrays.stream((String[]) row.getArray("visas").getArray())
            .map(Visa.Side::valueOf)
            .collect(Collectors.toSet());
    return new DepositLine(
        row.getObject("id", UUID.class),
        row.getObject("organization_id", UUID.class),
        row.getString("file_name"),
        row.getString("title"),
        Step.valueOf(row.getString("step")),
        row.getBoolean("working"),
        row.getBoolean("refused"),
        row.getBoolean("published"),
        visas,
        row.getTimestamp("saved_at").toInstant());
  }

  private static @Nullable String json(@Nullable Object value) {
    return value == null ? null : Json.write(value);
  }

  private static <T> @Nullable T read(@Nullable String json, Class<T> type) {
    return json == null ? null : Json.read(json, type);
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
