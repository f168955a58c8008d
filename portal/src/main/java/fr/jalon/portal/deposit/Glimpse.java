package fr.jalon.portal.deposit;

import fr.jalon.portal.web.DataTable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place of a deposit as whoever helps sees it.
 *
 * @param datasetId the dataset it renews or became, null for none
 * @param around the cells with the rows around them, null when the table is not at hand
 * @param masked how many columns are not shown, for they speak of people
 */
public record Glimpse(
    UUID organizationId,
    String fileName,
    @Nullable UUID datasetId,
    Counts counts,
    @Nullable DataTable around,
    int masked) {
  /**
   * What the person saw, counted.
   *
   * @param left mends proposed and causes left
   * @param accepted mends accepted
   * @param undecided things that speak of people and nobody decided about
   */
  public record Counts(int left, int accepted, int undecided) {
    public static final Counts NONE = new Counts(0, 0, 0);
  }
}
