package fr.jalon.portal.review;

import fr.jalon.engine.Json;
import fr.jalon.portal.review.Review.Frozen;
import fr.jalon.portal.review.Review.Kind;
import fr.jalon.portal.review.Review.Listed;
import fr.jalon.portal.review.Review.Said;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of reports, of what people wrote in them and added to them: one statement a method. */
@Repository
class ReviewRows {
  private final JdbcClient jdbc;

  ReviewRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Nothing when there is one already. */
  void insert(Review one, String by) {
    jdbc.sql(
            """
            insert into review.review (id, kind, season_id, beneficiary_id, phase, begun_by, begun_at)
            values (:id, :kind, :season, :beneficiary, :phase, :by, :now)
            on conflict do nothing
            """)
        .param("id", one.id())
        .param("kind", one.kind().name())
        .param("season", one.seasonId())
        .param("beneficiary", one.beneficiaryId(), Types.OTHER)
        .param("phase", one.phase())
        .param("by", by)
        .param("now", Timestamp.from(one.begunAt()))
        .update();
  }

  Optional<Review> find(UUID id) {
    return jdbc.sql("select * from review.review where id = ?")
        .param(id)
        .query(ReviewRows::review)
        .optional();
  }

  /** Others that would write there wait for the end of the transaction. */
  Optional<Review> findForUpdate(UUID id) {
    return jdbc.sql("select * from review.review where id = ? for update")
        .param(id)
        .query(ReviewRows::review)
        .optional();
  }

  /** The one of that kind, of a beneficiary or of a season. */
  Optional<Review> find(Kind kind, UUID seasonId, @Nullable UUID beneficiaryId, String phase) {
    return jdbc.sql(
            """
            select * from review.review
            where kind = :kind and season_id = :season and phase = :phase
              and beneficiary_id is not distinct from cast(:beneficiary as uuid)
            """)
        .param("kind", kind.name())
        .param("season", seasonId)
        .param("beneficiary", beneficiaryId, Types.OTHER)
        .param("phase", phase)
        .query(ReviewRows::review)
        .optional();
  }

  List<Listed> listOfBeneficiary(UUID beneficiaryId) {
    return jdbc.sql(
            """
            select id, kind, beneficiary_id, phase, begun_at, frozen_at from review.review
            where beneficiary_id = ? order by begun_at, id
            """)
        .param(beneficiaryId)
        .query(ReviewRows::listed)
        .list();
  }

  List<Listed> listOfSeason(UUID seasonId) {
    return jdbc.sql(
            """
            select id, kind, beneficiary_id, phase, begun_at, frozen_at from review.review
            where season_id = ? order by begun_at, id
            """)
        .param(seasonId)
        .query(ReviewRows::listed)
        .list();
  }

  List<Written> listWritten(UUID reviewId) {
    return jdbc.sql("select * from review.passage where review_id = ?")
        .param(reviewId)
        .query(
            (row, n) ->
                new Written(
                    Passage.valueOf(row.getString("passage")),
                    row.getString("text"),
                    row.getInt("revision"),
                    row.getString("by_name"),
                    row.getTimestamp("at").toInstant()))
        .list();
  }

  void write(UUID reviewId, Written one) {
    jdbc.sql(
            """
            insert into review.passage (review_id, passage, text, revision, by_name, at)
            values (:review, :passage, :text, :revision, :by, :now)
            on conflict (review_id, passage) do update
            set text = excluded.text, revision = excluded.revision, by_name = excluded.by_name,
              at = excluded.at
            """)
        .param("review", reviewId)
        .param("passage", one.passage().name())
        .param("text", one.text())
        .param("revision", one.revision())
        .param("by", one.by())
        .param("now", Timestamp.from(one.at()))
        .update();
  }

  void freeze(UUID id, String content, String sha256, String by, Instant at) {
    jdbc.sql(
            """
            update review.review
            set content = :content, sha256 = :sha256, frozen_by = :by, frozen_at = :at
            where id = :id and frozen_at is null
            """)
        .param("id", id)
        .param("content", content)
        .param("sha256", sha256)
        .param("by", by)
        .param("at", Timestamp.from(at))
        .update();
  }

  /** False when what survives after as many months is there already. */
  boolean add(UUID reviewId, Supplement one, @Nullable String content) {
    Survival survival = one.survival();
    return jdbc.sql(
                """
                insert into review.supplement (id, review_id, months, text, content, sha256, by_name, at)
                values (:id, :review, :months, :text, :content, :sha256, :by, :now)
                on conflict do nothing
                """)
            .param("id", one.id())
            .param("review", reviewId)
            .param("months", survival == null ? null : survival.months(), Types.INTEGER)
            .param("text", one.text())
            .param("content", content, Types.VARCHAR)
            .param("sha256", one.sha256())
            .param("by", one.by())
            .param("now", Timestamp.from(one.at()))
            .update()
        == 1;
  }

  List<Supplement> listSupplements(UUID reviewId) {
    return jdbc.sql("select * from review.supplement where review_id = ? order by at, id")
        .param(reviewId)
        .query(
            (row, n) -> {
              String content = row.getString("content");
              return new Supplement(
                  Objects.requireNonNull(row.getObject("id", UUID.class)),
                  row.getString("text"),
                  content == null ? null : Json.read(content, Survival.class),
                  row.getString("sha256"),
                  row.getString("by_name"),
                  row.getTimestamp("at").toInstant());
            })
        .list();
  }

  Optional<UUID> findOrganizer() {
    return jdbc.sql("select organization_id from review.organizer").query(UUID.class).optional();
  }

  void setOrganizer(UUID organizationId) {
    jdbc.sql(
            """
            insert into review.organizer (organization_id) values (?)
            on conflict (one) do update set organization_id = excluded.organization_id
            """)
        .param(organizationId)
        .update();
  }

  Optional<UUID> findDeposited(UUID seasonId) {
    return jdbc.sql("select deposit_id from review.deposited where season_id = ?")
        .param(seasonId)
        .query(UUID.class)
        .optional();
  }

  void setDeposited(UUID seasonId, UUID depositId) {
    jdbc.sql(
            """
            insert into review.deposited (season_id, deposit_id) values (?, ?)
            on conflict (season_id) do update set deposit_id = excluded.deposit_id
            """)
        .params(seasonId, depositId)
        .update();
  }

  private static Listed listed(ResultSet row, int n) throws SQLException {
    Timestamp frozen = row.getTimestamp("frozen_at");
    return new Listed(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        Kind.valueOf(row.getString("kind")),
        row.getObject("beneficiary_id", UUID.class),
        row.getString("phase"),
        row.getTimestamp("begun_at").toInstant(),
        frozen == null ? null : frozen.toInstant());
  }

  private static Review review(ResultSet row, int n) throws SQLException {
    Timestamp frozen = row.getTimestamp("frozen_at");
    return new Review(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        Kind.valueOf(row.getString("kind")),
        row.getObject("season_id", UUID.class),
        row.getObject("beneficiary_id", UUID.class),
        row.getString("phase"),
        row.getTimestamp("begun_at").toInstant(),
        frozen == null
            ? null
            : new Frozen(
                Json.read(row.getString("content"), Said.class),
                row.getString("sha256"),
                row.getString("frozen_by"),
                frozen.toInstant()));
  }
}
