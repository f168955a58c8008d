package fr.jalon.portal.deposit;

import fr.jalon.engine.Inspection;
import fr.jalon.engine.Json;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.table.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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
  private final JdbcClient jdbc;

  DepositRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Deposit deposit) {
    jdbc.sql(
            """
            insert into deposit.deposit (id, organization_id, person_id, file_name, file_size,
              file_sha256, step, saved_by, reading, schema_choice, dataset_id, created_at, saved_at)
            values (:id, :organization, :person, :name, :size, :sha256, :step, :person, :reading,
              :schema, :dataset, :now, :now)
            """)
        .param("id", deposit.id())
        .param("organization", deposit.organizationId())
        .param("person", deposit.personId())
        .param("name", deposit.fileName())
        .param("size", deposit.fileSize())
        .param("sha256", deposit.sha256())
        .param("step", deposit.step().name())
        .param("reading", Json.write(deposit.reading()))
        .param("schema", deposit.schema())
        .param("dataset", deposit.datasetId())
        .param("now", Timestamp.from(deposit.createdAt()))
        .update();
  }

  Optional<Deposit> find(UUID id) {
    return jdbc.sql("select * from deposit.deposit where id = :id")
        .param("id", id)
        .query(DepositRows::deposit)
        .optional();
  }

  /** The deposit, kept for this transaction alone until it ends. */
  Optional<Deposit> findForUpdate(UUID id) {
    return jdbc.sql("select * from deposit.deposit where id = :id for update")
        .param("id", id)
        .query(DepositRows::deposit)
        .optional();
  }

  Optional<UUID> findOrganization(UUID id) {
    return jdbc.sql("select organization_id from deposit.deposit where id = :id")
        .param("id", id)
        .query(UUID.class)
        .optional();
  }

  Optional<JobState> findJob(UUID id) {
    return jdbc.sql(
            "select job, job_stage, job_share, job_failed from deposit.deposit where id = :id")
        .param("id", id)
        .query((row, n) -> job(row))
        .optional();
  }

  /** Writes everything a person can change and counts one revision more. */
  void save(Deposit deposit, UUID by, Instant now) {
    jdbc.sql(
            """
            update deposit.deposit
            set step = :step, revision = revision + 1, saved_by = :by, reading = :reading,
              schema_choice = :schema, accepted = :accepted, export = :export, title = :title, description = :description, dataset_id = :dataset, version_id = :version,
              saved_at = :now, published_at = :published
            where id = :id
            """)
        .param("id", deposit.id())
        .param("step", deposit.step().name())
        .param("by", by)
        .param("reading", Json.write(deposit.reading()))
        .param("schema", deposit.schema())
        .param("accepted", Json.write(deposit.accepted()))
        .param("export", json(deposit.outcome()))
        .param("title", deposit.draft() == null ? null : deposit.draft().title())
        .param("description", json(deposit.draft()))
        .param("dataset", deposit.datasetId())
        .param("version", deposit.versionId())
        .param("now", Timestamp.from(now))
        .param("published", timestamp(deposit.publishedAt()))
        .update();
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
    return jdbc.sql(
            """
            select * from deposit.deposit
            where id = :id and job_number = :number and job is not null
            """)
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
      UUID id, int number, Inspection inspection, List<Proposal> accepted, List<Proposal> apart) {
    Refusal refusal = inspection.refusal();
    return jdbc.sql(
                """
                update deposit.deposit
                set inspection = :inspection, refusal = :refusal, accepted = :accepted,
                  set_apart = :apart, replay = '[]', export = null, job = null
                where id = :id and job_number = :number
                """)
            .param("id", id)
            .param("number", number)
            .param("inspection", Json.write(inspection))
            .param("refusal", refusal == null ? null : refusal.code())
            .param("accepted", Json.write(accepted))
            .param("apart", Json.write(apart))
            .update()
        == 1;
  }

  /** Mends of a recipe, to be replayed at the next reading. */
  void askReplay(UUID id, List<Proposal> recipe) {
    jdbc.sql("update deposit.deposit set replay = :replay where id = :id")
        .param("id", id)
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

  /**
   * The deposits of an organization, or of all when null, and the files of the last week still
   * awaited from other sites; last saved first.
   */
  List<DepositLine> list(@Nullable UUID organizationId) {
    return jdbc.sql(
            """
            select d.id, d.organization_id, d.file_name, d.title, d.step, d.job is not null as working, d.published_at is not null as published,
              d.refusal is not null as refused, d.saved_at,
              array(select v.side from deposit.visa v
                    where v.deposit_id = d.id and v.version_id = d.version_id) as visas
            from deposit.deposit d
            where cast(:organization as uuid) is null or d.organization_id = :organization
            union all
            select i.id, i.organization_id, i.address, null, 'READING', i.state = 'FETCHING', false,
              i.state = 'STOPPED', i.saved_at, array[]::text[]
            from deposit.import i
            where i.state <> 'ARRIVED' and i.saved_at > now() - interval '7 days'
              and (cast(:organization as uuid) is null or i.organization_id = :organization)
            order by saved_at desc, id limit 200
            """)
        .param("organization", organizationId)
        .query(DepositRows::line)
        .list();
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

  void insertRecipe(UUID datasetId, UUID versionId, Deposit deposit, Instant now) {
    jdbc.sql(
            """
            insert into deposit.recipe
            values (:version, :dataset, :deposit, :reading, :schema, :steps, :now)
            """)
        .param("version", versionId)
        .param("dataset", datasetId)
        .param("deposit", deposit.id())
        .param("reading", Json.write(deposit.reading()))
        .param("schema", deposit.schema())
        .param("steps", Json.write(deposit.accepted()))
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

  private static Deposit deposit(ResultSet row, int n) throws SQLException {
    return new Deposit(
        row.getObject("id", UUID.class),
        row.getObject("organization_id", UUID.class),
        row.getObject("person_id", UUID.class),
        row.getString("file_name"),
        row.getLong("file_size"),
        row.getString("file_sha256"),
        Step.valueOf(row.getString("step")),
        row.getInt("revision"),
        row.getObject("saved_by", UUID.class),
        job(row),
        Json.read(row.getString("reading"), ReadOptions.class),
        row.getString("schema_choice"),
        read(row.getString("inspection"), Inspection.class),
        List.of(Json.read(row.getString("accepted"), Proposal[].class)),
        read(row.getString("export"), Outcome.class),
        read(row.getString("description"), Draft.class),
        row.getObject("dataset_id", UUID.class),
        row.getObject("version_id", UUID.class),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("saved_at").toInstant(),
        instant(row.getTimestamp("published_at")));
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

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
