package fr.jalon.portal.workshop;

import fr.jalon.portal.programme.Season;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the pages of workshops show. */
public final class WorkshopView {
  private WorkshopView() {}

  /**
   * The workshops of a season.
   *
   * @param leads true for those who lead them
   * @param past those that are over or called off
   */
  public record Listed(
      Season season,
      boolean leads,
      List<Row> coming,
      List<Row> past,
      Map<String, String> seasons) {}

  /**
   * A workshop in the list.
   *
   * @param own where the visitor stands, "" when they neither come nor wait
   */
  public record Row(
      String href,
      String title,
      String when,
      String where,
      String places,
      String own,
      boolean now) {}

  /**
   * One workshop.
   *
   * @param where the visitor stands, null when they neither come nor wait
   * @param signsUp true for those who may take a place
   * @param openToSignUp true while places are taken
   * @param began true from its first day on: who came may be noted
   */
  public record One(
      Workshop workshop,
      Season season,
      String title,
      String when,
      String place,
      String length,
      String moved,
      String state,
      String places,
      String exercise,
      Workshops.@Nullable Place where,
      boolean leads,
      boolean signsUp,
      boolean openToSignUp,
      boolean began,
      boolean open,
      List<There> there,
      List<String> waiting,
      List<Paper> papers) {}

  /**
   * A beneficiary that has people there.
   *
   * @param came ticked: it was noted, or people of that name practised
   */
  public record There(UUID beneficiaryId, String name, List<String> people, boolean came) {}

  /** Something to read. */
  public record Paper(UUID id, String title, String href, String size, boolean elsewhere) {}

  /**
   * A workshop under way.
   *
   * @param code apart in two, as one dictates it
   * @param updated when this was true
   */
  public record Live(
      Workshop workshop,
      String title,
      String code,
      String present,
      String updated,
      List<Hand> hands,
      List<Common> common,
      List<Silent> silent,
      List<Person> people,
      boolean canTakeBack) {}

  public record Hand(
      UUID traineeId, String name, String where, String words, String since, String href) {}

  /** A card that stops several. */
  public record Common(String sentence, String card, boolean shown) {}

  public record Silent(String name, String where, String since, String href) {}

  /**
   * Someone who practises.
   *
   * @param done how many of the steps are behind them
   * @param mark of their state: "error" for a hand, "warning" for a silence, "done"
   */
  public record Person(
      UUID traineeId,
      String name,
      int done,
      int steps,
      String step,
      String card,
      String act,
      String state,
      String mark,
      String href,
      boolean canTakeBack) {}

  /**
   * What is projected for all.
   *
   * @param card title of the card shown to all, "" for none
   * @param help what it is about
   */
  public record Projected(
      Workshop workshop,
      String title,
      String code,
      String address,
      String exercise,
      List<String> tasks,
      String card,
      String help) {}

  /**
   * Someone who may be coming back.
   *
   * @param seen how long ago they were seen
   */
  public record Away(UUID traineeId, String name, String seen) {}

  /** The sheet of an exercise. */
  public record Sheet(
      String title,
      String exercise,
      String story,
      List<String> tasks,
      String name,
      String depositHref,
      String hand,
      boolean done) {}
}
