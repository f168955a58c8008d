package fr.jalon.portal.questionnaire;

import fr.jalon.engine.Json;
import fr.jalon.portal.questionnaire.Filling.Occasion;
import fr.jalon.portal.questionnaire.Question.Fact;
import fr.jalon.portal.questionnaire.Sheet.Settlement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of questionnaires being filled in: one statement a method. */
@Repository
class FillingRows {
  private final JdbcClient jdbc;

  FillingRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Does nothing when the beneficiary has one for that occasion. */
  void insert(UUID id, UUID beneficiaryId, Occasion occasion, int version, Instant now) {
    jdbc.sql(
            """
            insert into questionnaire.filling (id, beneficiary_id, occasion, version, opened_at)
            values (:id, :beneficiary, :occasion, :version, :now)
            on conflict (beneficiary_id, occasion) do nothing
            """)
        .param("id", id)
        .param("beneficiary", beneficiaryId)
        .param("occasion", occasion.name())
        .param("version", version)
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<Filling> find(UUID id) {
    return jdbc.sql("select * from questionnaire.filling where id = ?")
        .param(id)
        .query(FillingRows::filling)
        .optional();
  }

  /** Its version changes no more until the end of the transaction. */
  Optional<Filling> hold(UUID id) {
    return jdbc.sql("select * from questionnaire.filling where id = ? for share")
        .param(id)
        .query(FillingRows::filling)
        .optional();
  }

  /** Entry first. */
  List<Filling> listOf(UUID beneficiaryId) {
    return jdbc.sql(
            "select * from questionnaire.filling where beneficiary_id = ? order by occasion")
        .param(beneficiaryId)
        .query(FillingRows::filling)
        .list();
  }

  List<Filling> listOfAll(Collection<UUID> beneficiaryIds) {
    return jdbc.sql(
            """
            select * from questionnaire.filling where beneficiary_id = any(cast(:ids as uuid[]))
            order by occasion
            """)
        .param("ids", beneficiaryIds.toArray(UUID[]::new))
        .query(FillingRows::filling)
        .list();
  }

  /** A questionnaire with a table that somebody filled in, since when. */
  record Listed(UUID beneficiaryId, UUID fillingId, Instant since) {}

  /** Those in which a table has a row, entry first; the inventory is the one table there is. */
  List<Listed> listInventories(Collection<UUID> beneficiaryIds) {
    return jdbc.sql(
            """
            select f.beneficiary_id, f.id, min(a.at) as since
            from questionnaire.filling f
            join questionnaire.answer a on a.filling_id = f.id and a.version = f.version
            where f.beneficiary_id = any(cast(:ids as uuid[])) and a.reply::jsonb -> 'rows' <> '{}'
            group by f.beneficiary_id, f.id, f.occasion order by f.occasion
            """)
        .param("ids", beneficiaryIds.toArray(UUID[]::new))
        .query(
            (row, n) ->
                new Listed(
                    row.getObject("beneficiary_id", UUID.class),
                    row.getObject("id", UUID.class),
                    row.getTimestamp("since").toInstant()))
        .list();
  }

  /** Questions that somebody answered, by questionnaire. */
  Map<UUID, Integer> countAnswers(Collection<UUID> fillingIds) {
    Map<UUID, Integer> counts = new HashMap<>();
    jdbc.sql(
            """
            select f.id, count(distinct a.question) as answered
            from questionnaire.filling f
            join questionnaire.answer a on a.filling_id = f.id and a.version = f.version
            where f.id = any(cast(:ids as uuid[])) group by f.id
            """)
        .param("ids", fillingIds.toArray(UUID[]::new))
        .query(
            row -> {
              counts.put(row.getObject("id", UUID.class), row.getInt("answered"));
            });
    return counts;
  }

  /**
   * @param facts known on that day
   */
  void handIn(UUID id, Instant at, String by, Map<Fact, Long> facts) {
    jdbc.sql(
            """
            update questionnaire.filling set handed_in_at = :at, handed_in_by = :by, facts = :facts
            where id = :id
            """)
        .param("id", id)
        .param("at", Timestamp.from(at))
        .param("by", by)
        .param("facts", Json.write(facts))
        .update();
  }

  void openAgain(UUID id) {
    jdbc.sql(
            """
            update questionnaire.filling set handed_in_at = null, handed_in_by = null, facts = null
            where id = ?
            """)
        .param(id)
        .update();
  }

  /** What was known when it was handed in; empty while it is not, or when that was not kept. */
  Optional<Map<Fact, Long>> findFacts(UUID id) {
    return jdbc.sql("select facts from questionnaire.filling where id = ? and facts is not null")
        .param(id)
        .query(String.class)
        .optional()
        .map(FillingRows::facts);
  }

  @SuppressWarnings("unchecked")
  private static Map<Fact, Long> facts(String json) {
    Map<Fact, Long> facts = new EnumMap<>(Fact.class);
    ((Map<String, Number>) Json.read(json, Map.class))
        .forEach((fact, count) -> facts.put(Fact.valueOf(fact), count.longValue()));
    return facts;
  }

  /** Those being filled in: nobody answers them until the end of the transaction. */
  List<UUID> lockOpen(int version) {
    return jdbc.sql(
            """
            select id from questionnaire.filling where version = ? and handed_in_at is null
            order by id for update
            """)
        .param(version)
        .query(UUID.class)
        .list();
  }

  void moveOpen(int from, int to) {
    jdbc.sql(
            """
            update questionnaire.filling set version = :to
            where version = :from and handed_in_at is null
            """)
        .param("from", from)
        .param("to", to)
        .update();
  }

  void addRespondent(Respondent one, @Nullable String sha256, String by, Instant now) {
    jdbc.sql(
            """
            insert into questionnaire.respondent (id, filling_id, person_id, name, email, sections,
              assisting, token_sha256, expires_at, added_by, added_at)
            values (:id, :filling, :person, :name, :email, :sections, :assisting, :sha256, :expires,
              :by, :now)
            on conflict (filling_id, person_id) do nothing
            """)
        .param("id", one.id())
        .param("filling", one.fillingId())
        .param("person", one.personId(), Types.OTHER)
        .param("name", one.name())
        .param("email", one.email())
        .param("sections", Json.write(one.sections()))
        .param("assisting", one.assisting())
        .param("sha256", sha256, Types.VARCHAR)
        .param(
            "expires",
            one.expiresAt() == null ? null : Timestamp.from(one.expiresAt()),
            Types.TIMESTAMP)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<Respondent> findByPerson(UUID fillingId, UUID personId) {
    return jdbc.sql(
            """
            select * from questionnaire.respondent where filling_id = ? and person_id = ?
            """)
        .params(fillingId, personId)
        .query(FillingRows::respondent)
        .optional();
  }

  Optional<Respondent> findByToken(String sha256) {
    return jdbc.sql("select * from questionnaire.respondent where token_sha256 = ?")
        .param(sha256)
        .query(FillingRows::respondent)
        .optional();
  }

  /** In the order in which they came. */
  List<Respondent> listRespondents(UUID fillingId) {
    return jdbc.sql(
            """
            select * from questionnaire.respondent where filling_id = ? order by added_at, id
            """)
        .param(fillingId)
        .query(FillingRows::respondent)
        .list();
  }

  /** Their link goes with them; what they answered stays. */
  boolean remove(UUID fillingId, UUID respondentId, Instant now) {
    return jdbc.sql(
                """
                update questionnaire.respondent set removed_at = :now
                where id = :id and filling_id = :filling and removed_at is null
                """)
            .param("id", respondentId)
            .param("filling", fillingId)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  void answer(
      UUID fillingId, int version, String question, UUID respondentId, Reply reply, Instant now) {
    jdbc.sql(
            """
            insert into questionnaire.answer (filling_id, version, question, respondent_id, reply, at)
            values (:filling, :version, :question, :respondent, :reply, :now)
            on conflict (filling_id, version, question, respondent_id) do update
            set reply = :reply, at = :now
            """)
        .param("filling", fillingId)
        .param("version", version)
        .param("question", question)
        .param("respondent", respondentId)
        .param("reply", Json.writeOrdered(reply))
        .param("now", Timestamp.from(now))
        .update();
  }

  void withdraw(UUID fillingId, int version, String question, UUID respondentId) {
    jdbc.sql(
            """
            delete from questionnaire.answer where filling_id = ? and version = ? and question = ?
              and respondent_id = ?
            """)
        .params(fillingId, version, question, respondentId)
        .update();
  }

  /** An answer with the questionnaire it is in. */
  record Kept(UUID fillingId, Answer answer) {}

  /** Those in the version of each questionnaire, the first first. */
  List<Kept> listAnswers(Collection<UUID> fillingIds) {
    return jdbc.sql(
            """
            select a.*, r.name from questionnaire.answer a
            join questionnaire.filling f on f.id = a.filling_id and f.version = a.version
            join questionnaire.respondent r on r.id = a.respondent_id
            where a.filling_id = any(cast(:ids as uuid[])) order by a.at, a.respondent_id
            """)
        .param("ids", fillingIds.toArray(UUID[]::new))
        .query(FillingRows::kept)
        .list();
  }

  /** Those of questionnaires that are being filled in. */
  List<Kept> listOpenAnswers(int version) {
    return jdbc.sql(
            """
            select a.*, r.name from questionnaire.answer a
            join questionnaire.filling f on f.id = a.filling_id and f.handed_in_at is null
            join questionnaire.respondent r on r.id = a.respondent_id
            where a.version = ? and f.version = a.version order by a.at
            """)
        .param(version)
        .query(FillingRows::kept)
        .list();
  }

  /** Puts answers in another version, each with its day and its respondent. */
  void carry(List<Kept> some, int version) {
    jdbc.sql(
            """
            insert into questionnaire.answer (filling_id, version, question, respondent_id, reply, at)
            select filling, :version, question, respondent, reply, at
            from unnest(cast(:fillings as uuid[]), cast(:questions as text[]),
              cast(:respondents as uuid[]), cast(:replies as text[]), cast(:ats as timestamptz[]))
              as carried (filling, question, respondent, reply, at)
            on conflict do nothing
            """)
        .param("version", version)
        .param("fillings", some.stream().map(Kept::fillingId).toArray(UUID[]::new))
        .param(
            "questions", some.stream().map(one -> one.answer().question()).toArray(String[]::new))
        .param(
            "respondents",
            some.stream().map(one -> one.answer().respondentId()).toArray(UUID[]::new))
        .param(
            "replies",
            some.stream()
                .map(one -> Json.writeOrdered(one.answer().reply()))
                .toArray(String[]::new))
        .param("ats", some.stream().map(one -> one.answer().at().toString()).toArray(String[]::new))
        .update();
  }

  /** Choices between answers go along, where their question keeps its key. */
  void carrySettlements(Collection<UUID> fillingIds, int from, int to) {
    jdbc.sql(
            """
            insert into questionnaire.settlement
            select s.filling_id, :to, s.question, s.respondent_id, s.by_name, s.at
            from questionnaire.settlement s
            where s.version = :from and s.filling_id = any(cast(:ids as uuid[]))
            on conflict do nothing
            """)
        .param("from", from)
        .param("to", to)
        .param("ids", fillingIds.toArray(UUID[]::new))
        .update();
  }

  void settle(UUID fillingId, int version, Settlement one) {
    jdbc.sql(
            """
            insert into questionnaire.settlement
              (filling_id, version, question, respondent_id, by_name, at)
            values (:filling, :version, :question, :respondent, :by, :now)
            on conflict (filling_id, version, question) do update
            set respondent_id = :respondent, by_name = :by, at = :now
            """)
        .param("filling", fillingId)
        .param("version", version)
        .param("question", one.question())
        .param("respondent", one.respondentId())
        .param("by", one.by())
        .param("now", Timestamp.from(one.at()))
        .update();
  }

  List<Settlement> listSettlements(UUID fillingId, int version) {
    return jdbc.sql("select * from questionnaire.settlement where filling_id = ? and version = ?")
        .params(fillingId, version)
        .query(
            (row, n) ->
                new Settlement(
                    row.getString("question"),
                    row.getObject("respondent_id", UUID.class),
                    row.getString("by_name"),
                    row.getTimestamp("at").toInstant()))
        .list();
  }

  private static Kept kept(ResultSet row, int n) throws SQLException {
    return new Kept(
        row.getObject("filling_id", UUID.class),
        new Answer(
            row.getString("question"),
            row.getObject("respondent_id", UUID.class),
            row.getString("name"),
            Json.read(row.getString("reply"), Reply.class),
            row.getTimestamp("at").toInstant()));
  }

  private static Filling filling(ResultSet row, int n) throws SQLException {
    return new Filling(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        row.getObject("beneficiary_id", UUID.class),
        Occasion.valueOf(row.getString("occasion")),
        row.getInt("version"),
        row.getTimestamp("opened_at").toInstant(),
        instant(row, "handed_in_at"),
        row.getString("handed_in_by"));
  }

  private static Respondent respondent(ResultSet row, int n) throws SQLException {
    return new Respondent(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        row.getObject("filling_id", UUID.class),
        row.getObject("person_id", UUID.class),
        row.getString("name"),
        row.getString("email"),
        List.of(Json.read(row.getString("sections"), String[].class)),
        row.getBoolean("assisting"),
        instant(row, "expires_at"),
        instant(row, "removed_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
