package fr.jalon.portal.deposit;

import fr.jalon.portal.catalog.Description;
import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.deposit.describe.Answer;
import fr.jalon.portal.deposit.describe.Described;
import fr.jalon.portal.deposit.describe.Origin;
import fr.jalon.portal.web.Messages;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The description proposed, each answer with where it comes from: written from the data, or said
 * before of this dataset or of others of the same authority.
 */
record Suggestions(Draft draft, Map<Answer, Origin> origins) {
  Suggestions {
    origins = Map.copyOf(origins);
  }

  /**
   * @param contact of the authority as its other datasets give it, "" when none does
   */
  static Suggestions of(Described described, String contact) {
    Map<Answer, Origin> origins = new EnumMap<>(described.origins());
    origins.put(Answer.LICENSE, Origin.USUAL);
    origins.put(Answer.CONTACT, contact.isBlank() ? Origin.UNKNOWN : Origin.OTHER_DATASET);
    Draft draft =
        new Draft(
            described.title(),
            described.summary(),
            described.keywords(),
            described.theme(),
            described.territory(),
            License.LICENCE_OUVERTE,
            "",
            described.frequency(),
            contact,
            described.period(),
            described.columns(),
            Set.of(),
            "");
    return new Suggestions(draft, origins);
  }

  /**
   * What was said of the version before, but for what is in the new data: the period, also where
   * the title tells it, the territory, and the sentences when they were written from the data.
   */
  Suggestions after(Version before) {
    Description said = before.description();
    Map<String, String> columns = new LinkedHashMap<>(draft.columns());
    before.columns().stream()
        .filter(column -> !column.description().isBlank())
        .forEach(column -> columns.put(column.name(), column.description()));
    boolean ours = isOurs(said.summary());
    Map<Answer, Origin> all = new EnumMap<>(origins);
    for (Answer answer :
        List.of(Answer.TITLE, Answer.KEYWORDS, Answer.THEME, Answer.FREQUENCY, Answer.LICENSE)) {
      all.put(answer, Origin.BEFORE);
    }
    if (!ours) {
      all.put(Answer.SUMMARY, Origin.BEFORE);
    }
    String contact = said.contactEmail();
    if (contact != null) {
      all.put(Answer.CONTACT, Origin.BEFORE);
    }
    return new Suggestions(
        new Draft(
            ofPeriod(said.title(), said.period()),
            ours ? draft.summary() : said.summary(),
            said.keywords(),
            said.theme(),
            draft.territory(),
            said.license(),
            Objects.requireNonNullElse(said.licenseReference(), ""),
            said.frequency(),
            contact == null ? draft.contact() : contact,
            draft.period(),
            columns,
            Set.of(),
            ""),
        all);
  }

  /** The title with the new period in the place of the former one. */
  private String ofPeriod(String title, @Nullable String former) {
    return former == null || former.isBlank() || draft.period().isBlank()
        ? title
        : title.replace(former, draft.period());
  }

  /** True for sentences that count the rows of a table as we write them. */
  private static boolean isOurs(String summary) {
    Messages french = Messages.in(Messages.FRENCH);
    String counted = french.text("deposit.suggest.summary.rows.many", "#");
    String pattern =
        Pattern.quote(counted.substring(0, counted.indexOf('#')))
            + "[\\d\\s\\u00a0\\u202f]+"
            + "lignes?.*";
    return Pattern.compile(pattern, Pattern.DOTALL).matcher(summary).matches();
  }

  /**
   * What a form said, marked with the answers that are not those proposed.
   *
   * @param filled as it was sent
   */
  Draft marked(Draft filled) {
    Set<Answer> proposed = EnumSet.noneOf(Answer.class);
    for (Answer answer : Answer.values()) {
      if (Objects.equals(value(filled, answer), value(draft, answer))) {
        proposed.add(answer);
      }
    }
    return filled.typedBut(proposed);
  }

  /**
   * What a person wrote, over what is proposed now: an answer they left as it was follows the data.
   */
  Draft under(@Nullable Draft written) {
    if (written == null) {
      return draft;
    }
    Set<Answer> typed = written.typed();
    Map<String, String> columns = new HashMap<>(draft.columns());
    columns.putAll(written.columns());
    Draft over = written;
    Draft now = draft;
    return new Draft(
        (typed.contains(Answer.TITLE) ? over : now).title(),
        (typed.contains(Answer.SUMMARY) ? over : now).summary(),
        (typed.contains(Answer.KEYWORDS) ? over : now).keywords(),
        (typed.contains(Answer.THEME) ? over : now).theme(),
        // one stored before the territory was asked has none to keep
        typed.contains(Answer.TERRITORY) && over.territory() != null
            ? over.territory()
            : now.territory(),
        (typed.contains(Answer.LICENSE) ? over : now).license(),
        (typed.contains(Answer.LICENSE) ? over : now).licenseReference(),
        (typed.contains(Answer.FREQUENCY) ? over : now).frequency(),
        (typed.contains(Answer.CONTACT) ? over : now).contact(),
        (typed.contains(Answer.PERIOD) ? over : now).period(),
        columns,
        typed,
        written.peopleAgreed());
  }

  /** Where each answer of a description comes from. */
  Map<Answer, Origin> origins(Draft shown) {
    return java.util.Arrays.stream(Answer.values())
        .collect(
            Collectors.toMap(
                answer -> answer,
                answer ->
                    Objects.equals(value(shown, answer), value(draft, answer))
                        ? origins.getOrDefault(answer, Origin.UNKNOWN)
                        : Origin.TYPED));
  }

  private static @Nullable Object value(Draft of, Answer answer) {
    return switch (answer) {
      case TITLE -> of.title();
      // a form sends the no-break spaces of French as they are, and line ends of one system
      case SUMMARY -> of.summary().strip();
      case KEYWORDS -> of.keywords();
      case THEME -> of.theme();
      case TERRITORY -> of.territory();
      case PERIOD -> of.period();
      case FREQUENCY -> of.frequency();
      case LICENSE -> of.license() == null ? null : of.license() + " " + of.licenseReference();
      case CONTACT -> of.contact();
    };
  }
}
