package fr.jalon.engine.rule;

import fr.jalon.engine.personal.Category;
import fr.jalon.engine.personal.Detected;
import fr.jalon.engine.personal.Hidden;
import fr.jalon.engine.personal.PersonalTexts;
import fr.jalon.engine.personal.TextTest;
import fr.jalon.engine.personal.Together;
import fr.jalon.engine.profile.Found;
import fr.jalon.engine.rule.mend.Choice;
import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.Extent;
import fr.jalon.engine.rule.mend.Protect;
import fr.jalon.engine.table.Column;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What may be chosen for columns that speak of people: removed, masked or grouped, as makes sense
 * for what they tell. Nothing is chosen unasked, whatever is accepted with it.
 */
public final class Protections {
  /** Code of the rule that tells a column made of what speaks of people. */
  public static final String COLUMN = "personal-data";

  /** Code of the rule that tells free texts of which some speak of people. */
  public static final String TEXTS = "personal-in-text";

  /** Code of the rule that tells columns of counts below five. */
  public static final String COUNTS = "small-counts";

  /** Code of the rule that tells columns that speak of people once side by side. */
  public static final String TOGETHER = "personal-together";

  private Protections() {}

  /** True for the code of a cause of which somebody must decide before it is published. */
  public static boolean isDecided(String code) {
    return Set.of(COLUMN, TEXTS, COUNTS).contains(code);
  }

  static void propose(Facts facts, Report report) {
    for (Detected detected : facts.detected().columns()) {
      String code = detected.whole() ? COLUMN : TEXTS;
      Found.Cover cover = new Found.Cover(detected::masked, after(detected));
      Extent extent = extent(detected);
      for (Choice choice : choices(detected)) {
        propose(facts, report, code, detected.column(), choice, extent, cover);
      }
    }
    // without one of them, the others tell nobody
    for (Together together : facts.detected().together()) {
      for (Column column : together.columns()) {
        propose(
            facts,
            report,
            TOGETHER,
            column,
            Choice.REMOVE_COLUMN,
            Extent.COLUMN,
            new Found.Cover(any -> Hidden.MASK, any -> ""));
      }
    }
    for (Column column : facts.detected().smallCounts()) {
      for (Choice choice : List.of(Choice.REMOVE_COLUMN, Choice.GROUP_UNDER_FIVE)) {
        propose(facts, report, COUNTS, column, choice, Extent.COLUMN, Found.Cover.NONE);
      }
    }
  }

  /** Of a text, what the choice leaves may still speak of somebody. */
  private static UnaryOperator<String> after(Detected detected) {
    return detected.whole() ? UnaryOperator.identity() : PersonalTexts::masked;
  }

  private static Extent extent(Detected detected) {
    return !detected.whole() && detected.cells() instanceof TextTest texts
        ? Extent.of(texts)
        : Extent.COLUMN;
  }

  private static void propose(
      Facts facts,
      Report report,
      String code,
      Column column,
      Choice choice,
      Extent extent,
      Found.Cover cover) {
    Protect mend = new Protect(ColumnRef.of(column), choice, extent, facts.today().getYear());
    report.protect(code, facts.columns().get(column.index()), mend, cover);
  }

  private static List<Choice> choices(Detected detected) {
    return detected.whole()
        ? choices(detected.category())
        : List.of(Choice.REMOVE_COLUMN, Choice.REMOVE_CELLS, Choice.MASK);
  }

  /** What makes sense for a column made of this: a masked date says no more than none. */
  private static List<Choice> choices(Category category) {
    return switch (category) {
      case SURNAME, FIRST_NAME, FULL_NAME ->
          List.of(Choice.REMOVE_COLUMN, Choice.MASK, Choice.GROUP_INITIAL);
      case BIRTH_DATE ->
          List.of(
              Choice.REMOVE_COLUMN, Choice.GROUP_MONTH, Choice.GROUP_YEAR, Choice.GROUP_AGE_BAND);
      case AGE -> List.of(Choice.REMOVE_COLUMN, Choice.GROUP_AGE_BAND);
      case HOME_ADDRESS -> List.of(Choice.REMOVE_COLUMN, Choice.MASK, Choice.GROUP_COMMUNE);
      case NIR,
          IBAN,
          MOBILE,
          LAND_LINE,
          EMAIL,
          NUMBER_PLATE,
          IP_ADDRESS,
          MAC_ADDRESS,
          HEALTH,
          OPINION,
          ABSENCE,
          SOCIAL,
          IDENTIFIER,
          TEXT ->
          List.of(Choice.REMOVE_COLUMN, Choice.MASK);
    };
  }
}
