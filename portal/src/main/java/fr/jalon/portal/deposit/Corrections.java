package fr.jalon.portal.deposit;

import fr.jalon.engine.Sentences;
import fr.jalon.engine.repair.RepairStep;
import fr.jalon.portal.web.Messages;
import java.util.List;

/** What was put right, in sentences shown to all: they name columns and counts, never a value. */
final class Corrections {
  private Corrections() {}

  static List<String> sentences(List<RepairStep> accepted) {
    Sentences french = Sentences.in(Messages.FRENCH);
    return accepted.stream().map(french::done).distinct().toList();
  }
}
