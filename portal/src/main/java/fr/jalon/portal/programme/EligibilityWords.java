package fr.jalon.portal.programme;

import fr.jalon.portal.web.Messages;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The note of eligibility, in sentences, with where each figure comes from. */
final class EligibilityWords {
  private EligibilityWords() {}

  static List<String> of(Messages messages, Eligibility note) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        messages.text(
            "programme.eligibility." + note.answer(),
            Eligibility.INHABITANTS,
            Eligibility.AGENTS.intValue()));
    sentences.add(
        note.population() == 0
            ? messages.text("programme.eligibility.population.unknown")
            : messages.text("programme.eligibility.population", note.population()));
    BigDecimal agents = note.agents();
    sentences.add(
        agents == null
            ? messages.text("programme.eligibility.agents.unknown")
            : messages.text("programme.eligibility.agents", agents));
    sentences.add(messages.text("programme.eligibility.source"));
    return sentences;
  }
}
