package fr.jalon.portal.help;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.Folding;
import fr.jalon.portal.deposit.Place;
import fr.jalon.portal.deposit.Step;
import fr.jalon.portal.help.Article.Text;
import fr.jalon.portal.help.HelpRequest.State;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.web.Rejected;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The articles: made of a request that was solved, without what tells who, and shown once another
 * person has read them.
 */
@Service
public class Articles {
  private static final int MOST = 30;
  private static final int LONGEST_TITLE = 150;

  /** Letters from which a part of a name tells somebody. */
  private static final int TELLING = 3;

  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]+");

  /** A French number, however it is spaced. */
  private static final Pattern TELEPHONE =
      Pattern.compile("(?:\\+33|0)[ .]?[1-9](?:[ .]?\\d{2}){4}");

  private static final String SELECT =
      """
      select a.*,
        (select count(*) from help.rating g where g.article_id = a.id and g.useful) as useful,
        (select count(*) from help.rating g where g.article_id = a.id and not g.useful) as useless
      from help.article a
      """;

  private final JdbcClient jdbc;
  private final HelpRequests requests;
  private final Organizations organizations;

  Articles(JdbcClient jdbc, HelpRequests requests, Organizations organizations) {
    this.jdbc = jdbc;
    this.requests = requests;
    this.organizations = organizations;
  }

  /** Makes an article of a request; another person is to read it before it shows. */
  @Transactional
  public UUID write(UUID requestId, Person by, String title, String problem, String answer) {
    HelpRequests.requireHelper(by);
    HelpRequest request = requests.get(requestId, by);
    if (request.state() != State.SOLVED) {
      throw new Rejected(HelpProblem.NOT_SOLVED);
    }
    Text text = text(title, problem, answer);
    requireNoNames(text, request);
    UUID id = UUID.randomUUID();
    Place place = request.where().place();
    bound(
            jdbc.sql(
                """
                insert into help.article (id, request_id, title, problem, answer, step, card,
                  written_by, written_name, written_at, search)
                values (:id, :request, :title, :problem, :answer, :step, :card, :by, :name, :now,
                  setweight(to_tsvector('french', :folded), 'A') || to_tsvector('french', :rest))
                """),
            text,
            by)
        .param("id", id)
        .param("request", requestId)
        .param("step", place == null ? null : place.step().name())
        .param("card", place == null ? "" : place.card())
        .update();
    return id;
  }

  /** Writes it anew: another person than this one is to read it again. */
  @Transactional
  public void edit(UUID id, Person by, String title, String problem, String answer, int revision) {
    HelpRequests.requireHelper(by);
    Article article = get(id, by);
    Text text = text(title, problem, answer);
    UUID requestId = article.requestId();
    if (requestId == null) {
      requireNoNames(addresses(text));
    } else {
      requireNoNames(text, requests.get(requestId, by));
    }
    int changed =
        bound(
                jdbc.sql(
                    """
                    update help.article set title = :title, problem = :problem, answer = :answer,
                      written_by = :by, written_name = :name, written_at = :now, read_by = null,
                      read_name = null, read_at = null, revision = revision + 1,
                      search = setweight(to_tsvector('french', :folded), 'A') || to_tsvector('french', :rest)
                    where id = :id and revision = :revision
                    """),
                text,
                by)
            .param("id", id)
            .param("revision", revision)
            .update();
    if (changed == 0) {
      throw new Rejected(HelpProblem.CHANGED_MEANWHILE);
    }
  }

  private JdbcClient.StatementSpec bound(JdbcClient.StatementSpec sql, Text text, Person by) {
    return sql.param("title", text.title())
        .param("problem", text.problem())
        .param("answer", text.answer())
        .param("by", by.id())
        .param("name", by.name())
        .param("now", Timestamp.from(requests.now()))
        .param("folded", Folding.fold(text.title()))
        .param("rest", Folding.fold(text.problem() + "\n" + text.answer()));
  }

  /**
   * Another person has read it: it shows from now on.
   *
   * @param revision of what they read
   */
  @Transactional
  public void read(UUID id, Person by, int revision) {
    HelpRequests.requireHelper(by);
    Article article = get(id, by);
    if (article.writerId().equals(by.id())) {
      throw new Rejected(HelpProblem.SECOND_READER);
    }
    int read =
        jdbc.sql(
                """
                update help.article set read_by = :by, read_name = :name, read_at = :now
                where id = :id and revision = :revision and written_by <> :by
                """)
            .param("id", id)
            .param("by", by.id())
            .param("name", by.name())
            .param("now", Timestamp.from(requests.now()))
            .param("revision", revision)
            .update();
    if (read == 0) {
      throw new Rejected(HelpProblem.CHANGED_MEANWHILE);
    }
  }

  /** Somebody says whether it was of use; the last word of each counts. */
  @Transactional
  public void rate(UUID id, Person by, boolean useful) {
    get(id, by);
    jdbc.sql(
            """
            insert into help.rating (article_id, person_id, useful) values (:id, :by, :useful)
            on conflict (article_id, person_id) do update set useful = :useful
            """)
        .param("id", id)
        .param("by", by.id())
        .param("useful", useful)
        .update();
  }

  @Transactional(readOnly = true)
  Article get(UUID id, Person who) {
    return jdbc.sql(SELECT + "where a.id = :id")
        .param("id", id)
        .query(Articles::article)
        .optional()
        .filter(one -> one.isShown() || HelpRequests.helps(who))
        .orElseThrow(() -> new Rejected(HelpProblem.NO_SUCH_ARTICLE));
  }

  /** Those made of a request. */
  @Transactional(readOnly = true)
  List<Article> listOf(UUID requestId) {
    return jdbc.sql(SELECT + "where a.request_id = :request order by a.written_at")
        .param("request", requestId)
        .query(Articles::article)
        .list();
  }

  /** Those that wait for another person to read them. */
  @Transactional(readOnly = true)
  List<Article> listToRead() {
    return jdbc.sql(SELECT + "where a.read_at is null order by a.written_at limit :most")
        .param("most", MOST)
        .query(Articles::article)
        .list();
  }

  /** Those that show: all of them, the last first; or those that hold the words, the best first. */
  @Transactional(readOnly = true)
  List<Article> find(String typed) {
    String folded = Folding.fold(typed).strip();
    return jdbc.sql(
            SELECT
                + """
                cross join websearch_to_tsquery('french', :text) as words
                where a.read_at is not null and (numnode(words) = 0 or a.search @@ words)
                order by ts_rank(a.search, words) desc, a.read_at desc limit :most
                """)
        .param("text", folded)
        .param("most", MOST)
        .query(Articles::article)
        .list();
  }

  /** Those that show about a step or the cards of it, the most useful first. */
  @Transactional(readOnly = true)
  List<Article> listAbout(Step step, Collection<String> cards) {
    return jdbc.sql(
            "select * from ("
                + SELECT
                + """
                where a.read_at is not null and ((a.card = '' and a.step = :step) or a.card = any(:cards))
                ) about order by card = '', useful - useless desc, read_at desc limit :most
                """)
        .param("step", step.name())
        .param("cards", cards.stream().filter(card -> !card.isEmpty()).toArray(String[]::new))
        .param("most", MOST)
        .query(Articles::article)
        .list();
  }

  private static Text text(String title, String problem, String answer) {
    String name = HelpRequests.words(title);
    if (name.length() > LONGEST_TITLE) {
      throw new Rejected(HelpProblem.TOO_LONG, LONGEST_TITLE);
    }
    return new Text(name, HelpRequests.words(problem), HelpRequests.words(answer));
  }

  /** Nobody who was there is told, nor their authority, nor how to reach anybody. */
  private void requireNoNames(Text text, HelpRequest request) {
    Set<String> left = addresses(text);
    String folded = Folding.fold(all(text));
    List<String> people = new ArrayList<>(List.of(request.authorName()));
    requests.listLines(request).stream()
        .filter(line -> line.personId() != null)
        .map(Line::who)
        .forEach(people::add);
    requests.listPeople(request).stream().map(Person::name).forEach(people::add);
    for (String person : people) {
      Stream.of(person.split("[\\s-]+"))
          .filter(part -> part.length() >= TELLING && isIn(Folding.fold(part), folded))
          .forEach(left::add);
    }
    organizations
        .find(request.organizationId())
        .map(one -> one.name())
        .filter(name -> isIn(Folding.fold(name), folded))
        .ifPresent(left::add);
    requireNoNames(left);
  }

  private static String all(Text text) {
    return text.title() + "\n" + text.problem() + "\n" + text.answer();
  }

  /** Mail addresses and telephone numbers, whoever they lead to. */
  private static Set<String> addresses(Text text) {
    String all = all(text);
    Set<String> left = new LinkedHashSet<>();
    Stream.of(EMAIL, TELEPHONE)
        .map(one -> one.matcher(all))
        .flatMap(Matcher::results)
        .forEach(found -> left.add(found.group()));
    return left;
  }

  private static void requireNoNames(Set<String> left) {
    if (!left.isEmpty()) {
      throw new Rejected(HelpProblem.NAMES_LEFT, String.join(", ", left));
    }
  }

  /** As a whole word; both are folded, for a name is also written without capitals or accents. */
  private static boolean isIn(String word, String text) {
    return Pattern.compile(
            "(?<![\\p{L}\\d])" + Pattern.quote(word) + "(?![\\p{L}\\d])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(text)
        .find();
  }

  private static Article article(ResultSet row, int n) throws SQLException {
    String step = row.getString("step");
    return new Article(
        row.getObject("id", UUID.class),
        row.getObject("request_id", UUID.class),
        new Text(row.getString("title"), row.getString("problem"), row.getString("answer")),
        step == null ? null : Step.valueOf(step),
        row.getString("card"),
        row.getObject("written_by", UUID.class),
        row.getString("written_name"),
        row.getTimestamp("written_at").toInstant(),
        readerOf(row),
        row.getInt("revision"),
        row.getInt("useful"),
        row.getInt("useless"));
  }

  private static @Nullable String readerOf(ResultSet row) throws SQLException {
    return row.getString("read_name");
  }
}
