package fr.jalon.portal.catalog;

import fr.jalon.engine.profile.Territory;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.web.Rejected;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The datasets we keep.
 *
 * <p>Each method is one transaction. What a version says and holds is written before anything
 * points to it; publishing moves one pointer, and the number of a version is given in the same
 * statement: a killed server leaves a dataset published or not, and two publishers never share a
 * number nor leave a gap.
 */
@Service
public class Datasets {
  /** A sign that no label keeps. */
  private static final String BETWEEN_LABELS = "\n";

  private final JdbcClient jdbc;
  private final DatasetRows rows;
  private final Organizations organizations;
  private final SearchEntries entries;
  private final Trail trail;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Datasets(
      JdbcClient jdbc,
      DatasetRows rows,
      Organizations organizations,
      SearchEntries entries,
      Trail trail,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.organizations = organizations;
    this.entries = entries;
    this.trail = trail;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Keeps a version for rehearsal: of a new dataset, or in the place of what an existing one has in
   * its sandbox. What is published of it stays as it is.
   */
  @Transactional
  public Dataset putInSandbox(SandboxVersion draft) {
    Instant now = clock.instant();
    UUID versionId = UUID.randomUUID();
    UUID renewed = draft.datasetId();
    UUID datasetId = renewed == null ? UUID.randomUUID() : renewed;
    LocalAuthority publisher = organizations.get(draft.publisherId());
    insertVersion(versionId, datasetId, draft, now);
    insertColumns(versionId, draft.columns());
    insertDistributions(versionId, draft.distributions());
    if (renewed == null) {
      insertDataset(datasetId, versionId, draft, publisher, now);
    } else {
      pointSandbox(datasetId, versionId, draft, now);
    }
    trail.add(Trail.Line.of(datasetId, DatasetEvent.Kind.REHEARSED), draft.by(), now);
    return get(datasetId);
  }

  /**
   * Makes the version in the sandbox what all see. Published versions never change, so the same
   * call made twice is refused the second time. Of a withdrawn dataset this version alone is seen:
   * those before stay withdrawn, each for the reason of the dataset's.
   *
   * @param by the person whose visa was the last
   */
  @Transactional
  public Dataset publish(UUID datasetId, UUID versionId, UUID by) {
    Instant now = clock.instant();
    lock(datasetId);
    keepHidden(datasetId, versionId);
    int number =
        jdbc.sql(
                """
                update catalog.dataset
                set published_version = sandbox_version, sandbox_version = null,
                  withdrawn_version = null, withdrawn_at = null, withdrawn_by = null,
                  withdrawn_role = null, withdrawal_reason = null, title_kept = false,
                  version_count = version_count + 1, updated_at = :now
                where id = :dataset and sandbox_version = :version
                returning version_count
                """)
            .param("now", Timestamp.from(now))
            .param("dataset", datasetId)
            .param("version", versionId)
            .query(Integer.class)
            .optional()
            .orElseThrow(() -> notPublishable(datasetId, versionId));
    jdbc.sql(
            """
            update catalog.version set number = :number, published_at = :now, published_by = :by
            where id = :version
            """)
        .param("number", number)
        .param("now", Timestamp.from(now))
        .param("by", by)
        .param("version", versionId)
        .update();
    entries.follow(datasetId);
    trail.add(Trail.Line.of(datasetId, DatasetEvent.Kind.PUBLISHED).version(number), by, now);
    Dataset dataset = get(datasetId);
    events.publishEvent(
        new DatasetPublished(datasetId, versionId, number, dataset.publisherId(), by, now));
    return dataset;
  }

  /**
   * Makes an earlier version what all see again, byte for byte: a new version, of the next number,
   * whose files and words are those of the earlier one. What waits in the sandbox stays there.
   *
   * @param number of the earlier version, neither withdrawn nor erased
   */
  @Transactional
  public Dataset publishAgain(UUID datasetId, int number, UUID by) {
    lock(datasetId);
    Version earlier = getVersion(datasetId, number);
    if (earlier.withdrawal() != null) {
      throw new Rejected(CatalogProblem.VERSION_NOT_SEEN, number);
    }
    keepHidden(datasetId, earlier.id());
    Instant now = clock.instant();
    UUID id = UUID.randomUUID();
    int next =
        jdbc.sql(
                """
                update catalog.dataset
                set published_version = :id, withdrawn_version = null, withdrawn_at = null,
                  withdrawn_by = null, withdrawn_role = null, withdrawal_reason = null, title_kept = false,
                  version_count = version_count + 1, updated_at = :now
                where id = :dataset and published_version is distinct from :earlier
                  and (published_version is not null or withdrawn_version is not null)
                returning version_count
                """)
            .param("id", id)
            .param("earlier", earlier.id())
            .param("dataset", datasetId)
            .param("now", Timestamp.from(now))
            .query(Integer.class)
            .optional()
            .orElseThrow(() -> new Rejected(CatalogProblem.ALREADY_PUBLISHED));
    copy(earlier, id, next, by, now);
    entries.follow(datasetId);
    trail.add(
        Trail.Line.of(datasetId, DatasetEvent.Kind.PUBLISHED_AGAIN).version(next).repeating(number),
        by,
        now);
    Dataset dataset = get(datasetId);
    events.publishEvent(new DatasetPublished(datasetId, id, next, dataset.publisherId(), by, now));
    return dataset;
  }

  /** What a withdrawn dataset hid stays hidden when one of its versions is seen again. */
  private void keepHidden(UUID datasetId, UUID seen) {
    jdbc.sql(
            """
            update catalog.version v
            set withdrawn_at = d.withdrawn_at, withdrawn_by = d.withdrawn_by,
              withdrawn_role = d.withdrawn_role, withdrawal_reason = d.withdrawal_reason
            from catalog.dataset d
            where d.id = :dataset and d.withdrawn_version is not null and v.dataset_id = d.id
              and v.number is not null and v.withdrawn_at is null and v.id <> :seen
            """)
        .param("dataset", datasetId)
        .param("seen", seen)
        .update();
  }

  private void copy(Version earlier, UUID id, int number, UUID by, Instant now) {
    jdbc.sql(
            """
            with made as (
              insert into catalog.version (id, dataset_id, number, repeats, title, title_folded, summary, keywords,
                theme, territory_level, territory_code, territory_name, license, license_reference, frequency,
                contact_email, period, rows, schema_code, schema_version, schema_title, schema_problems,
                corrections, corrections_english, formats, created_at, created_by, published_at, published_by)
              select :id, dataset_id, :number, :repeats, title, title_folded, summary, keywords,
                theme, territory_level, territory_code, territory_name, license, license_reference, frequency,
                contact_email, period, rows, schema_code, schema_version, schema_title, schema_problems,
                corrections, corrections_english, formats,
                :now, :by, :now, :by
              from catalog.version where id = :earlier
              returning id),
            columns as (
              insert into catalog.version_column (version_id, position, name, type, kind, title, description,
                role, filled, distinct_values, minimum, maximum, labels)
              select made.id, position, name, type, kind, title, description,
                role, filled, distinct_values, minimum, maximum, labels
              from catalog.version_column, made where version_id = :earlier)
            insert into catalog.distribution (version_id, position, format, sha256, size, rows)
            select made.id, position, format, sha256, size, rows
            from catalog.distribution, made where version_id = :earlier
            """)
        .param("id", id)
        .param("number", number)
        .param("repeats", earlier.number())
        .param("now", Timestamp.from(now))
        .param("by", by)
        .param("earlier", earlier.id())
        .update();
  }

  /**
   * One at a time changes what is seen of a dataset: others wait for the end of the transaction.
   */
  void lock(UUID datasetId) {
    jdbc.sql("select id from catalog.dataset where id = :id for update")
        .param("id", datasetId)
        .query(UUID.class)
        .optional()
        .orElseThrow(() -> new Rejected(CatalogProblem.NO_SUCH_DATASET));
  }

  /**
   * Forgets all that these people rehearsed under a publisher and that never was published; what
   * hangs on a dataset goes with it.
   *
   * @return the hashes of their files, which nothing may need any more
   */
  @Transactional
  public List<String> forgetRehearsals(UUID publisherId, Collection<UUID> personIds) {
    // the files are those of before the deletion: one statement sees one state
    return jdbc.sql(
            """
            with gone as (
              delete from catalog.dataset
              where publisher_id = :publisher and version_count = 0 and sandbox_version in (
                select id from catalog.version where created_by = any(:people))
              returning id)
            select distinct f.sha256 from catalog.distribution f
            join catalog.version v on v.id = f.version_id
            join gone on gone.id = v.dataset_id
            """)
        .param("publisher", publisherId)
        .param("people", personIds.toArray(UUID[]::new))
        .query(String.class)
        .list();
  }

  /**
   * Forgets a version kept for rehearsal, and its dataset when it never was published. Nothing
   * happens when it is no longer in the sandbox.
   *
   * @return the hashes of its files, which nothing may need any more
   */
  @Transactional
  public List<String> leaveSandbox(UUID datasetId, UUID versionId) {
    List<String> files =
        jdbc.sql(
                """
                select distinct f.sha256 from catalog.distribution f
                join catalog.version v on v.id = f.version_id
                where v.id = :version and v.dataset_id = :dataset and v.number is null
                """)
            .param("version", versionId)
            .param("dataset", datasetId)
            .query(String.class)
            .list();
    jdbc.sql(
            """
            update catalog.dataset set sandbox_version = null
            where id = :dataset and sandbox_version = :version and version_count > 0
            """)
        .param("dataset", datasetId)
        .param("version", versionId)
        .update();
    jdbc.sql(
            """
            delete from catalog.dataset
            where id = :dataset and sandbox_version = :version and version_count = 0
            """)
        .param("dataset", datasetId)
        .param("version", versionId)
        .update();
    jdbc.sql("delete from catalog.version where id = :version and number is null")
        .param("version", versionId)
        .update();
    return files;
  }

  /** The dataset of that id, whoever may see it: the caller checks. */
  @Transactional(readOnly = true)
  public Dataset get(UUID id) {
    return find(id).orElseThrow(() -> new Rejected(CatalogProblem.NO_SUCH_DATASET));
  }

  /** The dataset of that id, whoever may see it: the caller checks. */
  @Transactional(readOnly = true)
  public Optional<Dataset> find(UUID id) {
    return rows.datasets(List.of(id)).stream().findFirst();
  }

  /** These datasets, whoever may see them, in no order: the caller checks. */
  @Transactional(readOnly = true)
  public List<Dataset> list(Collection<UUID> ids) {
    return rows.datasets(List.copyOf(ids));
  }

  /** The dataset that bears or ever bore that name, whoever may see it: the caller checks. */
  @Transactional(readOnly = true)
  public Optional<Dataset> find(String slug) {
    return jdbc.sql("select dataset_id from catalog.slug where slug = :slug")
        .param("slug", slug.replace("\u0000", ""))
        .query(UUID.class)
        .optional()
        .flatMap(this::find);
  }

  /** Everything an organization has, sandboxes too, last changed first. */
  @Transactional(readOnly = true)
  public List<Dataset> listOf(UUID publisherId) {
    return rows.datasets(
        jdbc.sql(
                """
                select id from catalog.dataset where publisher_id = :publisher
                order by updated_at desc, id
                """)
            .param("publisher", publisherId)
            .query(UUID.class)
            .list());
  }

  /** Everything these organizations have, sandboxes too, in no order: the caller checks. */
  @Transactional(readOnly = true)
  public List<Dataset> listOfAll(Collection<UUID> publisherIds) {
    return rows.datasets(
        jdbc.sql("select id from catalog.dataset where publisher_id = any(:publishers)")
            .param("publishers", publisherIds.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  /** Published datasets whose next version is due before that moment, the longest overdue first. */
  @Transactional(readOnly = true)
  public List<Dataset> listDueBefore(Instant moment) {
    List<UpdateFrequency> promised =
        Stream.of(UpdateFrequency.values()).filter(frequency -> frequency.days() > 0).toList();
    List<UUID> ids =
        jdbc.sql(
                """
                select d.id from catalog.dataset d
                join catalog.version v on v.id = d.published_version
                join unnest(:names, :days) as promised (name, days) on promised.name = v.frequency
                where v.published_at + promised.days * interval '1 day' < :moment
                order by v.published_at + promised.days * interval '1 day', d.id
                """)
            .param("names", promised.stream().map(UpdateFrequency::name).toArray(String[]::new))
            .param("days", promised.stream().map(UpdateFrequency::days).toArray(Integer[]::new))
            .param("moment", Timestamp.from(moment))
            .query(UUID.class)
            .list();
    return rows.datasets(ids);
  }

  /**
   * What was published under that number, withdrawn or not: the caller checks.
   *
   * @throws Rejected with {@link CatalogProblem#NO_SUCH_VERSION}
   */
  @Transactional(readOnly = true)
  public Version getVersion(UUID datasetId, int number) {
    UUID id =
        jdbc.sql("select id from catalog.version where dataset_id = :dataset and number = :number")
            .param("dataset", datasetId)
            .param("number", number)
            .query(UUID.class)
            .optional()
            .orElseThrow(() -> new Rejected(CatalogProblem.NO_SUCH_VERSION));
    return Objects.requireNonNull(rows.versions(List.of(id)).get(id));
  }

  /** What was published of a dataset, withdrawn versions too, the latest first. */
  @Transactional(readOnly = true)
  public List<Version> listVersions(UUID datasetId) {
    List<UUID> ids =
        jdbc.sql(
                """
                select id from catalog.version
                where dataset_id = :dataset and number is not null order by number desc
                """)
            .param("dataset", datasetId)
            .query(UUID.class)
            .list();
    var versions = rows.versions(ids);
    return ids.stream().map(id -> versions.get(id)).collect(Collectors.toList());
  }

  /** The other versions of its dataset, not withdrawn, that have a file of the same bytes. */
  @Transactional(readOnly = true)
  List<Version> listOfSameFiles(Version version) {
    List<UUID> ids =
        jdbc.sql(
                """
                select v.id from catalog.version v
                where v.dataset_id = :dataset and v.id <> :version and v.number is not null
                  and v.withdrawn_at is null and exists (
                    select 1 from catalog.distribution f join catalog.distribution mine on mine.sha256 = f.sha256
                    where f.version_id = v.id and mine.version_id = :version)
                order by v.number
                """)
            .param("dataset", version.datasetId())
            .param("version", version.id())
            .query(UUID.class)
            .list();
    var versions = rows.versions(ids);
    return ids.stream().map(id -> versions.get(id)).collect(Collectors.toList());
  }

  private void insertDataset(
      UUID datasetId, UUID versionId, SandboxVersion draft, LocalAuthority publisher, Instant now) {
    jdbc.sql(
            """
            insert into catalog.dataset (id, slug, publisher_id, publisher_slug, sandbox_version,
              created_at, updated_at)
            values (:id, :id::text, :publisher, :publisherSlug, :version, :now, :now)
            """)
        .param("id", datasetId)
        .param("publisher", publisher.id())
        .param("publisherSlug", publisher.slug())
        .param("version", versionId)
        .param("now", Timestamp.from(now))
        .update();
    nameIt(datasetId, draft.description().title());
  }

  private void pointSandbox(UUID datasetId, UUID versionId, SandboxVersion draft, Instant now) {
    boolean published =
        jdbc.sql(
                """
                update catalog.dataset set sandbox_version = :version, updated_at = :now
                where id = :id and publisher_id = :publisher
                returning published_version is not null
                """)
            .param("version", versionId)
            .param("now", Timestamp.from(now))
            .param("id", datasetId)
            .param("publisher", draft.publisherId())
            .query(Boolean.class)
            .optional()
            .orElseThrow(() -> new Rejected(CatalogProblem.NO_SUCH_DATASET));
    if (!published) {
      nameIt(datasetId, draft.description().title());
    }
  }

  /** Gives the dataset the first free name made of its title; a name it once had is its own. */
  private void nameIt(UUID datasetId, String title) {
    String wanted = Folding.slug(title);
    String slug = wanted;
    for (int rank = 2; !claim(slug, datasetId); rank++) {
      slug = wanted + "-" + rank;
    }
    jdbc.sql("update catalog.dataset set slug = :slug where id = :id")
        .param("slug", slug)
        .param("id", datasetId)
        .update();
  }

  private boolean claim(String slug, UUID datasetId) {
    jdbc.sql("insert into catalog.slug values (:slug, :id) on conflict (slug) do nothing")
        .param("slug", slug)
        .param("id", datasetId)
        .update();
    return jdbc.sql("select dataset_id from catalog.slug where slug = :slug")
        .param("slug", slug)
        .query(UUID.class)
        .optional()
        .filter(datasetId::equals)
        .isPresent();
  }

  private void insertVersion(UUID id, UUID datasetId, SandboxVersion draft, Instant now) {
    Description description = draft.description();
    Theme theme = description.theme();
    Territory territory = description.territory();
    Conformity conformity = draft.conformity();
    jdbc.sql(
            """
            insert into catalog.version (id, dataset_id, title, title_folded, summary, keywords, theme, territory_level,
              territory_code, territory_name, license, license_reference, frequency, contact_email, period, rows, schema_code, schema_version,
              schema_title, schema_problems, corrections, corrections_english, formats, created_at, created_by)
            values (:id, :dataset, :title, :searchTitle, :summary, :keywords, :theme, :territoryLevel,
              :territoryCode, :territoryName, :license, :reference, :frequency, :contact, :period, :rows, :schemaCode, :schemaVersion,
              :schemaTitle, :schemaProblems, :corrections, :correctionsEnglish, :formats, :now, :by)
            """)
        .param("id", id)
        .param("dataset", datasetId)
        .param("title", description.title())
        .param("summary", description.summary())
        .param("keywords", description.keywords().toArray(String[]::new))
        .param("theme", theme == null ? null : theme.name())
        .param("territoryLevel", territory == null ? null : territory.level().name())
        .param("territoryCode", territory == null ? null : territory.code())
        .param("territoryName", territory == null ? null : territory.name())
        .param("license", description.license().name())
        .param("reference", description.licenseReference())
        .param("frequency", description.frequency().name())
        .param("contact", description.contactEmail())
        .param("period", description.period())
        .param("rows", draft.rows())
        .param("schemaCode", conformity == null ? null : conformity.schema())
        .param("schemaVersion", conformity == null ? null : conformity.version())
        .param("schemaTitle", conformity == null ? null : conformity.title())
        .param("schemaProblems", conformity == null ? null : conformity.problems())
        .param("corrections", storable(draft.corrections()))
        .param("correctionsEnglish", storable(draft.correctionsInEnglish()))
        .param("formats", formats(draft))
        .param("now", Timestamp.from(now))
        .param("by", draft.by())
        .param("searchTitle", Folding.fold(description.title()))
        .update();
  }

  private static String[] storable(List<String> texts) {
    return texts.stream().map(Datasets::storable).toArray(String[]::new);
  }

  private static String[] formats(SandboxVersion draft) {
    return draft.distributions().stream().map(file -> file.format().code()).toArray(String[]::new);
  }

  private void insertColumns(UUID versionId, List<ColumnDescription> columns) {
    jdbc.sql(
            """
            insert into catalog.version_column (version_id, position, name, type, kind, title,
              description, role, filled, distinct_values, minimum, maximum, labels)
            select :version, position, name, type, kind, title,
              description, role, filled::bigint, distinct_values::bigint, minimum, maximum,
              string_to_array(labels, :separator)
            from unnest(:names, :types, :kinds, :titles,
                :descriptions, :roles, :filled, :distinct, :minimums, :maximums, :labels)
              with ordinality as one (name, type, kind, title,
                description, role, filled, distinct_values, minimum, maximum, labels, position)
            """)
        .param("version", versionId)
        .param("names", texts(columns, ColumnDescription::name))
        .param("types", texts(columns, column -> column.type().code()))
        .param("kinds", texts(columns, column -> column.kind().code()))
        .param("titles", texts(columns, ColumnDescription::title))
        .param("descriptions", texts(columns, ColumnDescription::description))
        .param("roles", texts(columns, Datasets::role))
        .param("filled", texts(columns, column -> Long.toString(column.filled())))
        .param("distinct", texts(columns, column -> Long.toString(column.distinct())))
        .param("minimums", texts(columns, ColumnDescription::minimum))
        .param("maximums", texts(columns, ColumnDescription::maximum))
        .param("labels", texts(columns, column -> String.join(BETWEEN_LABELS, column.labels())))
        .param("separator", BETWEEN_LABELS)
        .update();
  }

  private static @Nullable String role(ColumnDescription column) {
    return column.role() == null ? null : column.role().code();
  }

  private static @Nullable String[] texts(
      List<ColumnDescription> columns, Function<ColumnDescription, @Nullable String> text) {
    return columns.stream().map(text).map(Datasets::storable).toArray(String[]::new);
  }

  /** What files say may hold the one character that PostgreSQL does not keep. */
  private static @Nullable String storable(@Nullable String text) {
    return text == null ? null : text.replace("\0", "");
  }

  private void insertDistributions(UUID versionId, List<Distribution> distributions) {
    for (int position = 0; position < distributions.size(); position++) {
      Distribution file = distributions.get(position);
      jdbc.sql("insert into catalog.distribution values (?, ?, ?, ?, ?, ?)")
          .params(
              versionId, position, file.format().code(), file.sha256(), file.size(), file.rows())
          .update();
    }
  }

  private Rejected notPublishable(UUID datasetId, UUID versionId) {
    Optional<Boolean> published =
        jdbc.sql(
                """
                select number is not null from catalog.version
                where id = :version and dataset_id = :dataset
                """)
            .param("version", versionId)
            .param("dataset", datasetId)
            .query(Boolean.class)
            .optional();
    if (published.isEmpty()) {
      return new Rejected(CatalogProblem.NO_SUCH_VERSION);
    }
    return new Rejected(
        published.get() ? CatalogProblem.ALREADY_PUBLISHED : CatalogProblem.SANDBOX_CHANGED);
  }
}
