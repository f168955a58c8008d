package fr.jalon.portal.agreement;

import fr.jalon.engine.Json;
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

/** The rows of this room: one statement a method, two to read agreements with their facts. */
@Repository
class AgreementRows {
  private final JdbcClient jdbc;

  AgreementRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the authority has one for this season already. */
  boolean insert(UUID id, UUID organizationId, UUID seasonId, AgreementText text, Instant now) {
    return jdbc.sql(
                """
                insert into agreement.agreement (id, organization_id, season_id, text, created_at)
                values (:id, :organization, :season, :text, :now)
                on conflict (organization_id, season_id) do nothing
                """)
            .param("id", id)
            .param("organization", organizationId)
            .param("season", seasonId)
            .param("text", Json.write(text))
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /**
   * One at a time records something of an agreement: others wait for the end of the transaction.
   */
  Optional<Integer> lock(UUID id) {
    return jdbc.sql("select revision from agreement.agreement where id = :id for update")
        .param("id", id)
        .query(Integer.class)
        .optional();
  }

  /** Its words, while nobody signed them. */
  void rewrite(UUID id, AgreementText text) {
    jdbc.sql("update agreement.agreement set text = :text where id = :id")
        .param("id", id)
        .param("text", Json.write(text))
        .update();
  }

  /** Adds a fact, of the next number. */
  void add(UUID agreementId, Fact fact, @Nullable String documentName) {
    jdbc.sql(
            """
            with next as (
              update agreement.agreement set revision = revision + 1 where id = :agreement
              returning revision)
            insert into agreement.fact (id, agreement_id, number, recorded_at, author_id, author_name, act,
              document_sha256, document_name)
            select :id, :agreement, next.revision, :now, :author, :name, :act, :sha256, :document from next
            """)
        .param("agreement", agreementId)
        .param("id", fact.id())
        .param("now", Timestamp.from(fact.recordedAt()))
        .param("author", fact.authorId())
        .param("name", fact.author())
        .param("act", Json.write(fact.act()))
        .param("sha256", fact.document())
        .param("document", documentName)
        .update();
  }

  Optional<Agreement> find(UUID id) {
    return withFacts(
            jdbc.sql("select * from agreement.agreement where id = :id")
                .param("id", id)
                .query(AgreementRows::bare)
                .list())
        .stream()
        .findFirst();
  }

  Optional<Agreement> find(UUID organizationId, UUID seasonId) {
    return withFacts(
            jdbc.sql(
                    """
                    select * from agreement.agreement
                    where organization_id = :organization and season_id = :season
                    """)
                .param("organization", organizationId)
                .param("season", seasonId)
                .query(AgreementRows::bare)
                .list())
        .stream()
        .findFirst();
  }

  /** Those of a season, in the order in which they were drafted. */
  List<Agreement> listOfSeason(UUID seasonId) {
    return withFacts(
        jdbc.sql(
                """
                select * from agreement.agreement where season_id = :season order by created_at, id
                """)
            .param("season", seasonId)
            .query(AgreementRows::bare)
            .list());
  }

  /** All of them, the last first. */
  List<Agreement> listAll() {
    return withFacts(
        jdbc.sql("select * from agreement.agreement order by created_at desc, id limit 1000")
            .query(AgreementRows::bare)
            .list());
  }

  /** Those drafted before that moment, the first first. */
  List<Agreement> listBefore(Instant moment) {
    return withFacts(
        jdbc.sql(
                """
                select * from agreement.agreement where created_at < :moment
                order by created_at, id limit 1000
                """)
            .param("moment", Timestamp.from(moment))
            .query(AgreementRows::bare)
            .list());
  }

  /** Those of an authority, the last first. */
  List<Agreement> listOf(UUID organizationId) {
    return withFacts(
        jdbc.sql(
                """
                select * from agreement.agreement where organization_id = :organization
                order by created_at desc, id
                """)
            .param("organization", organizationId)
            .query(AgreementRows::bare)
            .list());
  }

  /** The name of the paper of a fact, as it was sent. */
  Optional<String> findDocumentName(UUID agreementId, UUID factId) {
    return jdbc.sql(
            """
            select document_name from agreement.fact
            where agreement_id = :agreement and id = :fact and document_name is not null
            """)
        .param("agreement", agreementId)
        .param("fact", factId)
        .query(String.class)
        .optional();
  }

  /** Takes agreements away with all that happened to them; returns how many. */
  int remove(Collection<UUID> ids) {
    return jdbc.sql(
            """
            with facts as (delete from agreement.fact where agreement_id = any(:ids))
            delete from agreement.agreement where id = any(:ids)
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .update();
  }

  boolean uses(String sha256) {
    return jdbc.sql("select exists (select 1 from agreement.fact where document_sha256 = :sha256)")
        .param("sha256", sha256)
        .query(Boolean.class)
        .single();
  }

  private List<Agreement> withFacts(List<Agreement> bare) {
    Map<UUID, List<Fact>> facts = facts(bare.stream().map(Agreement::id).toList());
    return bare.stream()
        .map(
            one ->
                new Agreement(
                    one.id(),
                    one.organizationId(),
                    one.seasonId(),
                    one.text(),
                    one.revision(),
                    facts.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private Map<UUID, List<Fact>> facts(Collection<UUID> ids) {
    Map<UUID, List<Fact>> facts = new HashMap<>();
    if (ids.isEmpty()) {
      return facts;
    }
    jdbc.sql("select * from agreement.fact where agreement_id = any(:ids) order by number")
        .param("ids", ids.toArray(UUID[]::new))
        .query(
            row -> {
              facts
                  .computeIfAbsent(
                      row.getObject("agreement_id", UUID.class), none -> new ArrayList<>())
                  .add(
                      new Fact(
                          row.getObject("id", UUID.class),
                          row.getTimestamp("recorded_at").toInstant(),
                          row.getObject("author_id", UUID.class),
                          row.getString("author_name"),
                          Json.read(row.getString("act"), Act.class),
                          row.getString("document_sha256")));
            });
    return facts;
  }

  private static Agreement bare(ResultSet row, int n) throws SQLException {
    return new Agreement(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        row.getObject("organization_id", UUID.class),
        row.getObject("season_id", UUID.class),
        Json.read(row.getString("text"), AgreementText.class),
        row.getInt("revision"),
        List.of());
  }
}
