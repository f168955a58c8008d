package fr.jalon.portal.culture;

import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Mails;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Datasets;
import fr.jalon.portal.culture.Reuse.Kind;
import fr.jalon.portal.culture.Reuse.Source;
import fr.jalon.portal.culture.Reuse.State;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.PortalSettings;
import fr.jalon.portal.web.Rejected;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people made of the data: proposed by anybody, seen once somebody read it. */
@Service
public class Reuses {
  static final int PAGE_SIZE = 20;

  /** More than that comes from a machine, and nobody could read it. */
  static final int MOST_PROPOSED = 200;

  private static final Duration TOLD_AGAIN = Duration.ofDays(1);
  private static final Messages FRENCH = Messages.in(Messages.FRENCH);

  private static final String SELECT =
      """
      select r.id, r.title, r.address, r.kind, r.author, r.words, r.proposed_at, r.state, r.read_at,
        r.revision, array(select dataset_id from culture.reused where reuse_id = r.id) as datasets
      from culture.reuse r
      """;

  private final JdbcClient jdbc;
  private final Datasets datasets;
  private final Mails mails;
  private final Accounts accounts;
  private final PortalSettings portal;
  private final Clock clock;

  Reuses(
      JdbcClient jdbc,
      Datasets datasets,
      Mails mails,
      Accounts accounts,
      PortalSettings portal,
      Clock clock) {
    this.jdbc = jdbc;
    this.datasets = datasets;
    this.mails = mails;
    this.accounts = accounts;
    this.portal = portal;
    this.clock = clock;
  }

  /**
   * What somebody proposes.
   *
   * @param email where to write to them about it, "" for none
   * @param dataset it was made of, null when they did not come from one
   */
  public record Proposed(
      UUID id,
      String title,
      String address,
      Kind kind,
      String author,
      String email,
      String words,
      @Nullable Dataset dataset) {}

  /**
   * Keeps it until somebody reads it, once whatever the number of times a form is sent.
   *
   * @throws Rejected with {@link CultureProblem#TOO_MANY_WAITING}
   */
  @Transactional
  public void propose(Proposed proposed) {
    Instant now = clock.instant();
    jdbc.sql("select pg_advisory_xact_lock(hashtext('culture.reuse'))").query().listOfRows();
    Proposals waiting = waiting(now.minus(TOLD_AGAIN));
    if (waiting.count() >= MOST_PROPOSED) {
      throw new Rejected(CultureProblem.TOO_MANY_WAITING);
    }
    int kept =
        jdbc.sql(
                """
                insert into culture.reuse (id, title, address, kind, author, email, words,
                  proposed_at, state)
                values (:id, :title, :address, :kind, :author, :email, :words, :now, 'PROPOSED')
                on conflict (id) do nothing
                """)
            .param("id", proposed.id())
            .param("title", proposed.title())
            .param("address", proposed.address())
            .param("kind", proposed.kind().name())
            .param("author", proposed.author())
            .param("email", proposed.email())
            .param("words", proposed.words())
            .param("now", Timestamp.from(now))
            .update();
    Dataset dataset = proposed.dataset();
    if (kept == 1 && dataset != null) {
      jdbc.sql("insert into culture.reused (reuse_id, dataset_id) values (?, ?)")
          .params(proposed.id(), dataset.id())
          .update();
    }
    if (kept == 1 && !waiting.told()) {
      String subject = FRENCH.text("culture.mail.proposed.subject");
      String words =
          FRENCH.text("culture.mail.proposed", portal.link(CulturePaths.TO_READ), proposed.title());
      accounts
          .listByRole(Set.of(Role.FACILITATOR))
          .forEach(to -> mails.send(to.email(), subject, words));
    }
  }

  /**
   * @param told true when readers heard of one since then
   */
  private record Proposals(int count, boolean told) {}

  private Proposals waiting(Instant since) {
    return jdbc.sql(
            """
            select count(*) as waiting, coalesce(bool_or(proposed_at > :since), false) as told
            from culture.reuse where state = 'PROPOSED'
            """)
        .param("since", Timestamp.from(since))
        .query((row, number) -> new Proposals(row.getInt("waiting"), row.getBoolean("told")))
        .single();
  }

  /** Shown ones, the last first. */
  @Transactional(readOnly = true)
  List<Reuse> listShown(int page) {
    return found(
        jdbc.sql(
                SELECT
                    + """
                    where r.state = 'SHOWN' order by r.read_at desc, r.id
                    limit :size offset :offset
                    """)
            .param("size", PAGE_SIZE)
            .param("offset", (page - 1L) * PAGE_SIZE));
  }

  long countShown() {
    return jdbc.sql("select count(*) from culture.reuse where state = 'SHOWN'")
        .query(Long.class)
        .single();
  }

  /** Shown ones that were made of a dataset. */
  @Transactional(readOnly = true)
  List<Reuse> listShownOf(UUID datasetId) {
    return found(
        jdbc.sql(
                SELECT
                    + """
                    join culture.reused u on u.reuse_id = r.id
                    where u.dataset_id = :dataset and r.state = 'SHOWN'
                    order by r.read_at desc, r.id limit :size
                    """)
            .param("dataset", datasetId)
            .param("size", PAGE_SIZE));
  }

  /** Those that nobody read yet, the oldest first, then those that were, the last first. */
  @Transactional(readOnly = true)
  List<Reuse> listToRead() {
    return found(
        jdbc.sql(
                SELECT
                    + """
                    order by r.state = 'PROPOSED' desc,
                      case when r.state = 'PROPOSED' then r.proposed_at end, r.read_at desc, r.id
                    limit :most
                    """)
            .param("most", MOST_PROPOSED));
  }

  /**
   * Shows it, or sets it aside; the address of whoever proposed it goes with the decision.
   *
   * @throws Rejected with {@link CultureProblem#CHANGED_MEANWHILE}
   */
  @Transactional
  public void decide(UUID id, State state, int revision, Person by) {
    int changed =
        jdbc.sql(
                """
                update culture.reuse
                set state = :state, reader_id = :by, reader = :name, read_at = :now, email = '',
                  revision = revision + 1
                where id = :id and revision = :revision
                """)
            .param("state", state.name())
            .param("by", by.id())
            .param("name", by.name())
            .param("now", Timestamp.from(clock.instant()))
            .param("id", id)
            .param("revision", revision)
            .update();
    if (changed == 0) {
      throw new Rejected(CultureProblem.CHANGED_MEANWHILE);
    }
  }

  /** With the datasets that are published: what was withdrawn is named by nobody. */
  private List<Reuse> found(JdbcClient.StatementSpec statement) {
    List<Kept> kept = statement.query((row, number) -> Kept.of(row)).list();
    Set<UUID> ids =
        kept.stream().flatMap(one -> one.datasets().stream()).collect(Collectors.toSet());
    Map<UUID, Source> sources = sources(ids);
    return kept.stream()
        .map(
            one ->
                one.reuse(
                    one.datasets().stream().map(sources::get).filter(Objects::nonNull).toList()))
        .toList();
  }

  private Map<UUID, Source> sources(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : datasets.list(ids).stream()
            .filter(dataset -> dataset.published() != null)
            .map(
                dataset ->
                    new Source(dataset.id(), dataset.title(), CatalogPaths.dataset(dataset.slug())))
            .collect(Collectors.toMap(Source::id, Function.identity()));
  }

  /** A line as it is kept. */
  private record Kept(Reuse line, List<UUID> datasets) {
    static Kept of(ResultSet row) throws SQLException {
      Timestamp read = row.getTimestamp("read_at");
      State state = State.valueOf(row.getString("state"));
      return new Kept(
          new Reuse(
              row.getObject("id", UUID.class),
              row.getString("title"),
              row.getString("address"),
              Kind.valueOf(row.getString("kind")),
              row.getString("author"),
              row.getString("words"),
              row.getTimestamp("proposed_at").toInstant(),
              state,
              read == null || state != State.SHOWN ? null : read.toInstant(),
              row.getInt("revision"),
              List.of()),
          Arrays.asList((UUID[]) row.getArray("datasets").getArray()));
    }

    Reuse reuse(List<Source> sources) {
      return new Reuse(
          line.id(),
          line.title(),
          line.address(),
          line.kind(),
          line.author(),
          line.words(),
          line.proposedAt(),
          line.state(),
          line.shownAt(),
          line.revision(),
          sources);
    }
  }
}
