package fr.jalon.portal.deposit;

import fr.jalon.engine.profile.Territory;
import fr.jalon.portal.catalog.Description;
import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.Theme;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.deposit.describe.Answer;
import fr.jalon.portal.web.Rejected;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What will be told about the dataset, as the depositor has left it: may lack anything.
 *
 * @param license null while nobody has chosen
 * @param licenseReference of the State's decision, "" unless the license needs it
 * @param columns what the columns mean, by name; those nobody explained are absent
 * @param typed the answers the person wrote or chose; the others were proposed, and follow the data
 *     when the corrections change
 * @param peopleAgreed {@link TextsOfPeople#fingerprint} of the texts that seem to speak of people
 *     and that someone wants so, "" for none
 */
public record Draft(
    String title,
    String summary,
    List<String> keywords,
    @Nullable Theme theme,
    @Nullable Territory territory,
    @Nullable License license,
    String licenseReference,
    UpdateFrequency frequency,
    String contact,
    String period,
    Map<String, String> columns,
    Set<Answer> typed,
    String peopleAgreed) {
  public Draft {
    keywords = List.copyOf(keywords);
    columns = Map.copyOf(columns);
    // one stored before these were asked says nothing of them: all it says was written by a person
    licenseReference = licenseReference == null ? "" : licenseReference;
    typed = typed == null ? EnumSet.allOf(Answer.class) : Set.copyOf(typed);
    peopleAgreed = peopleAgreed == null ? "" : peopleAgreed;
  }

  /** Written whole by a person. */
  public Draft(
      String title,
      String summary,
      List<String> keywords,
      @Nullable Theme theme,
      @Nullable Territory territory,
      License license,
      UpdateFrequency frequency,
      String contact,
      String period,
      Map<String, String> columns) {
    this(
        title,
        summary,
        keywords,
        theme,
        territory,
        license,
        "",
        frequency,
        contact,
        period,
        columns,
        EnumSet.allOf(Answer.class),
        "");
  }

  /** The same, typed by a person whole but for these answers. */
  Draft typedBut(Set<Answer> proposed) {
    Set<Answer> rest = EnumSet.allOf(Answer.class);
    rest.removeAll(proposed);
    return new Draft(
        title,
        summary,
        keywords,
        theme,
        territory,
        license,
        licenseReference,
        frequency,
        contact,
        period,
        columns,
        rest,
        peopleAgreed);
  }

  /** The same, whose author says that what seems to speak of people may be told. */
  Draft agreeingToPeople() {
    return new Draft(
        title,
        summary,
        keywords,
        theme,
        territory,
        license,
        licenseReference,
        frequency,
        contact,
        period,
        columns,
        typed,
        TextsOfPeople.fingerprint(this));
  }

  /**
   * The description of a version.
   *
   * @throws Rejected with {@link DepositProblem#NOT_YET} when an answer that must be given is not
   */
  Description description() {
    if (license == null || title.isBlank() || title.length() > Description.LONGEST_TITLE) {
      throw new Rejected(DepositProblem.NOT_YET);
    }
    return new Description(
        title,
        summary,
        keywords,
        theme,
        territory,
        license,
        license == License.APPROVED && !licenseReference.isBlank() ? licenseReference : null,
        frequency,
        contact.isBlank() ? null : contact,
        period.isBlank() ? null : period);
  }

  /** True when nothing that must be told is missing. */
  boolean isWhole() {
    return !title.isBlank()
        && title.length() <= Description.LONGEST_TITLE
        && !summary.isBlank()
        && theme != null
        && frequency != UpdateFrequency.UNKNOWN
        && license != null
        && (license != License.APPROVED || !licenseReference.isBlank())
        && !contact.isBlank()
        && TextsOfPeople.areAgreed(this);
  }
}
