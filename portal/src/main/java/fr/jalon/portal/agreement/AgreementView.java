package fr.jalon.portal.agreement;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agreement in words.
 *
 * @param state "En vigueur du 15 mars 2022 au 31 décembre 2023 (art. 6)."
 * @param next what is to be done now, "" when nothing is
 * @param nextAct the act whose form is proposed first, "" when none is
 * @param sums what is due, noticed, paid, remaining; none for those who see no money
 * @param terms what holds on the day asked about
 * @param day that day, as a form writes it
 * @param story what happened, the last first
 * @param doubts those that the facts meet and that somebody must settle
 * @param silences all the others
 * @param acts what this person may record now, with the words of its form
 * @param notices those that a reduction or a dispute may be about
 * @param papers what they are called, by the name of their file
 */
public record AgreementView(
    String authority,
    String href,
    int revision,
    String state,
    String next,
    String nextAct,
    List<Line> sums,
    List<Line> funding,
    List<Line> terms,
    String day,
    String dayInWords,
    List<Happened> story,
    List<Silence> doubts,
    List<Silence> silences,
    List<Form> acts,
    Map<String, String> notices,
    Map<String, String> papers) {

  /** A fact with the place of the text it comes from. */
  public record Line(String name, String value, String reference) {}

  /**
   * Something that happened.
   *
   * @param id of the fact, as a form writes it
   * @param paperHref where its paper is, null when there is none
   * @param correctable true when this person may say that it is wrong
   */
  public record Happened(
      String id,
      String when,
      String what,
      String details,
      String recorded,
      String reference,
      @Nullable String paperHref,
      boolean correctable,
      boolean wrong) {}

  /**
   * A silence of the text.
   *
   * @param holds what holds, "" when somebody must decide
   * @param choices by key
   */
  public record Silence(
      String key,
      String sentence,
      String reference,
      String holds,
      String chosen,
      Map<String, String> choices,
      boolean mayDecide) {}

  /**
   * A form to record an act.
   *
   * @param fields in order
   * @param previewed true when what it will do is shown before
   */
  public record Form(
      String act, String title, String help, List<Field> fields, boolean previewed, String group) {}

  /**
   * @param type "date", "text", "amount", "long" or "notice"
   */
  public record Field(
      String name, String label, String hint, String type, boolean required, String value) {}

  /**
   * What an act will do, to be confirmed.
   *
   * @param sentences in the words of the person
   * @param fields sent again when it is confirmed
   */
  public record Preview(
      String authority,
      String href,
      int revision,
      String title,
      List<String> sentences,
      Map<String, String> fields) {}

  /** Agreements in a list. */
  public record Listed(
      String authority, String href, String state, String mark, String remaining) {}
}
