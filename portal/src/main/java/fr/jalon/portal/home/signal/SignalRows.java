package fr.jalon.portal.home.signal;

import fr.jalon.engine.Json;
import fr.jalon.portal.home.signal.Signal.Mark;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is kept of signals: one statement a method, whatever their number. */
@Repository
class SignalRows {
  private static final String SELECT =
      """
      select s.*, m.at as marked_at, m.later_until from home.signal s
      left join home.mark m on m.signal_id = s.id and m.person_id = :person
      """;

  private final JdbcClient jdbc;

  SignalRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** When a season was looked at last, empty when it never was. */
  Optional<Instant> findLook(UUID seasonId) {
    return jdbc.sql("select at from home.sweep where season_id = :season")
        .param("season", seasonId)
        .query((row, n) -> row.getTimestamp("at").toInstant())
        .optional();
  }

  /** True when the season was not looked at since; whoever gets it looks, nobody else. */
  boolean claim(UUID seasonId, Instant since, Instant now) {
    return jdbc.sql(
                """
                insert into home.sweep (season_id, at) values (:season, :now)
                on conflict (season_id) do update set at = :now where sweep.at < :since
                """)
            .param("season", seasonId)
            .param("since", Timestamp.from(since))
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** A signal as it stands, without anybody's mark. */
  record Kept(
      UUID id,
      @Nullable UUID beneficiaryId,
      String kind,
      String object,
      String told,
      String href,
      boolean resolved) {}

  /** Those that stand, and those of the kinds that are told once for ever. */
  List<Kept> listKept(UUID seasonId, Collection<String> onceForEver) {
    return jdbc.sql(
            """
            select id, beneficiary_id, kind, object, told, href, resolved_at is not null as resolved
            from home.signal where season_id = :season
              and (resolved_at is null or kind = any(:kinds))
            """)
        .param("season", seasonId)
        .param("kinds", onceForEver.toArray(String[]::new))
        .query(
            (row, n) ->
                new Kept(
                    Objects.requireNonNull(row.getObject("id", UUID.class)),
                    row.getObject("beneficiary_id", UUID.class),
                    row.getString("kind"),
                    row.getString("object"),
                    row.getString("told"),
                    row.getString("href"),
                    row.getBoolean("resolved")))
        .list();
  }

  void insert(UUID seasonId, List<Found> found, Instant now) {
    jdbc.sql(
            """
            insert into home.signal (id, season_id, beneficiary_id, kind, object, told, href, first_seen)
            select gen_random_uuid(), :season, n.beneficiary, n.kind, n.object, n.told, n.href, :now
            from unnest(:beneficiaries, :kinds, :objects, :tolds, :hrefs)
              as n (beneficiary, kind, object, told, href)
            on conflict do nothing
            """)
        .param("season", seasonId)
        .param("beneficiaries", found.stream().map(Found::beneficiaryId).toArray(UUID[]::new))
        .param("kinds", texts(found.stream().map(one -> one.kind().key())))
        .param("objects", texts(found.stream().map(Found::object)))
        .param("tolds", texts(found.stream().map(one -> Json.write(one.told()))))
        .param("hrefs", texts(found.stream().map(Found::href)))
        .param("now", Timestamp.from(now))
        .update();
  }

  /** What is told of them changed. */
  void update(Map<UUID, Found> found) {
    List<UUID> ids = List.copyOf(found.keySet());
    jdbc.sql(
            """
            update home.signal s set told = n.told, href = n.href
            from unnest(:ids, :tolds, :hrefs) as n (id, told, href) where s.id = n.id
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .param("tolds", texts(ids.stream().map(id -> Json.write(get(found, id).told()))))
        .param("hrefs", texts(ids.stream().map(id -> get(found, id).href())))
        .update();
  }

  private static Found get(Map<UUID, Found> found, UUID id) {
    return Objects.requireNonNull(found.get(id));
  }

  private static String[] texts(Stream<String> some) {
    return some.toArray(String[]::new);
  }

  void resolve(Collection<UUID> ids, Instant now) {
    jdbc.sql(
            """
            update home.signal set resolved_at = :now where id = any(:ids) and resolved_at is null
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Those of a season that stand, with the marks of somebody. */
  List<Signal> listOpen(UUID seasonId, UUID personId) {
    return signals(
        jdbc.sql(SELECT + "where s.season_id = :season and s.resolved_at is null")
            .param("season", seasonId)
            .param("person", personId));
  }

  /** Those that were resolved since, the last first. */
  List<Signal> listResolved(UUID seasonId, UUID personId, Instant since, int most) {
    return signals(
        jdbc.sql(
                SELECT
                    + """
                    where s.season_id = :season and s.resolved_at >= :since
                    order by s.resolved_at desc, s.id limit :most
                    """)
            .param("season", seasonId)
            .param("person", personId)
            .param("since", Timestamp.from(since))
            .param("most", most));
  }

  Optional<Signal> find(UUID id, UUID personId) {
    return signals(jdbc.sql(SELECT + "where s.id = :id").param("id", id).param("person", personId))
        .stream()
        .findFirst();
  }

  void mark(UUID id, UUID personId, @Nullable LocalDate until, Instant now) {
    jdbc.sql(
            """
            insert into home.mark (signal_id, person_id, at, later_until)
            values (:signal, :person, :now, :until)
            on conflict (signal_id, person_id) do update set at = :now, later_until = :until
            """)
        .param("signal", id)
        .param("person", personId)
        .param("now", Timestamp.from(now))
        .param("until", until == null ? null : Date.valueOf(until))
        .update();
  }

  void unmark(UUID id, UUID personId) {
    jdbc.sql("delete from home.mark where signal_id = :signal and person_id = :person")
        .param("signal", id)
        .param("person", personId)
        .update();
  }

  /** What the season changed of the thresholds. */
  Limits limits(UUID seasonId) {
    Map<Threshold, Integer> changed = new EnumMap<>(Threshold.class);
    jdbc.sql("select threshold, value from home.threshold where season_id = :season")
        .param("season", seasonId)
        .query(
            row -> {
              String key = row.getString("threshold");
              int value = row.getInt("value");
              Stream.of(Threshold.values())
                  .filter(one -> one.name().equals(key))
                  .forEach(one -> changed.put(one, value));
            });
    return new Limits(changed);
  }

  void setLimits(UUID seasonId, Map<Threshold, Integer> values, UUID by, Instant now) {
    List<Threshold> all = List.copyOf(values.keySet());
    jdbc.sql(
            """
            insert into home.threshold (season_id, threshold, value, by_id, at)
            select :season, n.threshold, n.value, :by, :now
            from unnest(:thresholds, :values) as n (threshold, value)
            on conflict (season_id, threshold) do update
            set value = excluded.value, by_id = :by, at = :now where threshold.value <> excluded.value
            """)
        .param("season", seasonId)
        .param("thresholds", texts(all.stream().map(Threshold::name)))
        .param("values", all.stream().map(values::get).toArray(Integer[]::new))
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** False when the mail of that week was written already. */
  boolean noteDigest(UUID personId, LocalDate week, int lines, Instant now) {
    return jdbc.sql(
                """
                insert into home.digest (person_id, week, lines, at)
                values (:person, :week, :lines, :now) on conflict do nothing
                """)
            .param("person", personId)
            .param("week", Date.valueOf(week))
            .param("lines", lines)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  boolean isDigestStopped(UUID personId) {
    return jdbc.sql("select exists (select 1 from home.digest_stopped where person_id = :person)")
        .param("person", personId)
        .query(Boolean.class)
        .single();
  }

  void stopDigest(UUID personId, Instant now) {
    jdbc.sql(
            """
            insert into home.digest_stopped (person_id, at) values (:person, :now)
            on conflict do nothing
            """)
        .param("person", personId)
        .param("now", Timestamp.from(now))
        .update();
  }

  void resumeDigest(UUID personId) {
    jdbc.sql("delete from home.digest_stopped where person_id = :person")
        .param("person", personId)
        .update();
  }

  /** A kind that is no more is told no more. */
  private static List<Signal> signals(JdbcClient.StatementSpec statement) {
    return statement.query(SignalRows::signal).list().stream().flatMap(Optional::stream).toList();
  }

  private static Optional<Signal> signal(ResultSet row, int n) throws SQLException {
    Optional<SignalKind> kind = SignalKinds.find(row.getString("kind"));
    return kind.isEmpty() ? Optional.empty() : Optional.of(signal(kind.get(), row));
  }

  private static Signal signal(SignalKind kind, ResultSet row) throws SQLException {
    Timestamp marked = row.getTimestamp("marked_at");
    Timestamp resolved = row.getTimestamp("resolved_at");
    Date until = row.getDate("later_until");
    return new Signal(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        Objects.requireNonNull(row.getObject("season_id", UUID.class)),
        row.getObject("beneficiary_id", UUID.class),
        kind.key(),
        kind.level(),
        row.getString("object"),
        Json.read(row.getString("told"), Told.class),
        row.getString("href"),
        row.getTimestamp("first_seen").toInstant(),
        resolved == null ? null : resolved.toInstant(),
        marked == null
            ? null
            : new Mark(marked.toInstant(), until == null ? null : until.toLocalDate()));
  }
}
