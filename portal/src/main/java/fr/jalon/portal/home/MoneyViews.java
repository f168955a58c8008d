package fr.jalon.portal.home;

import fr.jalon.portal.agreement.Euros;
import fr.jalon.portal.agreement.FunderAct;
import fr.jalon.portal.agreement.FunderFact;
import fr.jalon.portal.agreement.SeasonMoney;
import fr.jalon.portal.agreement.SeasonMoney.AuthorityLine;
import fr.jalon.portal.agreement.SeasonMoney.FunderLine;
import fr.jalon.portal.agreement.SeasonMoney.Sums;
import fr.jalon.portal.agreement.Status;
import fr.jalon.portal.home.BoardView.Filter;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.web.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells the money of a season in words. */
final class MoneyViews {
  private final Page page;
  private final LocalDate today;

  MoneyViews(Page page, LocalDate today) {
    this.page = page;
    this.today = today;
  }

  MoneyView of(Money.Look look, List<Season> all, MoneyFilter filter) {
    SeasonMoney money = look.money();
    Season season = look.season();
    List<AuthorityLine> shown = money.authorities().stream().filter(filter::shows).toList();
    return new MoneyView(
        season.name(),
        season.slug(),
        page.t(
            "home.money.lead",
            page.date(money.day()),
            euros(money.total().due()),
            euros(money.total().paid()),
            euros(money.total().remaining())),
        money.day().toString(),
        mismatch(money),
        all.stream()
            .filter(one -> !one.id().equals(season.id()))
            .map(one -> new Filter(one.name(), address(one, money.day(), filter), false))
            .toList(),
        filters(season, money, filter),
        filter.key(),
        filter == MoneyFilter.ALL
            ? ""
            : page.n("home.money.shown", shown.size(), money.authorities().size()),
        shown.stream().map(this::line).toList(),
        sums(money.total()),
        money.funders().stream().map(this::funder).toList(),
        sums(money.allFunders()),
        undecided(money),
        exports(season, money.day()),
        payers(money),
        UUID.randomUUID().toString(),
        today.toString(),
        facts(look.facts()));
  }

  private @Nullable String mismatch(SeasonMoney money) {
    return money
        .findMismatch()
        .map(
            one ->
                page.t(
                    "home.money.mismatch",
                    page.t("home.money.check." + one.check()),
                    euros(one.one()),
                    euros(one.other())))
        .orElse(null);
  }

  private List<Filter> filters(Season season, SeasonMoney money, MoneyFilter current) {
    return Stream.of(MoneyFilter.values())
        .map(
            one ->
                new Filter(
                    page.t(
                        "home.money.filter",
                        page.t("home.money.filter." + one),
                        money.authorities().stream().filter(one::shows).count()),
                    address(season, money.day(), one),
                    one == current))
        .toList();
  }

  /** Today is not written in an address: a page kept for tomorrow shows tomorrow. */
  private String address(Season season, LocalDate day, MoneyFilter filter) {
    return MoneyController.PATH
        + "?saison="
        + season.slug()
        + (day.equals(today) ? "" : "&date=" + day)
        + (filter.key().isEmpty() ? "" : "&filtre=" + filter.key());
  }

  private MoneyView.Line line(AuthorityLine line) {
    Status status = line.position().status();
    List<String> notes = new ArrayList<>();
    if (line.noticeLate()) {
      notes.add(
          page.t(
              "home.money.note.late",
              euros(line.position().toNotice()),
              page.date(line.position().terms().notice().to())));
    }
    if (line.position().disputed()) {
      notes.add(page.t("home.money.note.disputed"));
    }
    if (line.undecided()) {
      notes.add(page.t("home.money.note.undecided"));
    }
    return new MoneyView.Line(
        line.authority(),
        "/conventions/" + line.agreementId(),
        page.t("programme.status." + status),
        status == Status.IN_FORCE ? "done" : status.isOver() ? "advice" : "warning",
        sums(line.sums()),
        notes);
  }

  private MoneyView.Funder funder(FunderLine line) {
    return new MoneyView.Funder(name(page, line), sums(line));
  }

  /** All the authorities together bear the name that the agreement gives to one. */
  static String name(Page page, FunderLine line) {
    return line.beneficiaries() ? page.t("home.money.authorities", line.funder()) : line.funder();
  }

  private String undecided(SeasonMoney money) {
    long some = money.authorities().stream().filter(AuthorityLine::undecided).count();
    return some == 0
        ? ""
        : page.n("home.money.undecided", some, euros(money.allFunders().undecided()));
  }

  private List<String> sums(Sums sums) {
    return Stream.of(
            sums.planned(),
            sums.due(),
            sums.noticed(),
            sums.paid(),
            sums.remaining(),
            sums.overpaid())
        .map(this::euros)
        .toList();
  }

  private List<String> sums(FunderLine line) {
    return Stream.of(
            line.planned(),
            line.due(),
            line.undecided(),
            line.noticed(),
            line.paid(),
            line.remaining(),
            line.overpaid())
        .map(this::euros)
        .toList();
  }

  private Map<String, String> exports(Season season, LocalDate day) {
    Map<String, String> exports = new LinkedHashMap<>();
    for (MoneyFiles.Part part : MoneyFiles.Part.values()) {
      MoneyFiles.FORMATS.forEach(
          format ->
              exports.put(
                  MoneyController.PATH
                      + "/"
                      + part.key()
                      + "."
                      + format.code()
                      + "?saison="
                      + season.slug()
                      + "&date="
                      + day,
                  page.t("home.money.export." + part, format.title())));
    }
    return exports;
  }

  private static Map<String, String> payers(SeasonMoney money) {
    return money.funders().stream()
        .filter(line -> !line.beneficiaries())
        .collect(
            Collectors.toMap(
                FunderLine::funder, FunderLine::funder, (a, b) -> a, LinkedHashMap::new));
  }

  private List<MoneyView.Fact> facts(List<FunderFact> facts) {
    Set<UUID> standing =
        FunderFact.standing(facts).stream().map(FunderFact::id).collect(Collectors.toSet());
    return facts.stream()
        .map(
            fact ->
                new MoneyView.Fact(
                    fact.id().toString(),
                    what(fact.act(), facts),
                    page.t("home.money.recorded", fact.recordedAt(), fact.author()),
                    !standing.contains(fact.id()) && !(fact.act() instanceof FunderAct.Corrected),
                    standing.contains(fact.id())))
        .toList();
  }

  private String what(FunderAct act, List<FunderFact> facts) {
    if (act instanceof FunderAct.Called one) {
      return page.t(
          "home.money.fact.called", one.on(), one.funder(), euros(one.amount()), one.reference());
    }
    if (act instanceof FunderAct.Received one) {
      return page.t(
          "home.money.fact.received", one.on(), one.funder(), euros(one.amount()), one.reference());
    }
    FunderAct.Corrected corrected = (FunderAct.Corrected) act;
    return facts.stream()
        .filter(fact -> fact.id().equals(corrected.fact()))
        .findFirst()
        .map(
            fact ->
                page.t(
                    "home.money.fact.corrected", what(fact.act(), List.of()), corrected.reason()))
        .orElse(corrected.reason());
  }

  private String euros(Euros sum) {
    return page.messages().euros(sum.cents());
  }
}
