package fr.jalon.portal.programme;

import fr.jalon.engine.Json;
import fr.jalon.portal.programme.Beneficiary.Designation;
import fr.jalon.portal.programme.Beneficiary.Dossier;
import fr.jalon.portal.programme.Beneficiary.Membership;
import java.sql.Date;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of beneficiaries: one statement a method, two to read them with their référents. */
@Repository
class BeneficiaryRows {
  private static final String SELECT =
      """
      select b.*, m.since, m.lost_on, m.reason as lost_because
      from programme.beneficiary b
      left join programme.membership m on m.organization_id = b.organization_id
      """;

  private final JdbcClient jdbc;

  BeneficiaryRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Beneficiary one) {
    jdbc.sql(
            """
            insert into programme.beneficiary
              (id, season_id, organization_id, name, agreement_id, accepted_at, dossier)
            values (:id, :season, :organization, :name, :agreement, :at, :dossier)
            """)
        .param("id", one.id())
        .param("season", one.seasonId())
        .param("organization", one.organizationId())
        .param("name", one.name())
        .param("agreement", one.agreementId())
        .param("at", Timestamp.from(one.acceptedAt()))
        .param("dossier", Json.write(one.dossier()))
        .update();
  }

  /** False when it was changed since that revision. */
  boolean update(UUID id, Dossier dossier, int revision) {
    return jdbc.sql(
                """
                update programme.beneficiary set dossier = :dossier, revision = revision + 1
                where id = :id and revision = :revision
                """)
            .param("id", id)
            .param("dossier", Json.write(dossier))
            .param("revision", revision)
            .update()
        == 1;
  }

  Optional<Beneficiary> find(UUID id) {
    return withDesignations(
            jdbc.sql(SELECT + "where b.id = :id")
                .param("id", id)
                .query(BeneficiaryRows::bare)
                .list())
        .stream()
        .findFirst();
  }

  Optional<Beneficiary> findByAgreement(UUID agreementId) {
    return withDesignations(
            jdbc.sql(SELECT + "where b.agreement_id = :agreement")
                .param("agreement", agreementId)
                .query(BeneficiaryRows::bare)
                .list())
        .stream()
        .findFirst();
  }

  /** Those of a season, by name. */
  List<Beneficiary> listOfSeason(UUID seasonId) {
    return withDesignations(
        jdbc.sql(SELECT + "where b.season_id = :season order by b.name, b.id")
            .param("season", seasonId)
            .query(BeneficiaryRows::bare)
            .list());
  }

  /** What an authority is or was, the last first. */
  List<Beneficiary> listOf(UUID organizationId) {
    return withDesignations(
        jdbc.sql(SELECT + "where b.organization_id = :organization order by b.accepted_at desc")
            .param("organization", organizationId)
            .query(BeneficiaryRows::bare)
            .list());
  }

  void designate(UUID beneficiaryId, Designation one, Instant now) {
    jdbc.sql(
            """
            insert into programme.designation
              (beneficiary_id, person_id, person_name, from_day, by_name, at)
            values (:beneficiary, :person, :name, :from, :by, :now)
            """)
        .param("beneficiary", beneficiaryId)
        .param("person", one.personId())
        .param("name", one.personName())
        .param("from", Date.valueOf(one.from()))
        .param("by", one.by())
        .param("now", Timestamp.from(now))
        .update();
  }

  void setMembership(UUID organizationId, Membership one, String by, Instant now) {
    jdbc.sql(
            """
            insert into programme.membership (organization_id, since, lost_on, reason, by_name, at)
            values (:organization, :since, :lost, :reason, :by, :now)
            on conflict (organization_id) do update
            set since = :since, lost_on = :lost, reason = :reason, by_name = :by, at = :now
            """)
        .param("organization", organizationId)
        .param("since", Date.valueOf(one.since()))
        .param("lost", one.lostOn() == null ? null : Date.valueOf(one.lostOn()))
        .param("reason", one.reason())
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  private List<Beneficiary> withDesignations(List<Beneficiary> bare) {
    Map<UUID, List<Designation>> all = designations(bare.stream().map(Beneficiary::id).toList());
    return bare.stream()
        .map(
            one ->
                new Beneficiary(
                    one.id(),
                    one.seasonId(),
                    one.organizationId(),
                    one.name(),
                    one.agreementId(),
                    one.acceptedAt(),
                    one.dossier(),
                    all.getOrDefault(one.id(), List.of()),
                    one.membership(),
                    one.revision()))
        .toList();
  }

  private Map<UUID, List<Designation>> designations(Collection<UUID> ids) {
    Map<UUID, List<Designation>> all = new HashMap<>();
    if (ids.isEmpty()) {
      return all;
    }
    jdbc.sql(
            """
            select * from programme.designation where beneficiary_id = any(:ids) order by from_day, id
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .query(
            row -> {
              all.computeIfAbsent(
                      row.getObject("beneficiary_id", UUID.class), none -> new ArrayList<>())
                  .add(
                      new Designation(
                          row.getObject("person_id", UUID.class),
                          row.getString("person_name"),
                          row.getDate("from_day").toLocalDate(),
                          row.getString("by_name")));
            });
    return all;
  }

  private static Beneficiary bare(ResultSet row, int n) throws SQLException {
    return new Beneficiary(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        row.getObject("season_id", UUID.class),
        row.getObject("organization_id", UUID.class),
        row.getString("name"),
        row.getObject("agreement_id", UUID.class),
        row.getTimestamp("accepted_at").toInstant(),
        Json.read(row.getString("dossier"), Dossier.class),
        List.of(),
        membership(row),
        row.getInt("revision"));
  }

  private static @Nullable Membership membership(ResultSet row) throws SQLException {
    Date since = row.getDate("since");
    Date lost = row.getDate("lost_on");
    return since == null
        ? null
        : new Membership(
            since.toLocalDate(),
            lost == null ? null : lost.toLocalDate(),
            row.getString("lost_because"));
  }
}
