package fr.jalon.portal.programme;

import fr.jalon.engine.Json;
import fr.jalon.portal.programme.Candidacy.Contact;
import fr.jalon.portal.programme.Candidacy.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of candidacies: one statement a method. */
@Repository
class CandidacyRows {
  private final JdbcClient jdbc;

  CandidacyRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the authority applied already. */
  boolean insert(Candidacy one) {
    return jdbc.sql(
                """
                insert into programme.candidacy (id, season_id, organization_id, siren, name, contact_name,
                  contact_email, contact_phone, reasons, agents, former, member, eligibility, standing, sent_at)
                values (:id, :season, :organization, :siren, :name, :contact, :email, :phone, :reasons, :agents,
                  :former, :member, :eligibility, :standing, :at)
                on conflict (season_id, siren) do nothing
                """)
            .param("id", one.id())
            .param("season", one.seasonId())
            .param("organization", one.organizationId(), java.sql.Types.OTHER)
            .param("siren", one.siren())
            .param("name", one.name())
            .param("contact", one.contact().name())
            .param("email", one.contact().email())
            .param("phone", one.contact().phone())
            .param("reasons", one.reasons())
            .param("agents", one.agents(), java.sql.Types.NUMERIC)
            .param("former", one.former())
            .param("member", one.member())
            .param("eligibility", Json.write(one.eligibility()))
            .param("standing", one.standing().name())
            .param("at", Timestamp.from(one.sentAt()))
            .update()
        == 1;
  }

  Optional<Candidacy> find(UUID id) {
    return jdbc.sql("select * from programme.candidacy where id = :id")
        .param("id", id)
        .query(CandidacyRows::candidacy)
        .optional();
  }

  /** Those of a season, in the order in which they came. */
  List<Candidacy> listOf(UUID seasonId) {
    return jdbc.sql(
            "select * from programme.candidacy where season_id = :season order by sent_at, id")
        .param("season", seasonId)
        .query(CandidacyRows::candidacy)
        .list();
  }

  /** False when it was changed since that revision. */
  boolean decide(UUID id, Standing standing, String by, String reason, Instant now, int revision) {
    return jdbc.sql(
                """
                update programme.candidacy
                set standing = :standing, decided_by = :by, reason = :reason, decided_at = :now,
                  revision = revision + 1
                where id = :id and revision = :revision
                """)
            .param("id", id)
            .param("standing", standing.name())
            .param("by", by)
            .param("reason", reason)
            .param("now", Timestamp.from(now))
            .param("revision", revision)
            .update()
        == 1;
  }

  /** False when it was changed since that revision. */
  boolean confirm(
      UUID id, UUID organizationId, String name, Eligibility eligibility, int revision) {
    return jdbc.sql(
                """
                update programme.candidacy
                set organization_id = :organization, name = :name, eligibility = :eligibility,
                  revision = revision + 1
                where id = :id and revision = :revision
                """)
            .param("id", id)
            .param("organization", organizationId)
            .param("name", name)
            .param("eligibility", Json.write(eligibility))
            .param("revision", revision)
            .update()
        == 1;
  }

  /** False when it was changed since that revision. */
  boolean correct(
      UUID id,
      String siren,
      @Nullable UUID organizationId,
      String name,
      Eligibility eligibility,
      int revision) {
    return jdbc.sql(
                """
                update programme.candidacy
                set siren = :siren, organization_id = :organization, name = :name,
                  eligibility = :eligibility, revision = revision + 1
                where id = :id and revision = :revision
                """)
            .param("id", id)
            .param("siren", siren)
            .param("organization", organizationId, java.sql.Types.OTHER)
            .param("name", name)
            .param("eligibility", Json.write(eligibility))
            .param("revision", revision)
            .update()
        == 1;
  }

  private static Candidacy candidacy(ResultSet row, int n) throws SQLException {
    Timestamp decided = row.getTimestamp("decided_at");
    return new Candidacy(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        row.getObject("season_id", UUID.class),
        row.getObject("organization_id", UUID.class),
        row.getString("siren"),
        row.getString("name"),
        new Contact(
            row.getString("contact_name"),
            row.getString("contact_email"),
            row.getString("contact_phone")),
        row.getString("reasons"),
        row.getBigDecimal("agents"),
        row.getBoolean("former"),
        row.getBoolean("member"),
        Json.read(row.getString("eligibility"), Eligibility.class),
        Standing.valueOf(row.getString("standing")),
        row.getTimestamp("sent_at").toInstant(),
        decided == null ? null : decided.toInstant(),
        row.getString("decided_by"),
        row.getString("reason"),
        row.getInt("revision"));
  }
}
