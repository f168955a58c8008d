package fr.jalon.portal.programme;

import fr.jalon.portal.web.RodBand;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A beneficiary in words, for facilitators or for itself.
 *
 * @param phase where it is among the phases, in a sentence
 * @param bands of the rod, one a phase
 * @param status of its agreement
 * @param money null for those who see none
 * @param expected what it is asked for, with what we have
 * @param missing how much of it is missing
 * @param focalPoint its référent, in a sentence
 * @param people it may choose its référent among, by id
 * @param stages it may have met us for, by key
 * @param notes how many there are, null for the authority
 * @param readings for its référents, how often what is written of it was read; null for others
 * @param staff true for those of the region
 * @param guide true for its référents: they tell and designate
 */
public record BeneficiaryView(
    Beneficiary beneficiary,
    Season season,
    String phase,
    List<RodBand> bands,
    String status,
    String agreementHref,
    @Nullable Money money,
    List<Asked> expected,
    int missing,
    String focalPoint,
    List<String> former,
    Map<String, String> people,
    Map<String, String> stages,
    String today,
    Counter counter,
    List<Line> sessions,
    List<Data> datasets,
    @Nullable Integer notes,
    @Nullable String readings,
    String membership,
    @Nullable String memberWarning,
    boolean staff,
    boolean guide) {

  /** What is due and paid. */
  public record Money(String due, String noticed, String paid, String remaining) {}

  /** Something it is asked for. */
  public record Asked(String text, boolean received) {}

  /** "7/12", and in words. */
  public record Counter(int counted, int quota, String sentence, @Nullable String next) {}

  /**
   * A session.
   *
   * @param counted whether it counts, "" while it was not held
   * @param href of the meeting, null for those who do not see it
   * @param decideHref where the agreement says first whether it counts, null when it has
   * @param mayDecide true when a person may say here that it counts, or not
   */
  public record Line(
      String id,
      String when,
      String stage,
      String place,
      String state,
      String mark,
      String counted,
      String note,
      @Nullable String href,
      @Nullable String decideHref,
      boolean mayDecide,
      boolean isCounted) {}

  /** A dataset of the authority. */
  public record Data(String title, String href, String state) {}
}
