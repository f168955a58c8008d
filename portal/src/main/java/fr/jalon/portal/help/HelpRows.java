package fr.jalon.portal.help;

import fr.jalon.engine.Json;
import fr.jalon.portal.deposit.Glimpse;
import fr.jalon.portal.deposit.Place;
import fr.jalon.portal.deposit.Step;
import fr.jalon.portal.help.HelpRequest.Helper;
import fr.jalon.portal.help.HelpRequest.State;
import fr.jalon.portal.help.HelpRequest.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of requests and what is said about them: one statement a method. */
@Repository
class HelpRows {
  /** As many as a list shows. */
  private static final int MOST = 200;

  private static final String SELECT =
      """
      select r.*, (select json_agg(json_build_object('personId', h.person_id, 'name', h.person_name)
                   order by h.at)::text from help.helper h where h.request_id = r.id) as helpers
      from help.request r
      """;

  private final JdbcClient jdbc;

  HelpRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when it was asked already. */
  boolean insert(
      UUID id,
      UUID organizationId,
      UUID authorId,
      String author,
      Asked asked,
      Glimpse.Counts counts,
      Instant at,
      Instant due) {
    Place place = asked.place();
    return jdbc.sql(
                """
                insert into help.request (id, organization_id, author_id, author_name, category, urgency,
                  deposit_id, step, card, cells, page, things_left, mends_accepted, undecided,
                  asked_at, state, turn_at, due_at)
                values (:id, :organization, :author, :name, :category, :urgency,
                  :deposit, :step, :card, :cells, :page, :left, :accepted, :undecided,
                  :at, 'WAITING', :at, :due)
                on conflict (id) do nothing
                """)
            .param("id", id)
            .param("organization", organizationId)
            .param("author", authorId)
            .param("name", author)
            .param("category", asked.category().name())
            .param("urgency", asked.urgency().name())
            .param("deposit", place == null ? null : place.depositId(), java.sql.Types.OTHER)
            .param("step", place == null ? null : place.step().name())
            .param("card", place == null ? "" : place.card())
            .param("cells", place == null ? new String[0] : place.cells().toArray(String[]::new))
            .param("page", asked.page())
            .param("left", counts.left())
            .param("accepted", counts.accepted())
            .param("undecided", counts.undecided())
            .param("at", Timestamp.from(at))
            .param("due", Timestamp.from(due))
            .update()
        == 1;
  }

  Optional<HelpRequest> find(UUID id) {
    return jdbc.sql(SELECT + "where r.id = :id")
        .param("id", id)
        .query(HelpRows::request)
        .optional();
  }

  /** Kept for this transaction alone until it ends. */
  Optional<HelpRequest> findForUpdate(UUID id) {
    return jdbc.sql(SELECT + "where r.id = :id for update of r")
        .param("id", id)
        .query(HelpRows::request)
        .optional();
  }

  /** Those of an authority, all when null: who waits first, the least time left first. */
  List<HelpRequest> list(@Nullable UUID organizationId) {
    return jdbc.sql(
            SELECT
                + """
                where (cast(:organization as uuid) is null or r.organization_id = :organization)
                order by r.state in ('SOLVED', 'CLOSED'), r.state <> 'WAITING',
                  case when r.state = 'WAITING' then r.due_at end, r.turn_at desc
                limit :most
                """)
        .param("organization", organizationId, java.sql.Types.OTHER)
        .param("most", MOST)
        .query(HelpRows::request)
        .list();
  }

  /** Those about a deposit that are not over. */
  List<HelpRequest> listOfDeposit(UUID depositId) {
    return jdbc.sql(
            SELECT
                + """
                where r.deposit_id = :deposit and r.state in ('WAITING', 'ANSWERED')
                order by r.asked_at limit :most
                """)
        .param("deposit", depositId)
        .param("most", MOST)
        .query(HelpRows::request)
        .list();
  }

  List<HelpRequest> listOfAll(Collection<UUID> organizationIds) {
    return jdbc.sql(
            SELECT + "where r.organization_id = any(:organizations) order by r.asked_at, r.id")
        .param("organizations", organizationIds.toArray(UUID[]::new))
        .query(HelpRows::request)
        .list();
  }

  List<HelpRequest> listWaiting() {
    return jdbc.sql(SELECT + "where r.state = 'WAITING' order by r.due_at, r.id")
        .query(HelpRows::request)
        .list();
  }

  /** How many somebody asked since. */
  int countSince(UUID authorId, Instant since) {
    return jdbc.sql(
            "select count(*) from help.request where author_id = :author and asked_at > :since")
        .param("author", authorId)
        .param("since", Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  /** Whose turn it is from now on. */
  void turn(UUID id, State state, Instant now, Instant due) {
    jdbc.sql("update help.request set state = :state, turn_at = :now, due_at = :due where id = :id")
        .param("id", id)
        .param("state", state.name())
        .param("now", Timestamp.from(now))
        .param("due", Timestamp.from(due))
        .update();
  }

  /** The first answer came after so long; what is said later changes nothing of it. */
  void answered(UUID id, Duration after) {
    jdbc.sql(
            """
            update help.request set answered_after_seconds = :seconds
            where id = :id and answered_after_seconds is null
            """)
        .param("id", id)
        .param("seconds", after.toSeconds())
        .update();
  }

  /** False when it counts already. */
  boolean count(UUID id, UUID sessionId) {
    return jdbc.sql(
                """
                update help.request set session_id = :session where id = :id and session_id is null
                """)
            .param("id", id)
            .param("session", sessionId)
            .update()
        == 1;
  }

  /** False when they did already. */
  boolean join(UUID id, UUID personId, String name, Instant now) {
    return jdbc.sql(
                """
                insert into help.helper (request_id, person_id, person_name, at)
                values (:request, :person, :name, :now) on conflict do nothing
                """)
            .param("request", id)
            .param("person", personId)
            .param("name", name)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** False when it was said already. */
  boolean say(UUID requestId, Line line) {
    return jdbc.sql(
                """
                insert into help.line (id, request_id, at, person_id, who, helping, what, text, suggestion_id)
                values (:id, :request, :at, :person, :who, :helping, :what, :text, :suggestion)
                on conflict (id) do nothing
                """)
            .param("id", line.id())
            .param("request", requestId)
            .param("at", Timestamp.from(line.at()))
            .param("person", line.personId(), java.sql.Types.OTHER)
            .param("who", line.who())
            .param("helping", line.helping())
            .param("what", line.what().name())
            .param("text", line.text())
            .param("suggestion", line.suggestionId(), java.sql.Types.OTHER)
            .update()
        == 1;
  }

  List<Line> listLines(UUID requestId) {
    return jdbc.sql("select * from help.line where request_id = :request order by at, id")
        .param("request", requestId)
        .query(
            (row, n) ->
                new Line(
                    row.getObject("id", UUID.class),
                    row.getTimestamp("at").toInstant(),
                    row.getObject("person_id", UUID.class),
                    row.getString("who"),
                    row.getBoolean("helping"),
                    Line.What.valueOf(row.getString("what")),
                    row.getString("text"),
                    row.getObject("suggestion_id", UUID.class)))
        .list();
  }

  /** The request in which a mend was proposed. */
  Optional<UUID> findBySuggestion(UUID suggestionId) {
    return jdbc.sql(
            "select request_id from help.line where suggestion_id = :id and what = 'SUGGESTED'")
        .param("id", suggestionId)
        .query(UUID.class)
        .optional();
  }

  void attach(UUID requestId, Attachment one) {
    jdbc.sql(
            """
            insert into help.attachment (id, request_id, line_id, name, size, sha256)
            values (:id, :request, :line, :name, :size, :sha256)
            """)
        .param("id", one.id())
        .param("request", requestId)
        .param("line", one.lineId())
        .param("name", one.name())
        .param("size", one.size())
        .param("sha256", one.sha256())
        .update();
  }

  List<Attachment> listAttachments(UUID requestId) {
    return jdbc.sql(
            """
            select id, line_id, name, size, sha256 from help.attachment
            where request_id = :request order by name, id
            """)
        .param("request", requestId)
        .query(Attachment.class)
        .list();
  }

  /**
   * A request whose author is silent.
   *
   * @param taken how many rungs since the last answer
   * @param lastAt when the last of them was, null for none
   */
  record Silent(UUID id, Instant turnAt, int taken, @Nullable Instant lastAt) {}

  List<Silent> listSilentSince(Instant before) {
    return jdbc.sql(
            """
            select r.id, r.turn_at, count(g.rung) as taken, max(g.at) as last_at
            from help.request r left join help.rung g on g.request_id = r.id and g.turn_at = r.turn_at
            where r.state = 'ANSWERED' and r.turn_at <= :before
            group by r.id, r.turn_at order by r.turn_at
            """)
        .param("before", Timestamp.from(before))
        .query(
            (row, n) -> {
              Timestamp last = row.getTimestamp("last_at");
              return new Silent(
                  row.getObject("id", UUID.class),
                  row.getTimestamp("turn_at").toInstant(),
                  row.getInt("taken"),
                  last == null ? null : last.toInstant());
            })
        .list();
  }

  /** False when another server took it, or the person answered. */
  boolean take(UUID id, Instant turnAt, Rung rung, Instant now) {
    return jdbc.sql(
                """
                insert into help.rung (request_id, turn_at, rung, at)
                select r.id, r.turn_at, :rung, :now from help.request r
                where r.id = :id and r.turn_at = :turn and r.state = 'ANSWERED'
                on conflict do nothing
                """)
            .param("id", id)
            .param("turn", Timestamp.from(turnAt))
            .param("rung", rung.name())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  private static HelpRequest request(ResultSet row, int n) throws SQLException {
    UUID deposit = row.getObject("deposit_id", UUID.class);
    String helpers = row.getString("helpers");
    long seconds = row.getLong("answered_after_seconds");
    Duration after = row.wasNull() ? null : Duration.ofSeconds(seconds);
    Place place =
        deposit == null
            ? null
            : new Place(
                deposit,
                Step.valueOf(row.getString("step")),
                row.getString("card"),
                List.of((String[]) row.getArray("cells").getArray()));
    return new HelpRequest(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        row.getObject("organization_id", UUID.class),
        row.getObject("author_id", UUID.class),
        row.getString("author_name"),
        Category.valueOf(row.getString("category")),
        Urgency.valueOf(row.getString("urgency")),
        new Where(
            place,
            row.getString("page"),
            new Glimpse.Counts(
                row.getInt("things_left"), row.getInt("mends_accepted"), row.getInt("undecided"))),
        row.getTimestamp("asked_at").toInstant(),
        State.valueOf(row.getString("state")),
        row.getTimestamp("turn_at").toInstant(),
        row.getTimestamp("due_at").toInstant(),
        after,
        helpers == null ? List.of() : List.of(Json.read(helpers, Helper[].class)),
        row.getObject("session_id", UUID.class));
  }
}
