package fr.jalon.portal.programme;

import java.util.List;

/**
 * A meeting in words.
 *
 * @param past true once it may be said who came
 * @param others those of the season who are not invited
 */
public record MeetingView(
    Meeting meeting,
    String when,
    String where,
    String length,
    String state,
    String moved,
    boolean past,
    List<There> there,
    List<Beneficiary> others) {

  /**
   * A beneficiary in it.
   *
   * @param came or did not, as the box stands
   * @param people who is invited, each with their answer
   */
  public record There(Beneficiary beneficiary, boolean came, String state, List<String> people) {}

  /** A month of the calendar. */
  public record Month(String title, List<Entry> entries) {}

  /** A line of a month. */
  public record Entry(String when, String stage, String href, String who, String state) {}
}
