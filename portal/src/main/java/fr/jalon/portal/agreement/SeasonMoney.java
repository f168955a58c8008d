package fr.jalon.portal.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The money of a season on a day: a line for each authority, a line for each funder, and totals
 * that were not made from these lines, so that one may check the other.
 *
 * @param total of the contributions
 */
public record SeasonMoney(
    LocalDate day, List<AuthorityLine> authorities, Sums total, List<FunderLine> funders) {
  public SeasonMoney {
    authorities = List.copyOf(authorities);
    funders = List.copyOf(funders);
  }

  /**
   * An agreement of the season.
   *
   * @param counted sessions that count by the day asked about
   */
  public record Part(String authority, Agreement agreement, Reckoning reckoning, int counted) {}

  /**
   * @param planned by the terms in force
   * @param remaining to be paid, never less than nothing
   * @param overpaid paid beyond what is due
   */
  public record Sums(
      Euros planned, Euros due, Euros noticed, Euros paid, Euros remaining, Euros overpaid) {
    static final Sums NONE =
        new Sums(Euros.ZERO, Euros.ZERO, Euros.ZERO, Euros.ZERO, Euros.ZERO, Euros.ZERO);

    Sums plus(Sums other) {
      return new Sums(
          planned.plus(other.planned),
          due.plus(other.due),
          noticed.plus(other.noticed),
          paid.plus(other.paid),
          remaining.plus(other.remaining),
          overpaid.plus(other.overpaid));
    }
  }

  /**
   * An authority.
   *
   * @param budget of its accompaniment, whoever brings it
   * @param noticeLate true when the notice should have been sent
   * @param undecided true when an early end leaves the other funders' shares unknown
   */
  public record AuthorityLine(
      String authority,
      UUID agreementId,
      Position position,
      Euros budget,
      Sums sums,
      boolean noticeLate,
      boolean undecided) {}

  /**
   * A funder: all the authorities together are one.
   *
   * @param due as far as it is known
   * @param undecided planned shares of which nobody knows yet what is due
   */
  public record FunderLine(
      String funder,
      boolean beneficiaries,
      Euros planned,
      Euros due,
      Euros undecided,
      Euros noticed,
      Euros paid,
      Euros remaining,
      Euros overpaid) {}

  /** What must be equal, and is not: a fault of the program, never of who reads. */
  public record Mismatch(Check check, Euros one, Euros other) {}

  /** What is checked. */
  public enum Check {
    PLANNED,
    DUE,
    NOTICED,
    PAID,
    REMAINING,
    OVERPAID,
    /** What all funders plan, and the budgets. */
    BUDGETS,
    /** What is due less what is paid, and what remains less what is too much. */
    BALANCE
  }

  /** Agreements that were not written yet that day are not in it. */
  public static SeasonMoney of(LocalDate day, List<Part> parts, List<FunderFact> facts) {
    List<Part> written = parts.stream().filter(part -> part.reckoning().isDraftedOn(day)).toList();
    Sums total = Sums.NONE;
    List<AuthorityLine> lines = new ArrayList<>();
    Map<String, List<Share>> shares = new LinkedHashMap<>();
    String beneficiaries = "";
    for (Part part : written) {
      Position position = part.reckoning().on(day);
      List<Share> others = Share.of(part.reckoning(), position, part.counted());
      others.forEach(
          one -> shares.computeIfAbsent(one.funder(), none -> new ArrayList<>()).add(one));
      total = total.plus(sums(position));
      lines.add(line(part, position, others));
      beneficiaries = beneficiaries.isEmpty() ? own(position) : beneficiaries;
    }
    // whoever was asked or paid is told, also once no agreement names it any more
    FunderFact.standing(facts).stream()
        .flatMap(fact -> Stream.ofNullable(funder(fact.act())))
        .forEach(name -> shares.computeIfAbsent(name, none -> new ArrayList<>()));
    List<FunderLine> funders = new ArrayList<>();
    shares.forEach((funder, some) -> funders.add(funder(funder, some, facts, day)));
    if (!lines.isEmpty()) {
      funders.add(together(beneficiaries, lines));
    }
    return new SeasonMoney(day, lines, total, funders);
  }

  private static @Nullable String funder(FunderAct act) {
    return act instanceof FunderAct.Called called
        ? called.funder()
        : act instanceof FunderAct.Received received ? received.funder() : null;
  }

  private static String own(Position position) {
    return position.terms().funding().lines().stream()
        .filter(FundingLine::beneficiary)
        .map(FundingLine::funder)
        .findFirst()
        .orElseThrow();
  }

  private static AuthorityLine line(Part part, Position position, List<Share> others) {
    boolean given = position.status() == Status.GIVEN_UP;
    return new AuthorityLine(
        part.authority(),
        part.agreement().id(),
        position,
        given ? Euros.ZERO : position.terms().funding().budget(),
        sums(position),
        position.day().isAfter(position.terms().notice().to()) && position.isNoticeExpected(),
        others.stream().anyMatch(one -> one.due() == null));
  }

  private static Sums sums(Position position) {
    return new Sums(
        position.status() == Status.GIVEN_UP
            ? Euros.ZERO
            : position.terms().funding().contribution(),
        position.due(),
        position.noticed(),
        position.paid(),
        position.remaining(),
        position.overpaid());
  }

  private static FunderLine funder(
      String funder, List<Share> shares, List<FunderFact> facts, LocalDate day) {
    Euros due =
        Euros.sum(shares.stream().flatMap(one -> Optional.ofNullable(one.due()).stream()).toList());
    Euros undecided =
        Euros.sum(shares.stream().filter(one -> one.due() == null).map(Share::planned).toList());
    Euros paid = FunderFact.received(facts, funder, day);
    return new FunderLine(
        funder,
        false,
        Euros.sum(shares.stream().map(Share::planned).toList()),
        due,
        undecided,
        FunderFact.called(facts, funder, day),
        paid,
        due.minus(paid).orNothing(),
        // while something is undecided, what it paid may still turn out to be due
        undecided.isZero() ? paid.minus(due).orNothing() : Euros.ZERO);
  }

  private static FunderLine together(String name, List<AuthorityLine> lines) {
    Function<Function<Sums, Euros>, Euros> sum =
        of -> Euros.sum(lines.stream().map(line -> of.apply(line.sums())).toList());
    return new FunderLine(
        name,
        true,
        sum.apply(Sums::planned),
        sum.apply(Sums::due),
        Euros.ZERO,
        sum.apply(Sums::noticed),
        sum.apply(Sums::paid),
        sum.apply(Sums::remaining),
        sum.apply(Sums::overpaid));
  }

  /** The totals of the funders' lines. */
  public FunderLine allFunders() {
    Function<Function<FunderLine, Euros>, Euros> sum =
        of -> Euros.sum(funders.stream().map(of).toList());
    return new FunderLine(
        "",
        false,
        sum.apply(FunderLine::planned),
        sum.apply(FunderLine::due),
        sum.apply(FunderLine::undecided),
        sum.apply(FunderLine::noticed),
        sum.apply(FunderLine::paid),
        sum.apply(FunderLine::remaining),
        sum.apply(FunderLine::overpaid));
  }

  /** The first total that its lines do not make; empty when all agree, as they must. */
  public Optional<Mismatch> findMismatch() {
    List<Mismatch> pairs = new ArrayList<>();
    pairs.add(pair(Check.PLANNED, Sums::planned));
    pairs.add(pair(Check.DUE, Sums::due));
    pairs.add(pair(Check.NOTICED, Sums::noticed));
    pairs.add(pair(Check.PAID, Sums::paid));
    pairs.add(pair(Check.REMAINING, Sums::remaining));
    pairs.add(pair(Check.OVERPAID, Sums::overpaid));
    pairs.add(
        new Mismatch(
            Check.BUDGETS,
            allFunders().planned(),
            Euros.sum(authorities.stream().map(AuthorityLine::budget).toList())));
    pairs.add(
        new Mismatch(
            Check.BALANCE,
            total.due().minus(total.paid()),
            total.remaining().minus(total.overpaid())));
    return pairs.stream().filter(one -> !one.one().equals(one.other())).findFirst();
  }

  private Mismatch pair(Check check, Function<Sums, Euros> of) {
    return new Mismatch(
        check,
        Euros.sum(authorities.stream().map(line -> of.apply(line.sums())).toList()),
        of.apply(total));
  }
}
