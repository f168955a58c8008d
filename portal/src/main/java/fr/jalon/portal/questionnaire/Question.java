package fr.jalon.portal.questionnaire;

import fr.jalon.portal.web.Rejected;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that is asked.
 *
 * @param key the same in all versions while it asks the same thing
 * @param help in plain words, "" for none
 * @param least and most: of a number, both included; of a scale, its ends
 * @param steps of a number: each one reached is one level more
 * @param rows of a table, with {@code freeRows} more to be named
 * @param weight among the questions of its section
 * @param when all of them hold, or it is not asked
 * @param concernsAll true when "sans objet" is no answer
 * @param fact what we know already and need not ask
 */
public record Question(
    String key,
    Kind kind,
    String text,
    String help,
    List<Choice> choices,
    int least,
    int most,
    List<Integer> steps,
    List<Column> columns,
    List<Holding> rows,
    int freeRows,
    double weight,
    List<Condition> when,
    boolean concernsAll,
    @Nullable Fact fact) {
  /** Longest text of a question or of its help. */
  public static final int LONGEST_TEXT = 600;

  /** A weight beyond that would leave the other questions of a section no say. */
  static final double HEAVIEST = 5;

  /** Levels go from 0, absent, to that one, followed and improved. */
  public static final double HIGHEST_LEVEL = 4;

  /** Rows without a name that a table may offer: more of them is another question. */
  static final int MOST_FREE_ROWS = 20;

  /** How easy it is to give data the form of their national model: from 0, hard, to that. */
  static final int EASIEST = 3;

  /** How it is answered. */
  public enum Kind {
    ONE,
    SEVERAL,
    NUMBER,
    SCALE,
    TEXT,
    /** Rows such as services, each with its software and whether a file can be had. */
    TABLE
  }

  /** What the portal knows by itself. */
  public enum Fact {
    POPULATION,
    PUBLISHED_DATASETS,
    ACCOUNTS
  }

  /**
   * An answer to choose.
   *
   * @param level that it tells of, null when it tells of none; of several chosen, their levels add
   *     up
   * @param alone true when it cannot be chosen with others
   */
  public record Choice(String key, String text, @Nullable Double level, boolean alone) {}

  /**
   * A column of a table.
   *
   * @param key what the diagnosis reads: it never changes
   * @param choices none for a text
   */
  public record Column(String key, String text, List<Choice> choices) {
    public Column {
      choices = choices == null ? List.of() : List.copyOf(choices);
    }
  }

  /**
   * What a row of a table asks about: data that a service of a town hall usually holds.
   *
   * @param ease from 0 to {@link #EASIEST}
   */
  public record Holding(
      String key,
      String service,
      String text,
      Obligation obligation,
      int ease,
      Sensitivity sensitivity) {}

  /** What the law says of publishing some data. */
  public enum Obligation {
    NONE,
    /** The general duty of authorities beyond the threshold (CRPA, L. 312-1-1). */
    GENERAL,
    /** A text that names these data. */
    NAMED
  }

  /** How much data speak of people. */
  public enum Sensitivity {
    NONE,
    LOW,
    HIGH
  }

  /** How an answer is compared with a value. */
  public enum Operator {
    IS,
    IS_NOT,
    AT_LEAST
  }

  /**
   * On another question's answer; never true while that one is not answered.
   *
   * @param value key of a choice, or a number for {@link Operator#AT_LEAST}
   */
  public record Condition(String question, Operator operator, String value) {}

  public Question {
    if (key == null || !key.matches("[a-z0-9-]{1,40}") || kind == null) {
      throw new IllegalArgumentException("a question has a key and a kind; got: " + key);
    }
    help = help == null ? "" : help;
    choices = choices == null ? List.of() : List.copyOf(choices);
    steps = steps == null ? List.of() : List.copyOf(steps);
    columns = columns == null ? List.of() : List.copyOf(columns);
    rows = rows == null ? List.of() : List.copyOf(rows);
    when = when == null ? List.of() : List.copyOf(when);
    if (text == null || text.isBlank()) {
      throw new Rejected(QuestionnaireProblem.WORDS_MISSING);
    }
    if (text.length() > LONGEST_TEXT || help.length() > LONGEST_TEXT) {
      throw new Rejected(QuestionnaireProblem.TOO_LONG, LONGEST_TEXT);
    }
    if (!(weight >= 0 && weight <= HEAVIEST)) {
      throw new Rejected(QuestionnaireProblem.NO_SUCH_WEIGHT, HEAVIEST);
    }
    if ((kind == Kind.ONE || kind == Kind.SEVERAL) && choices.size() < 2) {
      throw new Rejected(QuestionnaireProblem.TOO_FEW_CHOICES);
    }
    if (kind == Kind.TABLE && rows.isEmpty() && freeRows == 0) {
      throw new Rejected(QuestionnaireProblem.TABLE_WITHOUT_ROWS);
    }
    if (!(freeRows >= 0 && freeRows <= MOST_FREE_ROWS)) {
      throw new Rejected(QuestionnaireProblem.TOO_MANY_FREE_ROWS, MOST_FREE_ROWS);
    }
    if (most < least || kind == Kind.SCALE && most == least) {
      throw new IllegalArgumentException(key + " goes from " + least + " to " + most);
    }
    for (Choice choice : choices) {
      Double level = choice.level();
      if (level != null && !(level >= 0 && level <= HIGHEST_LEVEL)) {
        throw new Rejected(QuestionnaireProblem.NO_SUCH_LEVEL);
      }
    }
  }

  public Optional<Choice> findChoice(String choice) {
    return choices.stream().filter(one -> one.key().equals(choice)).findFirst();
  }

  /** True when its answers tell of a level. */
  public boolean tellsALevel() {
    return weight > 0
        && switch (kind) {
          case ONE, SEVERAL -> choices.stream().anyMatch(one -> one.level() != null);
          case NUMBER -> !steps.isEmpty();
          case SCALE -> true;
          case TEXT, TABLE -> false;
        };
  }

  /** True when one may answer that one does not know. */
  public boolean mayBeUnknown() {
    return kind != Kind.TEXT && kind != Kind.TABLE;
  }

  /** True when one may answer that it has no object here. */
  public boolean mayNotConcern() {
    return !concernsAll && mayBeUnknown() && fact == null;
  }

  /** What a table asks; nothing for the other kinds. */
  record Grid(List<Column> columns, List<Holding> rows, int freeRows) {
    static final Grid NONE = new Grid(List.of(), List.of(), 0);
  }

  Grid grid() {
    return new Grid(columns, rows, freeRows);
  }

  Question with(
      String newText,
      String newHelp,
      double newWeight,
      List<Choice> newChoices,
      Grid newGrid,
      List<Condition> newWhen) {
    return new Question(
        key,
        kind,
        newText,
        newHelp,
        newChoices,
        least,
        most,
        steps,
        newGrid.columns(),
        newGrid.rows(),
        newGrid.freeRows(),
        newWeight,
        newWhen,
        concernsAll,
        fact);
  }
}
