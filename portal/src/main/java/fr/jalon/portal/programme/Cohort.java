package fr.jalon.portal.programme;

/**
 * How many beneficiaries advance together.
 *
 * @param least below, the season is not full
 * @param most beyond, an acceptance says so
 */
public record Cohort(int least, int most) {
  public Cohort {
    if (least < 1 || most < least) {
      throw new IllegalArgumentException("no such cohort: " + least + " to " + most);
    }
  }
}
