package fr.jalon.portal.agreement;

import fr.jalon.portal.web.Rejected;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * What a form says happened, as an act; and an act as the fields of a form, to be sent again once
 * it was read.
 *
 * @param fields by name, as they were written
 */
record ActForm(Map<String, String> fields) {
  private static final int LONGEST = 1_000;

  /** Lines of a funding plan that a form has at most: no budget here has more. */
  static final int MOST_LINES = 8;

  ActForm {
    fields = Map.copyOf(fields);
  }

  static ActForm of(MultiValueMap<String, String> form) {
    Map<String, String> fields = new LinkedHashMap<>();
    form.forEach(
        (name, values) -> {
          String value = values.isEmpty() || values.get(0) == null ? "" : values.get(0);
          String text = value.replace("\u0000", "").strip();
          if (!text.isEmpty() && !name.startsWith("_")) {
            fields.put(name, text.substring(0, Math.min(text.length(), LONGEST)));
          }
        });
    return new ActForm(fields);
  }

  String kind() {
    return text("act");
  }

  /**
   * @param known the agreement it is about: an amendment changes its terms
   * @throws Rejected when a field is missing or makes no sense
   */
  Act act(Reckoning known, LocalDate today) {
    try {
      return switch (kind()) {
        case "sent" -> new Act.Sent(day("on"));
        case "signed-organizer" -> new Act.Signed(day("on"), Party.ORGANIZER, words("by"));
        case "signed-beneficiary" -> new Act.Signed(day("on"), Party.BENEFICIARY, words("by"));
        case "amended" -> amended(known);
        case "terminated" ->
            new Act.Terminated(day("on"), text("effect").isEmpty() ? null : day("effect"));
        case "membership-lost" -> new Act.MembershipLost(day("on"), words("reason"));
        case "ended-by-both" -> endedByBoth();
        case "given-up" -> new Act.GivenUp(day("on"), words("reason"));
        case "ended-outside" -> new Act.EndedOutside(day("on"), words("reason"));
        case "decided" -> new Act.Decided(today, doubt(), choice(), words("reason"));
        case "noticed" ->
            new Act.Noticed(
                day("on"), UUID.randomUUID(), words("number"), amount("amount"), words("debtor"));
        case "notice-reduced" ->
            new Act.NoticeReduced(day("on"), id("notice"), amount("amount"), words("number"));
        case "paid" -> new Act.Paid(day("on"), amount("amount"), words("reference"));
        case "disputed" -> new Act.Disputed(day("on"), id("notice"), words("reason"));
        case "dispute-settled" -> new Act.DisputeSettled(day("on"), id("notice"), words("reason"));
        case "corrected" -> new Act.Corrected(today, id("fact"), words("reason"));
        case "renewed" -> throw new Rejected(AgreementProblem.NO_RENEWAL);
        default -> throw new Rejected(AgreementProblem.NO_SUCH_CHOICE);
      };
    } catch (IllegalArgumentException odd) {
      throw new Rejected(AgreementProblem.NO_SUCH_DAY);
    }
  }

  private Act endedByBoth() {
    LocalDate ours = day("ours");
    LocalDate theirs = day("theirs");
    boolean later = ours.isAfter(theirs);
    return new Act.EndedByBoth(later ? ours : theirs, later ? theirs : ours, amount("due"));
  }

  private Act amended(Reckoning known) {
    LocalDate ours = day("ours");
    LocalDate theirs = day("theirs");
    LocalDate later = ours.isAfter(theirs) ? ours : theirs;
    LocalDate on = text("on").isEmpty() ? later : day("on");
    if (on.isBefore(later)) {
      throw new Rejected(AgreementProblem.AMENDMENT_OUT_OF_PLACE);
    }
    Terms before = known.termsOn(on);
    LocalDate end = text("end").isEmpty() ? before.end() : day("end");
    LocalDate until = text("until").isEmpty() ? before.accompaniedUntil() : day("until");
    if (end.isBefore(on) || until.isAfter(end)) {
      throw new Rejected(AgreementProblem.END_OUT_OF_PLACE);
    }
    int number = (int) known.acts(Act.Amended.class).count() + 1;
    Terms terms =
        new Terms(
            end,
            until,
            sessions(before.sessions()),
            plan(before.funding()),
            before.notice(),
            or("beneficiary", before.beneficiary()),
            or("signatory", before.signatory()),
            or("address", before.address()));
    return new Act.Amended(on, number, terms, ours, theirs);
  }

  private int sessions(int before) {
    String written = text("sessions");
    if (written.isEmpty()) {
      return before;
    }
    if (!written.matches("[1-9]\\d{0,2}")) {
      throw new Rejected(AgreementProblem.NO_SUCH_AMOUNT);
    }
    return Integer.parseInt(written);
  }

  /** The lines as they were, with the amounts written: they make the budget, whatever it was. */
  private FundingPlan plan(FundingPlan before) {
    List<FundingLine> lines = new ArrayList<>();
    for (int i = 0; i < before.lines().size(); i++) {
      FundingLine line = before.lines().get(i);
      Euros amount = text("line" + i).isEmpty() ? line.amount() : amount("line" + i);
      lines.add(new FundingLine(line.funder(), amount, line.beneficiary()));
    }
    Euros sum = Euros.sum(lines.stream().map(FundingLine::amount).toList());
    Euros budget = text("budget").isEmpty() ? sum : amount("budget");
    if (!budget.equals(sum)) {
      throw new Rejected(AgreementProblem.LINES_DO_NOT_ADD_UP);
    }
    return new FundingPlan(budget, lines);
  }

  private Doubt doubt() {
    return Stream.of(Doubt.values())
        .filter(one -> one.key().equals(text("doubt")))
        .findFirst()
        .orElseThrow(() -> new Rejected(AgreementProblem.NO_SUCH_CHOICE));
  }

  private Doubt.Choice choice() {
    return doubt().choices().stream()
        .filter(one -> one.key().equals(text("choice")))
        .findFirst()
        .orElseThrow(() -> new Rejected(AgreementProblem.NO_SUCH_CHOICE));
  }

  private LocalDate day(String name) {
    try {
      LocalDate day = LocalDate.parse(text(name));
      if (day.getYear() < 1990 || day.getYear() > 2200) {
        throw new Rejected(AgreementProblem.NO_SUCH_DAY);
      }
      return day;
    } catch (DateTimeParseException noDay) {
      throw new Rejected(AgreementProblem.NO_SUCH_DAY);
    }
  }

  private Euros amount(String name) {
    return Euros.read(text(name)).orElseThrow(() -> new Rejected(AgreementProblem.NO_SUCH_AMOUNT));
  }

  private UUID id(String name) {
    try {
      return UUID.fromString(text(name));
    } catch (IllegalArgumentException none) {
      throw new Rejected(
          name.equals("fact") ? AgreementProblem.NO_SUCH_FACT : AgreementProblem.NO_SUCH_NOTICE);
    }
  }

  private String words(String name) {
    if (text(name).isEmpty()) {
      throw new Rejected(AgreementProblem.WORDS_MISSING);
    }
    return text(name);
  }

  private String or(String name, String before) {
    return text(name).isEmpty() ? before : text(name);
  }

  String text(String name) {
    return fields.getOrDefault(name, "");
  }
}
