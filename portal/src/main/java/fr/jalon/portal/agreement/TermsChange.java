package fr.jalon.portal.agreement;

import fr.jalon.portal.web.Messages;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that an amendment changes in the terms, in words.
 *
 * @param what "Terme", "Contribution"
 */
record TermsChange(String what, String before, String after) {
  /**
   * What differs, in the order in which terms are told.
   *
   * @param money false for those who see none
   */
  static List<TermsChange> between(Terms before, Terms after, Messages words, boolean money) {
    Stream<TermsChange> contribution =
        money
            ? Stream.of(
                of("contribution", contribution(before, words), contribution(after, words), words))
            : Stream.of();
    Stream<TermsChange> figures =
        Stream.of(
            of("end", words.date(before.end()), words.date(after.end()), words),
            of(
                "until",
                words.date(before.accompaniedUntil()),
                words.date(after.accompaniedUntil()),
                words),
            of("sessions", words.number(before.sessions()), words.number(after.sessions()), words));
    Stream<TermsChange> parties =
        Stream.of(
            of("beneficiary", before.beneficiary(), after.beneficiary(), words),
            of("signatory", before.signatory(), after.signatory(), words),
            of("address", before.address(), after.address(), words));
    return Stream.of(figures, contribution, parties)
        .flatMap(some -> some)
        .filter(change -> !change.before.equals(change.after))
        .toList();
  }

  private static TermsChange of(String what, String before, String after, Messages words) {
    return new TermsChange(words.text("agreement.terms." + what), before, after);
  }

  private static String contribution(Terms terms, Messages words) {
    return words.euros(terms.funding().contribution().cents());
  }
}
