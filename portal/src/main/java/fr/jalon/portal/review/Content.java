package fr.jalon.portal.review;

import fr.jalon.portal.deposit.Milestone;
import fr.jalon.portal.help.Category;
import fr.jalon.portal.programme.Session;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What facts tell on a day, as a report shows it. It names authorities and things, never a person.
 *
 * @param name of the authority, or of the season
 * @param sessions of an authority, by day
 * @param levels before and after, by dimension
 * @param satisfaction null while nobody answered
 * @param criterion of the agreement, null where it is not asked
 * @param authorities of a season, by name
 * @param money for those alone who may see it
 */
public record Content(
    LocalDate day,
    String name,
    List<Figure> figures,
    List<Opened> opened,
    List<UnderWay> underWay,
    List<Asked> requests,
    List<Held> sessions,
    List<Change> levels,
    @Nullable Satisfaction satisfaction,
    @Nullable Criterion criterion,
    List<OfAuthority> authorities,
    List<Figure> money) {
  public Content {
    figures = List.copyOf(figures);
    opened = List.copyOf(opened);
    underWay = List.copyOf(underWay);
    requests = List.copyOf(requests);
    sessions = List.copyOf(sessions);
    levels = List.copyOf(levels);
    authorities = List.copyOf(authorities);
    money = List.copyOf(money);
  }

  /** The value of a measure, null when it is not counted here. */
  public @Nullable Figure find(Measure measure) {
    return figures.stream().filter(one -> one.measure() == measure).findFirst().orElse(null);
  }

  /**
   * A dataset all see.
   *
   * @param authority whose it is
   * @param schema title and version of the national model it follows, "" for none
   * @param points of data.gouv.fr's nine
   * @param problems left against its model
   * @param since when all saw it first
   */
  public record Opened(
      String authority,
      String title,
      String href,
      String schema,
      long rows,
      int points,
      int problems,
      LocalDate since) {
    /** Quality: nothing is left against its model, and its description is complete. */
    boolean isGood() {
      return problems == 0 && points >= Quality.ENOUGH_POINTS;
    }
  }

  /**
   * A dataset begun that all do not see.
   *
   * @param missing what it has to go past next
   * @param since when it went past the last thing
   */
  public record UnderWay(String title, String href, Milestone missing, LocalDate since) {}

  /** Requests for help about one thing. */
  public record Asked(Category about, int asked, int solved) {}

  /** A session. */
  public record Held(LocalDate day, String stage, Session.State state, boolean counted) {}

  /** A dimension, at the entry and at the exit; null for a level nobody could tell. */
  public record Change(String dimension, @Nullable Double before, @Nullable Double after) {}

  /** What an authority thinks, or the means of all that answered. */
  public record Satisfaction(List<Mark> marks, int answered, String words) {
    public Satisfaction {
      marks = List.copyOf(marks);
    }
  }

  /** What was answered to a question: the mean of those that gave a value. */
  public record Mark(SurveyQuestion question, long hundredths, int answered) {}

  /**
   * « publier des données ouvertes de qualité et poursuivre seule » (agreement, article 2), as
   * facts show it.
   *
   * @param good datasets of quality
   * @param lastSession null while none was held
   * @param alone what was published after it without anybody's help
   */
  public record Criterion(int good, @Nullable LocalDate lastSession, List<Published> alone) {
    public Criterion {
      alone = List.copyOf(alone);
    }

    public boolean publishesQuality() {
      return good > 0;
    }

    public boolean goesOnAlone() {
      return !alone.isEmpty();
    }

    public boolean isMet() {
      return publishesQuality() && goesOnAlone();
    }
  }

  /** A version published. */
  public record Published(String title, String href, int version, LocalDate day) {}

  /**
   * A beneficiary in the report of its season.
   *
   * @param first when all saw its first dataset, null while there is none
   * @param before mean of its levels at the entry, in hundredths; null when it is not known
   */
  public record OfAuthority(
      String name,
      String href,
      int datasets,
      int good,
      long rows,
      @Nullable LocalDate first,
      int held,
      int counted,
      int quota,
      int done,
      int of,
      @Nullable Long before,
      @Nullable Long after,
      boolean alone) {
    /** The same, leading elsewhere. */
    OfAuthority at(String other) {
      return new OfAuthority(
          name, other, datasets, good, rows, first, held, counted, quota, done, of, before, after,
          alone);
    }
  }
}
