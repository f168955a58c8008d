package fr.jalon.portal.home;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The money of a season in words.
 *
 * @param day the day asked about, as a form writes it
 * @param mismatch why the totals are not to be believed, null when they agree
 * @param filters with how many lines each shows, kept in the address
 * @param filter that of the address, "" for all
 * @param shown how many lines of how many are shown, "" when all are
 * @param exports what each file is called, by its address
 * @param payers who may have been asked or have paid, by name
 * @param factId of the next fact to be recorded, so that it is recorded once
 */
public record MoneyView(
    String seasonName,
    String seasonSlug,
    String lead,
    String day,
    @Nullable String mismatch,
    List<BoardView.Filter> seasons,
    List<BoardView.Filter> filters,
    String filter,
    String shown,
    List<Line> lines,
    List<String> total,
    List<Funder> funders,
    List<String> funderTotal,
    String undecided,
    Map<String, String> exports,
    Map<String, String> payers,
    String factId,
    String today,
    List<Fact> facts) {

  /**
   * An authority.
   *
   * @param sums planned, due, noticed, paid, remaining, overpaid
   * @param notes what is to be known of it
   */
  public record Line(
      String name,
      String href,
      String status,
      String mark,
      List<String> sums,
      List<String> notes) {}

  /**
   * @param sums planned, due, undecided, noticed, paid, remaining, overpaid
   */
  public record Funder(String name, List<String> sums) {}

  /**
   * What a funder did.
   *
   * @param wrong true when a later fact corrects it
   * @param correctable true when one may
   */
  public record Fact(String id, String what, String recorded, boolean wrong, boolean correctable) {}
}
