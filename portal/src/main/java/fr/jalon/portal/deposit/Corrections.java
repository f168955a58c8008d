package fr.jalon.portal.deposit;

import fr.jalon.engine.Sentences;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.portal.web.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was put right, in sentences shown to all. Cells edited by hand are told by their address
 * alone: what they held or hold may be about a person.
 */
final class Corrections {
  private Corrections() {}

  static List<String> sentences(List<Proposal> accepted, Locale language) {
    Sentences words = Sentences.in(language);
    List<String> sentences = new ArrayList<>();
    List<String> edited = new ArrayList<>();
    for (Proposal step : accepted) {
      if (CellEdit.is(step)) {
        step.samples().forEach(change -> edited.add(change.address()));
      } else if (!sentences.contains(words.done(step))) {
        sentences.add(words.done(step));
      }
    }
    if (!edited.isEmpty()) {
      sentences.add(
          Messages.in(language)
              .count("deposit.corrections.edited", edited.size(), String.join(", ", edited)));
    }
    return sentences;
  }
}
