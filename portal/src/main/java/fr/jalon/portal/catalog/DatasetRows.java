package fr.jalon.portal.catalog;

import fr.jalon.engine.export.ExportColumn;
import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.engine.profile.Territory;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.portal.account.Role;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Datasets and versions as the tables keep them: the only class that reads those tables whole. */
@Component
class DatasetRows {
  private final JdbcClient jdbc;

  DatasetRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The datasets of these ids, in the same order; unknown ids are left out. */
  List<Dataset> datasets(List<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<Bare> bare =
        jdbc.sql(
                """
                select id, slug, publisher_id, published_version, sandbox_version, created_at, updated_at,
                  withdrawn_version, withdrawn_at, withdrawn_by, withdrawn_role, withdrawal_reason, title_kept
                from catalog.dataset where id = any(:ids)
                """)
            .param("ids", ids.toArray(UUID[]::new))
            .query(DatasetRows::bare)
            .list();
    Map<UUID, Version> versions =
        versions(
            bare.stream()
                .flatMap(row -> Stream.of(row.published(), row.sandbox(), row.withdrawn()))
                .filter(Objects::nonNull)
                .toList());
    Map<UUID, Dataset> found = new HashMap<>();
    bare.forEach(row -> found.put(row.id(), row.with(versions)));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /** Versions by id, with their columns and distributions. */
  Map<UUID, Version> versions(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<UUID, List<ColumnDescription>> columns = new HashMap<>();
    each(
        "select * from catalog.version_column where version_id = any(:ids) order by position",
        ids,
        row -> listIn(columns, uuid(row, "version_id")).add(column(row)));
    Map<UUID, List<Distribution>> files = new HashMap<>();
    each(
        "select * from catalog.distribution where version_id = any(:ids) order by position",
        ids,
        row -> listIn(files, uuid(row, "version_id")).add(distribution(row)));
    Map<UUID, Version> versions = new HashMap<>();
    each(
        "select * from catalog.version where id = any(:ids)",
        ids,
        row -> {
          UUID id = uuid(row, "id");
          versions.put(id, version(row, listIn(columns, id), listIn(files, id)));
        });
    return versions;
  }

  private void each(String sql, Collection<UUID> ids, RowCallbackHandler handler) {
    jdbc.sql(sql).param("ids", ids.toArray(UUID[]::new)).query(handler);
  }

  private static <T> List<T> listIn(Map<UUID, List<T>> lists, UUID id) {
    return lists.computeIfAbsent(id, missing -> new ArrayList<>());
  }

  private static Version version(
      ResultSet row, List<ColumnDescription> columns, List<Distribution> files)
      throws SQLException {
    return new Version(
        uuid(row, "id"),
        uuid(row, "dataset_id"),
        row.getInt("number"),
        description(row),
        columns,
        files,
        row.getLong("rows"),
        conformity(row),
        strings(row, "corrections"),
        strings(row, "corrections_english"),
        instant(row, "created_at"),
        uuid(row, "created_by"),
        findInstant(row, "published_at"),
        withdrawal(row),
        findInstant(row, "erased_at"),
        row.getObject("repeats", Integer.class));
  }

  private static @Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
    Instant at = findInstant(row, "withdrawn_at");
    return at == null
        ? null
        : new Withdrawal(
            at,
            uuid(row, "withdrawn_by"),
            Role.valueOf(row.getString("withdrawn_role")),
            row.getString("withdrawal_reason"));
  }

  private static Description description(ResultSet row) throws SQLException {
    String theme = row.getString("theme");
    return new Description(
        row.getString("title"),
        row.getString("summary"),
        strings(row, "keywords"),
        theme == null ? null : Theme.valueOf(theme),
        territory(row),
        License.valueOf(row.getString("license")),
        row.getString("license_reference"),
        UpdateFrequency.valueOf(row.getString("frequency")),
        row.getString("contact_email"),
        row.getString("period"));
  }

  private static @Nullable Territory territory(ResultSet row) throws SQLException {
    String level = row.getString("territory_level");
    return level == null
        ? null
        : new Territory(
            Territory.Level.valueOf(level),
            row.getString("territory_code"),
            row.getString("territory_name"));
  }

  private static @Nullable Conformity conformity(ResultSet row) throws SQLException {
    String code = row.getString("schema_code");
    return code == null
        ? null
        : new Conformity(
            code,
            row.getString("schema_version"),
            row.getString("schema_title"),
            row.getObject("schema_problems", Integer.class));
  }

  private static ColumnDescription column(ResultSet row) throws SQLException {
    String role = row.getString("role");
    return new ColumnDescription(
        row.getString("name"),
        ValueType.of(row.getString("type")),
        Kinds.find(row.getString("kind")).orElse(Kinds.TEXT),
        row.getString("title"),
        row.getString("description"),
        role == null ? null : ExportColumn.Role.of(role),
        row.getLong("filled"),
        row.getLong("distinct_values"),
        row.getString("minimum"),
        row.getString("maximum"),
        strings(row, "labels"));
  }

  private static Distribution distribution(ResultSet row) throws SQLException {
    return new Distribution(
        WrittenFormat.of(row.getString("format")),
        row.getString("sha256"),
        row.getLong("size"),
        row.getLong("rows"));
  }

  private static Bare bare(ResultSet row, int number) throws SQLException {
    return new Bare(
        uuid(row, "id"),
        row.getString("slug"),
        uuid(row, "publisher_id"),
        row.getObject("published_version", UUID.class),
        row.getObject("sandbox_version", UUID.class),
        row.getObject("withdrawn_version", UUID.class),
        withdrawal(row),
        row.getBoolean("title_kept"),
        instant(row, "created_at"),
        instant(row, "updated_at"));
  }

  private static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }

  private static @Nullable Instant findInstant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }

  private static List<String> strings(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return List.of((String[]) array.getArray());
  }

  /** A dataset's own row. */
  private record Bare(
      UUID id,
      String slug,
      UUID publisherId,
      @Nullable UUID published,
      @Nullable UUID sandbox,
      @Nullable UUID withdrawn,
      @Nullable Withdrawal withdrawal,
      boolean titleKept,
      Instant createdAt,
      Instant updatedAt) {
    Dataset with(Map<UUID, Version> versions) {
      return new Dataset(
          id,
          slug,
          publisherId,
          published == null ? null : versions.get(published),
          sandbox == null ? null : versions.get(sandbox),
          tombstone(versions),
          createdAt,
          updatedAt);
    }

    private @Nullable Tombstone tombstone(Map<UUID, Version> versions) {
      return withdrawn == null || withdrawal == null
          ? null
          : new Tombstone(Objects.requireNonNull(versions.get(withdrawn)), withdrawal, titleKept);
    }
  }
}
