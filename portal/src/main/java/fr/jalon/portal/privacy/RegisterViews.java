package fr.jalon.portal.privacy;

import fr.jalon.portal.register.Retention.Rule;
import fr.jalon.portal.register.Treatment;
import fr.jalon.portal.web.Messages;
import java.time.Period;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The register in words. */
final class RegisterViews {
  private RegisterViews() {}

  static List<RegisterEntry> entries(Register register, Messages words) {
    return register.treatments().stream()
        .map(one -> entry(one, register.rules(one), words))
        .toList();
  }

  /** The register as a spreadsheet reads it: one line an entry. */
  static String csv(List<RegisterEntry> entries, Messages words) {
    Stream<List<String>> heads =
        Stream.of(
            Stream.of(
                    "title",
                    "purpose",
                    "controller",
                    "basis",
                    "people",
                    "data",
                    "recipients",
                    "kept")
                .map(column -> words.text("privacy.register." + column))
                .toList());
    Stream<List<String>> lines =
        entries.stream()
            .map(
                one ->
                    List.of(
                        one.title(),
                        one.purpose(),
                        one.controller(),
                        one.basis(),
                        one.people(),
                        one.data(),
                        one.recipients(),
                        String.join(" ", one.kept())));
    return Stream.concat(heads, lines)
        .map(cells -> cells.stream().map(RegisterViews::cell).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", "\ufeff", "\r\n"));
  }

  /** "10 ans". */
  static String period(Period period, Messages words) {
    if (period.getDays() > 0) {
      return words.count("privacy.days", period.getDays());
    }
    return period.getMonths() > 0
        ? words.count("privacy.months", period.toTotalMonths())
        : words.count("privacy.years", period.getYears());
  }

  /** How long, from when, on whose word. */
  static String rule(Rule rule, Messages words) {
    return words.text(
        "privacy.rule", words.text("register.retention." + rule.key()), time(rule, words));
  }

  /** The same without what it is about. */
  static String time(Rule rule, Messages words) {
    return words.text(
        "privacy.time",
        period(rule.kept(), words),
        words.text("register.retention." + rule.key() + ".from"),
        words.text("register.source." + rule.source()));
  }

  private static RegisterEntry entry(Treatment one, List<Rule> rules, Messages words) {
    String key = "register.treatment." + one.key();
    return new RegisterEntry(
        one.key(),
        words.text(key),
        words.text(key + ".purpose"),
        words.text("register.controller." + one.controller()),
        words.text("register.basis." + one.basis()),
        list(Treatment.People.values(), one.people(), "register.people.", words),
        list(Treatment.Data.values(), one.data(), "register.data.", words),
        list(Treatment.Recipient.values(), one.recipients(), "register.recipient.", words),
        Stream.concat(
                Stream.of(words.text(key + ".kept")), rules.stream().map(rule -> rule(rule, words)))
            .toList());
  }

  private static <E extends Enum<E>> String list(
      E[] order, Collection<E> some, String prefix, Messages words) {
    return Arrays.stream(order)
        .filter(some::contains)
        .map(one -> words.text(prefix + one))
        .collect(Collectors.joining(" ; "));
  }

  /** Quoted by RFC 4180; what a spreadsheet would take for a formula stays a text. */
  private static String cell(String text) {
    String tame = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return '"' + tame.replace("\"", "\"\"") + '"';
  }
}
