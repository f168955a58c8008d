package fr.jalon.portal.culture;

import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Mails;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.culture.Question.State;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.PortalSettings;
import fr.jalon.portal.web.Rejected;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions asked of datasets, and what their people answer. */
@Service
public class Questions {
  /** A dataset that so many wait for has a machine at its door: its people could not read more. */
  static final int MOST_WAITING = 50;

  /** Its people are told of one question a day for each dataset: the page has the others. */
  private static final Duration TOLD_AGAIN = Duration.ofDays(1);

  /** Answered ones shown on the page of a dataset, the last first. */
  private static final int MOST_SHOWN = 20;

  private static final Messages FRENCH = Messages.in(Messages.FRENCH);

  private static final String SELECT =
      """
      select id, dataset_id, asked_at, text, email <> '' as waited_for, state, answer, answerer,
        answered_at, revision
      from culture.question
      """;

  private static final RowMapper<Question> QUESTION =
      (row, number) -> {
        Timestamp answered = row.getTimestamp("answered_at");
        return new Question(
            row.getObject("id", UUID.class),
            row.getObject("dataset_id", UUID.class),
            row.getTimestamp("asked_at").toInstant(),
            row.getString("text"),
            row.getBoolean("waited_for"),
            State.valueOf(row.getString("state")),
            row.getString("answer"),
            row.getString("answerer"),
            answered == null ? null : answered.toInstant(),
            row.getInt("revision"));
      };

  private final JdbcClient jdbc;
  private final Mails mails;
  private final Accounts accounts;
  private final PortalSettings portal;
  private final Clock clock;

  Questions(JdbcClient jdbc, Mails mails, Accounts accounts, PortalSettings portal, Clock clock) {
    this.jdbc = jdbc;
    this.mails = mails;
    this.accounts = accounts;
    this.portal = portal;
    this.clock = clock;
  }

  /**
   * Asks, once whatever the number of times a form is sent, and tells the people of the dataset.
   *
   * @param email where the answer is sent, "" when it is read on the page
   * @throws Rejected with {@link CultureProblem#TOO_MANY_WAITING}
   */
  @Transactional
  public void ask(UUID id, Dataset dataset, String text, String email) {
    Instant now = clock.instant();
    // Two at once count one after the other.
    jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
        .param("culture.question " + dataset.id())
        .query()
        .listOfRows();
    Waiting waiting = waiting(dataset.id(), now.minus(TOLD_AGAIN));
    if (waiting.count() >= MOST_WAITING) {
      throw new Rejected(CultureProblem.TOO_MANY_WAITING);
    }
    int asked =
        jdbc.sql(
                """
                insert into culture.question (id, dataset_id, asked_at, text, email, state)
                values (:id, :dataset, :now, :text, :email, 'WAITING')
                on conflict (id) do nothing
                """)
            .param("id", id)
            .param("dataset", dataset.id())
            .param("now", Timestamp.from(now))
            .param("text", text)
            .param("email", email)
            .update();
    if (asked == 1 && !waiting.told()) {
      tell(dataset, text);
    }
  }

  /**
   * @param told true when its people heard of one since then
   */
  private record Waiting(int count, boolean told) {}

  private Waiting waiting(UUID datasetId, Instant since) {
    return jdbc.sql(
            """
            select count(*) as waiting, coalesce(bool_or(asked_at > :since), false) as told
            from culture.question where dataset_id = :dataset and state = 'WAITING'
            """)
        .param("since", Timestamp.from(since))
        .param("dataset", datasetId)
        .query((row, number) -> new Waiting(row.getInt("waiting"), row.getBoolean("told")))
        .single();
  }

  /** Those of its publisher; when there is nobody, those who accompany it. */
  private void tell(Dataset dataset, String text) {
    List<Person> people = accounts.listOf(dataset.publisherId());
    if (people.isEmpty()) {
      people = accounts.listByRole(Set.of(Role.FACILITATOR));
    }
    String subject = FRENCH.text("culture.mail.asked.subject", dataset.title());
    String words =
        FRENCH.text(
            "culture.mail.asked",
            portal.link(CulturePaths.answers(dataset.slug())),
            dataset.title(),
            text);
    people.forEach(to -> mails.send(to.email(), subject, words));
  }

  /** Answered ones, as all see them. */
  @Transactional(readOnly = true)
  List<Question> listAnswered(UUID datasetId) {
    return jdbc.sql(
            SELECT
                + """
                where dataset_id = :dataset and state = 'ANSWERED'
                order by answered_at desc, id limit :most
                """)
        .param("dataset", datasetId)
        .param("most", MOST_SHOWN)
        .query(QUESTION)
        .list();
  }

  /** Those that wait, the oldest first, then the others, the last first. */
  @Transactional(readOnly = true)
  public List<Question> listAll(UUID datasetId) {
    return jdbc.sql(
            SELECT
                + """
                where dataset_id = :dataset
                order by state = 'WAITING' desc, case when state = 'WAITING' then asked_at end,
                  answered_at desc, id
                limit :most
                """)
        .param("dataset", datasetId)
        .param("most", 2 * MOST_WAITING)
        .query(QUESTION)
        .list();
  }

  int countWaiting(UUID datasetId) {
    return waiting(datasetId, clock.instant()).count();
  }

  /** How many wait on each of these datasets, those alone on which some do. */
  @Transactional(readOnly = true)
  public Map<UUID, Integer> countWaiting(Collection<UUID> datasetIds) {
    return jdbc
        .sql(
            """
            select dataset_id, count(*) as waiting from culture.question
            where state = 'WAITING' and dataset_id = any(cast(:datasets as uuid[]))
            group by dataset_id
            """)
        .param("datasets", datasetIds.stream().map(UUID::toString).toArray(String[]::new))
        .query(
            (row, number) ->
                Map.entry(row.getObject("dataset_id", UUID.class), row.getInt("waiting")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Where the people of a dataset answer. */
  public static String href(Dataset dataset) {
    return CulturePaths.answers(dataset.slug());
  }

  /**
   * Answers for all to see, and sends the answer to whoever waits for it; their address goes then.
   * An answer may be written again: nothing is sent a second time.
   *
   * @throws Rejected with {@link CultureProblem#CHANGED_MEANWHILE} or {@link
   *     CultureProblem#NO_SUCH_QUESTION}
   */
  @Transactional
  public void answer(UUID id, Dataset dataset, String answer, int revision, Person by) {
    Question question = get(id, dataset.id());
    String email = emailOf(id);
    decide(question, State.ANSWERED, answer, revision, by);
    if (!email.isEmpty()) {
      mails.send(
          email,
          FRENCH.text("culture.mail.answered.subject", dataset.title()),
          FRENCH.text(
              "culture.mail.answered",
              portal.link(CatalogPaths.dataset(dataset.slug()) + "#questions"),
              question.text(),
              answer));
    }
  }

  /** Sets it aside: nobody sees it, nobody is told. */
  @Transactional
  void setAside(UUID id, Dataset dataset, int revision, Person by) {
    decide(get(id, dataset.id()), State.SET_ASIDE, "", revision, by);
  }

  private Question get(UUID id, UUID datasetId) {
    return jdbc.sql(SELECT + "where id = ? and dataset_id = ?")
        .params(id, datasetId)
        .query(QUESTION)
        .optional()
        .orElseThrow(() -> new Rejected(CultureProblem.NO_SUCH_QUESTION));
  }

  private String emailOf(UUID id) {
    return jdbc.sql("select email from culture.question where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  private void decide(Question question, State state, String answer, int revision, Person by) {
    int changed =
        jdbc.sql(
                """
                update culture.question
                set state = :state, answer = :answer, answered_by = :by, answerer = :name,
                  answered_at = :now, email = '', revision = revision + 1
                where id = :id and revision = :revision
                """)
            .param("state", state.name())
            .param("answer", answer)
            .param("by", by.id())
            .param("name", by.name())
            .param("now", Timestamp.from(clock.instant()))
            .param("id", question.id())
            .param("revision", revision)
            .update();
    if (changed == 0) {
      throw new Rejected(CultureProblem.CHANGED_MEANWHILE);
    }
  }
}
