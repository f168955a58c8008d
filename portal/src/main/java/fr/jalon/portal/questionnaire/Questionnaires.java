package fr.jalon.portal.questionnaire;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.questionnaire.FillingRows.Kept;
import fr.jalon.portal.questionnaire.Questionnaire.Section;
import fr.jalon.portal.web.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of the questionnaire: one in use, one that may be being written, those before. */
@Service
public class Questionnaires {
  private final QuestionnaireRows rows;
  private final FillingRows fillings;
  private final Clock clock;

  Questionnaires(QuestionnaireRows rows, FillingRows fillings, Clock clock) {
    this.rows = rows;
    this.fillings = fillings;
    this.clock = clock;
  }

  /**
   * What happens to answers when a version is put to use.
   *
   * @param open questionnaires that go over to it
   * @param carried answers that go along
   * @param left answers that stay in the version before, by the text of their question
   */
  public record Carrying(int open, int carried, Map<String, Integer> left) {}

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** The one in use: that which is shipped, as long as nobody made another. */
  @Transactional
  public QuestionnaireVersion current() {
    return rows.findCurrent()
        .orElseGet(
            () -> {
              rows.insert(1, QuestionnaireFile.shipped(), "Jalon", now(), true);
              return get(1);
            });
  }

  /**
   * @throws Rejected with {@link QuestionnaireProblem#NO_SUCH_VERSION}
   */
  @Transactional(readOnly = true)
  public QuestionnaireVersion get(int number) {
    return rows.find(number).orElseThrow(() -> new Rejected(QuestionnaireProblem.NO_SUCH_VERSION));
  }

  /** The last first. */
  @Transactional
  public List<QuestionnaireVersion> list() {
    current();
    return rows.list();
  }

  /** Begins the next version, as a copy of the one in use. */
  @Transactional
  public QuestionnaireVersion makeNext(Person by) {
    QuestionnaireVersion last = current();
    if (!rows.insert(last.number() + 1, last.content(), by.name(), now(), false)) {
      throw new Rejected(QuestionnaireProblem.ALREADY_BEING_WRITTEN);
    }
    return get(last.number() + 1);
  }

  /** Gives up the version that is being written. */
  @Transactional
  public void giveUp(int number) {
    get(number);
    if (!rows.delete(number)) {
      throw new Rejected(QuestionnaireProblem.VERSION_IN_USE);
    }
  }

  /** Puts another question in the place of one, at the same rank. */
  @Transactional
  public QuestionnaireVersion change(
      int number, int revision, String question, UnaryOperator<Question> change) {
    return rewrite(
        number,
        revision,
        one -> question,
        (section, all) ->
            all.replaceAll(one -> one.key().equals(question) ? change.apply(one) : one),
        Map.of());
  }

  /** Asks it no more; what was answered stays in the versions that asked it. */
  @Transactional
  public QuestionnaireVersion remove(int number, int revision, String question) {
    return rewrite(
        number,
        revision,
        one -> question,
        (section, all) -> all.removeIf(one -> one.key().equals(question)),
        Map.of());
  }

  /**
   * Asks something more, at the end of a section.
   *
   * @param replaces question of the version before whose answers go to this one, null for none
   */
  @Transactional
  public QuestionnaireVersion add(
      int number, int revision, String section, Question question, @Nullable String replaces) {
    if (get(number).content().findSection(section).isEmpty()) {
      throw new Rejected(QuestionnaireProblem.NO_SUCH_QUESTION);
    }
    return rewrite(
        number,
        revision,
        one -> null,
        (each, all) -> {
          if (each.key().equals(section)) {
            all.add(question);
          }
        },
        replaces == null ? Map.of() : Map.of(replaces, question.key()));
  }

  /**
   * Moves a question among those of its section.
   *
   * @param by places towards the end; it stops at the ends
   */
  @Transactional
  public QuestionnaireVersion moveQuestion(int number, int revision, String question, int by) {
    return rewrite(
        number,
        revision,
        one -> question,
        (section, all) -> move(all, one -> one.key().equals(question), by),
        Map.of());
  }

  /** Asks the questions of a new section, none yet, after the others. */
  @Transactional
  public QuestionnaireVersion addSection(
      int number, int revision, String key, String title, boolean scored) {
    return arrange(
        number, revision, all -> all.add(new Section(key, title, "", scored, List.of())));
  }

  /** Other words for a section; whether it is scored changes for the answers to come. */
  @Transactional
  public QuestionnaireVersion changeSection(
      int number, int revision, String key, String title, String intro, boolean scored) {
    return arrange(
        number,
        revision,
        all -> {
          requireSection(all, key);
          all.replaceAll(
              one ->
                  one.key().equals(key)
                      ? new Section(key, title, intro, scored, one.questions())
                      : one);
        });
  }

  /** Moves a section among the others. */
  @Transactional
  public QuestionnaireVersion moveSection(int number, int revision, String key, int by) {
    return arrange(
        number,
        revision,
        all -> {
          requireSection(all, key);
          move(all, one -> one.key().equals(key), by);
        });
  }

  /**
   * Has a section go.
   *
   * @throws Rejected with {@link QuestionnaireProblem#SECTION_NOT_EMPTY}
   */
  @Transactional
  public QuestionnaireVersion removeSection(int number, int revision, String key) {
    return arrange(
        number,
        revision,
        all -> {
          if (!requireSection(all, key).questions().isEmpty()) {
            throw new Rejected(QuestionnaireProblem.SECTION_NOT_EMPTY);
          }
          all.removeIf(one -> one.key().equals(key));
        });
  }

  private static Section requireSection(List<Section> all, String key) {
    return all.stream()
        .filter(one -> one.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new Rejected(QuestionnaireProblem.NO_SUCH_QUESTION));
  }

  private static <T> void move(List<T> all, Predicate<T> which, int by) {
    for (int i = 0; i < all.size(); i++) {
      if (which.test(all.get(i))) {
        int to = Math.max(0, Math.min(all.size() - 1, i + by));
        all.add(to, all.remove(i));
        return;
      }
    }
  }

  private QuestionnaireVersion arrange(
      int number, int revision, Consumer<List<Section>> arrangement) {
    QuestionnaireVersion version = requireWritable(number);
    List<Section> sections = new ArrayList<>(version.content().sections());
    arrangement.accept(sections);
    return keep(
        version,
        revision,
        new Questionnaire(version.content().title(), sections),
        version.correspondence());
  }

  private QuestionnaireVersion requireWritable(int number) {
    QuestionnaireVersion version = get(number);
    if (version.isUsed()) {
      throw new Rejected(QuestionnaireProblem.VERSION_IN_USE);
    }
    return version;
  }

  private QuestionnaireVersion keep(
      QuestionnaireVersion version,
      int revision,
      Questionnaire content,
      Map<String, String> correspondence) {
    if (!rows.update(version.number(), content, correspondence, revision)) {
      throw new Rejected(QuestionnaireProblem.CHANGED_MEANWHILE);
    }
    return get(version.number());
  }

  private interface Rewriting {
    void of(Section section, List<Question> questions);
  }

  private QuestionnaireVersion rewrite(
      int number,
      int revision,
      Function<Questionnaire, @Nullable String> needed,
      Rewriting rewriting,
      Map<String, String> replaced) {
    QuestionnaireVersion version = requireWritable(number);
    String question = needed.apply(version.content());
    if (question != null && version.content().find(question).isEmpty()) {
      throw new Rejected(QuestionnaireProblem.NO_SUCH_QUESTION);
    }
    List<Section> sections = new ArrayList<>();
    for (Section section : version.content().sections()) {
      List<Question> all = new ArrayList<>(section.questions());
      rewriting.of(section, all);
      sections.add(
          new Section(section.key(), section.title(), section.intro(), section.scored(), all));
    }
    Map<String, String> correspondence = new HashMap<>(version.correspondence());
    correspondence.putAll(replaced);
    return keep(
        version, revision, new Questionnaire(version.content().title(), sections), correspondence);
  }

  /** What would happen to the answers, for the version that is being written. */
  @Transactional(readOnly = true)
  public Carrying preview(QuestionnaireVersion next) {
    List<Kept> all = fillings.listOpenAnswers(next.number() - 1);
    Questionnaire former = get(next.number() - 1).content();
    Map<String, Integer> left = new LinkedHashMap<>();
    int carried = 0;
    for (Kept one : all) {
      if (over(one, next).isPresent()) {
        carried++;
      } else {
        String question = one.answer().question();
        left.merge(former.find(question).map(Question::text).orElse(question), 1, Integer::sum);
      }
    }
    return new Carrying((int) all.stream().map(Kept::fillingId).distinct().count(), carried, left);
  }

  /** An answer as the next version has it, empty when no question there takes it. */
  private static Optional<Kept> over(Kept one, QuestionnaireVersion next) {
    Answer answer = one.answer();
    return next.content()
        .find(next.after(answer.question()))
        .filter(answer.reply()::fits)
        .map(
            question ->
                new Kept(
                    one.fillingId(),
                    new Answer(
                        question.key(),
                        answer.respondentId(),
                        answer.respondent(),
                        answer.reply(),
                        answer.at())));
  }

  /**
   * From now on this version is asked. Questionnaires that are being filled in go over to it with
   * their answers; those handed in stay in theirs, and nothing that was frozen moves.
   */
  @Transactional
  public void putToUse(int number, int revision) {
    QuestionnaireVersion next = get(number);
    if (!rows.use(number, revision, now())) {
      throw new Rejected(
          next.isUsed()
              ? QuestionnaireProblem.VERSION_IN_USE
              : QuestionnaireProblem.CHANGED_MEANWHILE);
    }
    move(number - 1, next);
  }

  private void move(int former, QuestionnaireVersion next) {
    // first the questionnaires: whoever answers meanwhile waits, then answers in the next version
    List<UUID> moved = fillings.lockOpen(former);
    List<Kept> carried =
        fillings.listOpenAnswers(former).stream().flatMap(one -> over(one, next).stream()).toList();
    fillings.carry(carried, next.number());
    fillings.carrySettlements(moved, former, next.number());
    fillings.moveOpen(former, next.number());
  }
}
