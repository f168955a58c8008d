package fr.jalon.engine;

import fr.jalon.engine.Alarm.Emptied;
import fr.jalon.engine.Alarm.FewRowsLeft;
import fr.jalon.engine.Alarm.OtherAuthority;
import fr.jalon.engine.Alarm.OtherSchema;
import fr.jalon.engine.Alarm.RowsGone;
import fr.jalon.engine.export.Update;
import fr.jalon.engine.query.Difference;
import fr.jalon.engine.rule.Cause;
import fr.jalon.engine.schema.SchemaChoice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Watches over what is published when a new file comes: says what would be lost or is not what it
 * was, so that it can be asked. It decides nothing.
 *
 * <p>Rows are only lost when a file replaces those before: an update that adds rows, or puts some
 * in the place of others, never raises an alarm about rows. Another model or another authority does
 * whatever the update is.
 */
public final class EraseGuard {
  /**
   * Share of the published rows, from 0 to 1, that must be left for nothing to be asked. Ours: a
   * list that a town hall keeps (subsidies, equipment, trees) loses some rows from a year to the
   * next; when more than half go, a wrong file, a filtered sheet or another year's rows are
   * likelier than a true change, and the question costs one click.
   */
  static final double LEAST_LEFT = 0.5;

  private static final String OTHER_AUTHORITY = "other-authority";

  private EraseGuard() {}

  /**
   * What is known of an update.
   *
   * @param rowsBefore rows published
   * @param rowsAfter rows that would be published in their place
   * @param difference between both, null when it could not be had
   * @param schemaBefore code of the model that the published rows follow, null when none
   * @param schemaAfter code of the model that the new ones follow, null when none
   * @param otherAuthority what was found of SIRET of another authority, null when nothing
   */
  public record Facts(
      Update how,
      long rowsBefore,
      long rowsAfter,
      @Nullable Difference difference,
      @Nullable String schemaBefore,
      @Nullable String schemaAfter,
      @Nullable Cause otherAuthority) {

    /**
     * The facts of an update whose result was looked at.
     *
     * @param schemaBefore code of the model that the published rows follow, null when none
     * @param after the look at what would be published
     */
    public static Facts of(
        Update how, Difference difference, @Nullable String schemaBefore, Inspection after) {
      return new Facts(
          how,
          difference.rowsBefore(),
          difference.rowsAfter(),
          difference,
          schemaBefore,
          schema(after),
          otherAuthority(after));
    }

    /**
     * The same when the difference could not be had.
     *
     * @param rowsBefore rows published
     * @param rowsAfter rows that would be published in their place
     */
    public static Facts uncounted(
        Update how,
        long rowsBefore,
        long rowsAfter,
        @Nullable String schemaBefore,
        Inspection after) {
      return new Facts(
          how, rowsBefore, rowsAfter, null, schemaBefore, schema(after), otherAuthority(after));
    }

    private static @Nullable String schema(Inspection after) {
      SchemaChoice choice = after.schema();
      return choice == null || choice.chosen() == null ? null : choice.chosen().schema();
    }

    private static @Nullable Cause otherAuthority(Inspection after) {
      return after.findings().stream()
          .filter(cause -> cause.code().equals(OTHER_AUTHORITY))
          .findFirst()
          .orElse(null);
    }
  }

  /** What is to be asked, the gravest first; nothing most of the time. */
  public static List<Alarm> look(Facts facts) {
    List<Alarm> alarms = new ArrayList<>();
    Cause cause = facts.otherAuthority();
    if (cause != null) {
      alarms.add(new OtherAuthority(cause));
    }
    Alarm lost = facts.how().mayErase() ? lost(facts) : null;
    if (lost != null) {
      alarms.add(lost);
    }
    String schema = facts.schemaBefore();
    if (schema != null && !schema.equals(facts.schemaAfter())) {
      alarms.add(new OtherSchema(schema, facts.schemaAfter()));
    }
    return alarms;
  }

  private static @Nullable Alarm lost(Facts facts) {
    long before = facts.rowsBefore();
    if (before > 0 && facts.rowsAfter() == 0) {
      return new Emptied(before);
    }
    if (isTooFew(facts.rowsAfter(), before)) {
      return new FewRowsLeft(before, facts.rowsAfter());
    }
    Difference difference = facts.difference();
    if (difference != null && isTooFew(before - difference.gone(), before)) {
      return new RowsGone(before, difference.gone(), difference.byKey());
    }
    return null;
  }

  private static boolean isTooFew(long left, long before) {
    return left < LEAST_LEFT * before;
  }
}
