package fr.jalon.portal.review;

import fr.jalon.portal.agreement.Agreement;
import fr.jalon.portal.agreement.Agreements;
import fr.jalon.portal.register.Retention;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reports of seasons once the last agreement of the season ended long enough ago. Those of a
 * beneficiary go with its own agreement; a season's has none, and would stay for ever.
 */
@Component
class SeasonReviewRetention implements Retention {
  /** As long as the agreements that it tells of: code de commerce, article L. 123-22. */
  static final Period KEPT = Period.ofYears(10);

  private static final Rule RULE =
      new Rule("season-reviews", ReviewDeclaration.REVIEWS, KEPT, Source.PROPOSED, true, false);

  /** A season whose agreements are all gone keeps no report begun before that either. */
  private static final String OVER =
      """
      r.kind = 'SEASON' and r.begun_at < :before and not exists (
        select 1 from programme.beneficiary b
        where b.season_id = r.season_id and b.agreement_id <> all(:over))
      """;

  private final JdbcClient jdbc;
  private final Agreements agreements;

  SeasonReviewRetention(JdbcClient jdbc, Agreements agreements) {
    this.jdbc = jdbc;
    this.agreements = agreements;
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public List<Due> listDue(Instant now, int most) {
    List<Agreement> over = agreements.listOverBefore(RULE.lastDay(now));
    Map<UUID, LocalDate> ends = new HashMap<>();
    for (Agreement one : over) {
      one.reckon()
          .findLastDay()
          .ifPresent(
              day ->
                  ends.merge(
                      one.seasonId(), day, (some, other) -> some.isAfter(other) ? some : other));
    }
    return jdbc
        .sql(
            """
            select r.id, r.season_id, r.begun_at, s.plan::jsonb ->> 'name' as name
            from review.review r join programme.season s on s.id = r.season_id
            where\s"""
                + OVER)
        .param("before", Timestamp.from(RULE.before(now)))
        .param("over", ids(over))
        .query(
            (row, n) -> {
              LocalDate end = ends.get(row.getObject("season_id", UUID.class));
              return new Due(
                  row.getString("id"),
                  end == null
                      ? row.getTimestamp("begun_at").toInstant()
                      : end.atStartOfDay(Agreements.ZONE).toInstant(),
                  row.getString("name"));
            })
        .list()
        .stream()
        .sorted(Comparator.comparing(Due::at).thenComparing(Due::id))
        .limit(most)
        .toList();
  }

  @Override
  public int remove(Collection<String> ids, Instant now) {
    return jdbc.sql("delete from review.review r where r.id::text = any(:ids) and " + OVER)
        .param("ids", ids.toArray(String[]::new))
        .param("before", Timestamp.from(RULE.before(now)))
        .param("over", ids(agreements.listOverBefore(RULE.lastDay(now))))
        .update();
  }

  private static UUID[] ids(List<Agreement> some) {
    return some.stream().map(Agreement::id).toArray(UUID[]::new);
  }
}
