package fr.jalon.portal.programme;

import fr.jalon.portal.programme.Session.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of meetings, of the sessions in them and of who is invited: one statement a method. */
@Repository
class SessionRows {
  private static final String SESSIONS =
      """
      select s.id as session_id, s.beneficiary_id, s.came, s.counted, s.counted_reason, s.counted_by,
        s.counted_at, m.*
      from programme.session s join programme.meeting m on m.id = s.meeting_id
      """;

  private final JdbcClient jdbc;

  SessionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insertMeeting(Meeting one, String by, Instant now) {
    jdbc.sql(
            """
            insert into programme.meeting
              (id, season_id, stage, starts_at, length, place, link, note, created_by, created_at)
            values (:id, :season, :stage, :starts, :length, :place, :link, :note, :by, :now)
            """)
        .param("id", one.id())
        .param("season", one.seasonId())
        .param("stage", one.stage())
        .param("starts", Timestamp.from(one.startsAt()))
        .param("length", one.length())
        .param("place", one.place())
        .param("link", one.link())
        .param("note", one.note())
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** One session for each of these beneficiaries. */
  void insertSessions(UUID meetingId, Collection<UUID> beneficiaryIds) {
    jdbc.sql(
            """
            insert into programme.session (id, meeting_id, beneficiary_id)
            select gen_random_uuid(), :meeting, b from unnest(:beneficiaries) as b
            on conflict do nothing
            """)
        .param("meeting", meetingId)
        .param("beneficiaries", beneficiaryIds.toArray(UUID[]::new))
        .update();
  }

  Optional<Meeting> findMeeting(UUID id) {
    return jdbc.sql("select * from programme.meeting where id = :id")
        .param("id", id)
        .query(SessionRows::meeting)
        .optional();
  }

  /** False when it was changed since that revision, or called off. */
  boolean move(
      UUID id,
      Instant startsAt,
      int length,
      String place,
      String link,
      @Nullable Instant movedFrom,
      int revision) {
    return jdbc.sql(
                """
                update programme.meeting
                set starts_at = :starts, length = :length, place = :place, link = :link,
                  moved_from = :moved, revision = revision + 1
                where id = :id and revision = :revision and not cancelled
                """)
            .param("id", id)
            .param("starts", Timestamp.from(startsAt))
            .param("length", length)
            .param("place", place)
            .param("link", link)
            .param("moved", movedFrom == null ? null : Timestamp.from(movedFrom))
            .param("revision", revision)
            .update()
        == 1;
  }

  /** False when it was changed since that revision, or called off already. */
  boolean cancel(UUID id, int revision) {
    return jdbc.sql(
                """
                update programme.meeting set cancelled = true, revision = revision + 1
                where id = :id and revision = :revision and not cancelled
                """)
            .param("id", id)
            .param("revision", revision)
            .update()
        == 1;
  }

  boolean setNote(UUID id, String note, int revision) {
    return jdbc.sql(
                """
                update programme.meeting set note = :note, revision = revision + 1
                where id = :id and revision = :revision
                """)
            .param("id", id)
            .param("note", note)
            .param("revision", revision)
            .update()
        == 1;
  }

  /** Notes whether each of these came to a meeting. */
  void attend(
      UUID meetingId, Collection<UUID> beneficiaryIds, boolean came, String by, Instant now) {
    jdbc.sql(
            """
            update programme.session set came = :came, noted_by = :by, noted_at = :now
            where meeting_id = :meeting and beneficiary_id = any(:beneficiaries)
            """)
        .param("meeting", meetingId)
        .param("beneficiaries", beneficiaryIds.toArray(UUID[]::new))
        .param("came", came)
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** A person decides whether a session counts. */
  void decide(UUID sessionId, Decision decision) {
    jdbc.sql(
            """
            update programme.session
            set counted = :counted, counted_reason = :reason, counted_by = :by, counted_at = :at
            where id = :id
            """)
        .param("id", sessionId)
        .param("counted", decision.counted())
        .param("reason", decision.reason())
        .param("by", decision.by())
        .param("at", Timestamp.from(decision.at()))
        .update();
  }

  List<Session> listOfSeason(UUID seasonId) {
    return jdbc.sql(SESSIONS + "where m.season_id = :season order by m.starts_at, s.id")
        .param("season", seasonId)
        .query(SessionRows::session)
        .list();
  }

  List<Session> listOf(UUID beneficiaryId) {
    return jdbc.sql(SESSIONS + "where s.beneficiary_id = :beneficiary order by m.starts_at, s.id")
        .param("beneficiary", beneficiaryId)
        .query(SessionRows::session)
        .list();
  }

  List<Session> listOfMeeting(UUID meetingId) {
    return jdbc.sql(SESSIONS + "where s.meeting_id = :meeting order by s.id")
        .param("meeting", meetingId)
        .query(SessionRows::session)
        .list();
  }

  /** Those of an authority, whatever the season. */
  List<Session> listOfOrganization(UUID organizationId) {
    return jdbc.sql(
            SESSIONS
                + """
                join programme.beneficiary b on b.id = s.beneficiary_id
                where b.organization_id = :organization order by m.starts_at, s.id
                """)
        .param("organization", organizationId)
        .query(SessionRows::session)
        .list();
  }

  /** Meetings from a moment on, of all seasons. */
  List<Meeting> listMeetingsFrom(Instant from) {
    return jdbc.sql(
            "select * from programme.meeting where starts_at >= :from order by starts_at limit 1000")
        .param("from", Timestamp.from(from))
        .query(SessionRows::meeting)
        .list();
  }

  /** Invites someone of each session; who is invited already stays so. */
  void invite(Collection<Participant> some) {
    List<Participant> all = List.copyOf(some);
    jdbc.sql(
            """
            insert into programme.participant (id, session_id, person_id, name, email)
            select * from unnest(cast(:ids as uuid[]), cast(:sessions as uuid[]),
              cast(:people as uuid[]), :names, :emails)
            on conflict do nothing
            """)
        .param("ids", all.stream().map(one -> one.id().toString()).toArray(String[]::new))
        .param(
            "sessions", all.stream().map(one -> one.sessionId().toString()).toArray(String[]::new))
        .param(
            "people",
            all.stream()
                .map(one -> one.personId() == null ? null : one.personId().toString())
                .toArray(String[]::new))
        .param("names", all.stream().map(Participant::name).toArray(String[]::new))
        .param("emails", all.stream().map(Participant::email).toArray(String[]::new))
        .update();
  }

  /** Takes a place for someone; empty when they were to come already. */
  Optional<Participant> enrol(UUID meetingId, UUID beneficiaryId, Participant one, Instant now) {
    return jdbc.sql(
            """
            insert into programme.participant as p
              (id, session_id, person_id, name, email, coming, answered_at)
            select :id, s.id, :person, :name, :email, true, :now from programme.session s
            where s.meeting_id = :meeting and s.beneficiary_id = :beneficiary
            on conflict (session_id, email) do update set coming = true, answered_at = :now
              where p.coming is not true
            returning *
            """)
        .param("id", one.id())
        .param("person", one.personId())
        .param("name", one.name())
        .param("email", one.email())
        .param("now", Timestamp.from(now))
        .param("meeting", meetingId)
        .param("beneficiary", beneficiaryId)
        .query(SessionRows::participant)
        .optional();
  }

  /** Gives the sessions that person was to come to; none when they were not to come. */
  List<UUID> release(UUID meetingId, UUID personId) {
    return jdbc.sql(
            """
            delete from programme.participant p using programme.session s
            where s.id = p.session_id and s.meeting_id = :meeting and p.person_id = :person
            returning p.session_id
            """)
        .param("meeting", meetingId)
        .param("person", personId)
        .query(UUID.class)
        .list();
  }

  /** Of these, what nobody is to come to, and was neither noted nor decided, is planned no more. */
  void deleteEmptySessions(Collection<UUID> ids) {
    jdbc.sql(
            """
            delete from programme.session s
            where s.id = any(:ids) and s.came is null and s.counted is null
              and not exists (select 1 from programme.participant p where p.session_id = s.id)
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }

  /** The meetings that someone is to come to. */
  Set<UUID> listMeetingsOf(UUID personId) {
    return Set.copyOf(
        jdbc.sql(
                """
                select distinct s.meeting_id from programme.participant p
                join programme.session s on s.id = p.session_id
                where p.person_id = :person and p.coming is distinct from false
                """)
            .param("person", personId)
            .query(UUID.class)
            .list());
  }

  Map<UUID, Integer> countComing(Collection<UUID> meetingIds) {
    Map<UUID, Integer> coming = new HashMap<>();
    jdbc.sql(
            """
            select s.meeting_id, count(*) as coming from programme.participant p
            join programme.session s on s.id = p.session_id
            where s.meeting_id = any(:meetings) and p.coming is distinct from false
            group by s.meeting_id
            """)
        .param("meetings", meetingIds.toArray(UUID[]::new))
        .query(
            row -> {
              coming.put(row.getObject("meeting_id", UUID.class), row.getInt("coming"));
            });
    return coming;
  }

  List<Meeting> listMeetings(Collection<UUID> ids) {
    return jdbc.sql("select * from programme.meeting where id = any(:ids) order by starts_at, id")
        .param("ids", ids.toArray(UUID[]::new))
        .query(SessionRows::meeting)
        .list();
  }

  /** Who is invited to a meeting. */
  List<Participant> listParticipants(UUID meetingId) {
    return jdbc.sql(
            """
            select p.* from programme.participant p
            join programme.session s on s.id = p.session_id
            where s.meeting_id = :meeting order by p.name, p.id
            """)
        .param("meeting", meetingId)
        .query(SessionRows::participant)
        .list();
  }

  Optional<Participant> findParticipant(UUID id) {
    return jdbc.sql("select * from programme.participant where id = :id")
        .param("id", id)
        .query(SessionRows::participant)
        .optional();
  }

  Optional<Session> findSession(UUID id) {
    return jdbc.sql(SESSIONS + "where s.id = :id")
        .param("id", id)
        .query(SessionRows::session)
        .optional();
  }

  void answer(UUID participantId, boolean coming, Instant now) {
    jdbc.sql("update programme.participant set coming = :coming, answered_at = :now where id = :id")
        .param("id", participantId)
        .param("coming", coming)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** An invitation to a meeting that is still to come, and not called off. */
  record Invited(Participant participant, Meeting meeting, String beneficiary) {}

  /** Those of the meetings between two moments. */
  List<Invited> listInvited(Instant from, Instant to) {
    return jdbc.sql(
            """
            select p.id as participant_id, p.session_id, p.person_id, p.name, p.email, p.coming,
              b.name as beneficiary, m.*
            from programme.participant p
            join programme.session s on s.id = p.session_id
            join programme.beneficiary b on b.id = s.beneficiary_id
            join programme.meeting m on m.id = s.meeting_id
            where m.starts_at > :from and m.starts_at <= :to and not m.cancelled
              and p.coming is distinct from false and s.came is null
            order by m.starts_at
            """)
        .param("from", Timestamp.from(from))
        .param("to", Timestamp.from(to))
        .query(
            (row, n) ->
                new Invited(
                    new Participant(
                        row.getObject("participant_id", UUID.class),
                        row.getObject("session_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getString("name"),
                        row.getString("email"),
                        nullable(row, "coming")),
                    meeting(row, n),
                    row.getString("beneficiary")))
        .list();
  }

  /** Marks a reminder as sent; false when it was already. */
  boolean remind(UUID participantId, Instant startsAt, int days, Instant now) {
    return jdbc.sql(
                """
                insert into programme.reminder (participant_id, starts_at, days, sent_at)
                values (:participant, :starts, :days, :now) on conflict do nothing
                """)
            .param("participant", participantId)
            .param("starts", Timestamp.from(startsAt))
            .param("days", days)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** Where a beneficiary without an account is written to: who applied for it. */
  List<Participant> listContacts(Collection<UUID> sessionIds) {
    return jdbc.sql(
            """
            select s.id, c.contact_name, c.contact_email from programme.session s
            join programme.beneficiary b on b.id = s.beneficiary_id
            join programme.candidacy c
              on c.season_id = b.season_id and c.organization_id = b.organization_id
            where s.id = any(:sessions)
            """)
        .param("sessions", sessionIds.toArray(UUID[]::new))
        .query(
            (row, n) ->
                new Participant(
                    UUID.randomUUID(),
                    row.getObject("id", UUID.class),
                    null,
                    row.getString("contact_name"),
                    row.getString("contact_email"),
                    null))
        .list();
  }

  static Meeting meeting(ResultSet row, int n) throws SQLException {
    Timestamp moved = row.getTimestamp("moved_from");
    return new Meeting(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        row.getObject("season_id", UUID.class),
        row.getString("stage"),
        row.getTimestamp("starts_at").toInstant(),
        row.getInt("length"),
        row.getString("place"),
        row.getString("link"),
        row.getString("note"),
        moved == null ? null : moved.toInstant(),
        row.getBoolean("cancelled"),
        row.getInt("revision"));
  }

  private static Session session(ResultSet row, int n) throws SQLException {
    Boolean counted = nullable(row, "counted");
    return new Session(
        Objects.requireNonNull(row.getObject("session_id", UUID.class)),
        row.getObject("beneficiary_id", UUID.class),
        meeting(row, n),
        nullable(row, "came"),
        counted == null
            ? null
            : new Decision(
                counted,
                row.getString("counted_reason"),
                row.getString("counted_by"),
                row.getTimestamp("counted_at").toInstant()));
  }

  private static Participant participant(ResultSet row, int n) throws SQLException {
    return new Participant(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        row.getObject("session_id", UUID.class),
        row.getObject("person_id", UUID.class),
        row.getString("name"),
        row.getString("email"),
        nullable(row, "coming"));
  }

  private static @Nullable Boolean nullable(ResultSet row, String column) throws SQLException {
    boolean value = row.getBoolean(column);
    return row.wasNull() ? null : value;
  }
}
