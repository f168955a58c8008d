package fr.jalon.portal.deposit;

import fr.jalon.engine.Alarm;
import fr.jalon.engine.EraseGuard;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.query.Difference;
import fr.jalon.portal.catalog.Version;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked before an update goes on: rows that would be lost, another authority, another
 * model.
 */
final class Alarms {
  private Alarms() {}

  /**
   * @param published what all see now, null for a dataset nobody saw yet: nothing can be lost
   */
  static List<Alarm> of(Deposit deposit, @Nullable Version published) {
    Outcome outcome = deposit.written();
    Inspection after = deposit.seen();
    if (published == null) {
      return List.of();
    }
    String schema = published.conformity() == null ? null : published.conformity().schema();
    Difference difference = outcome.compared() == null ? null : outcome.compared().difference();
    EraseGuard.Facts facts =
        difference == null
            ? EraseGuard.Facts.uncounted(
                deposit.renewal().how(), published.rows(), outcome.export().rows(), schema, after)
            : EraseGuard.Facts.of(deposit.renewal().how(), difference, schema, after);
    return EraseGuard.look(facts);
  }

  /** Tells these alarms from any others: what was agreed to is these, with their figures. */
  static String fingerprint(List<Alarm> alarms) {
    return alarms.isEmpty()
        ? ""
        : UUID.nameUUIDFromBytes(alarms.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
