package fr.jalon.portal.agreement;

import fr.jalon.portal.agreement.Doubt.Choice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the facts of one agreement: a function of the facts, of the day asked about and
 * of the day one asks, and of nothing else. The order in which facts were recorded changes nothing.
 */
public final class Reckoning {
  private static final MonthDay LAST_OF_YEAR = MonthDay.of(12, 31);

  private final List<Fact> facts;
  private final Map<Doubt, Choice> decided;
  private final Act.@Nullable Drafted drafted;
  private final @Nullable LocalDate start;
  private final @Nullable Fact ending;
  private final @Nullable LocalDate lastDay;

  private Reckoning(List<Fact> standing) {
    facts =
        standing.stream()
            .sorted(
                Comparator.comparing((Fact fact) -> fact.act().on())
                    .thenComparing(Fact::recordedAt)
                    .thenComparing(Fact::id))
            .toList();
    decided = decisions(standing);
    drafted = last(Act.Drafted.class).orElse(null);
    start = startOf();
    ending = endingOf();
    lastDay = start == null ? null : endOf(ending);
  }

  /** By all that is known. */
  public static Reckoning of(List<Fact> facts) {
    return new Reckoning(standing(facts));
  }

  /** By what was known at that moment. */
  public static Reckoning asKnown(List<Fact> facts, Instant moment) {
    return of(facts.stream().filter(fact -> !fact.recordedAt().isAfter(moment)).toList());
  }

  /**
   * The facts that no later one corrects. A correction that was itself corrected corrects nothing.
   */
  static List<Fact> standing(List<Fact> facts) {
    Set<UUID> wrong = new HashSet<>();
    facts.stream()
        .filter(fact -> fact.act() instanceof Act.Corrected)
        .sorted(Comparator.comparing(Fact::recordedAt).reversed().thenComparing(Fact::id))
        .filter(fact -> !wrong.contains(fact.id()))
        .forEach(fact -> wrong.add(((Act.Corrected) fact.act()).fact()));
    return facts.stream()
        .filter(fact -> !wrong.contains(fact.id()))
        .filter(fact -> !(fact.act() instanceof Act.Corrected))
        .toList();
  }

  /** The last decision known about each doubt. */
  private static Map<Doubt, Choice> decisions(List<Fact> standing) {
    Map<Doubt, Choice> decided = new EnumMap<>(Doubt.class);
    standing.stream()
        .sorted(Comparator.comparing(Fact::recordedAt).thenComparing(Fact::id))
        .forEach(
            fact -> {
              if (fact.act() instanceof Act.Decided one) {
                decided.put(one.doubt(), one.choice());
              }
            });
    return decided;
  }

  /** What holds of a doubt: what was decided, else the default; null where somebody must decide. */
  public @Nullable Choice choice(Doubt doubt) {
    return decided.getOrDefault(doubt, doubt.usual());
  }

  /** True when a person decided, even as the default says. */
  public boolean isDecided(Doubt doubt) {
    return decided.containsKey(doubt);
  }

  /** The facts that count, by the day they are about. */
  public List<Fact> facts() {
    return facts;
  }

  /** Its first day, empty while it is not signed by both. */
  public Optional<LocalDate> findStart() {
    return Optional.ofNullable(start);
  }

  /** Its last day, empty while it is not signed by both. */
  public Optional<LocalDate> findLastDay() {
    return Optional.ofNullable(lastDay);
  }

  /** The day a party signed. */
  public Optional<LocalDate> findSignature(Party party) {
    return acts(Act.Signed.class)
        .filter(signed -> signed.party() == party)
        .map(Act.Signed::on)
        .findFirst();
  }

  private @Nullable LocalDate startOf() {
    LocalDate ours = findSignature(Party.ORGANIZER).orElse(null);
    LocalDate theirs = findSignature(Party.BENEFICIARY).orElse(null);
    if (ours == null || theirs == null || drafted == null) {
      return null;
    }
    LocalDate earlier = ours.isBefore(theirs) ? ours : theirs;
    LocalDate later = ours.isBefore(theirs) ? theirs : ours;
    return choice(Doubt.DAY_OF_SIGNATURE) == Choice.EARLIER_DAY ? earlier : later;
  }

  /** The terms of a day: those drafted, then those of the last amendment that holds by then. */
  public Terms termsOn(LocalDate day) {
    Terms terms = Objects.requireNonNull(drafted, "no terms were drafted").terms();
    for (Fact fact : facts) {
      if (fact.act() instanceof Act.Amended amended
          && !amended.on().isAfter(day)
          && !amended.on().isAfter(terms.end())) {
        terms = amended.terms();
      }
    }
    return terms;
  }

  /** Its term, as it is known. */
  private LocalDate term() {
    return termsOn(LocalDate.MAX).end();
  }

  /** What ends it before its term or on that day; of several, the first to do it. */
  private @Nullable Fact endingOf() {
    if (start == null) {
      return null;
    }
    LocalDate first = start;
    LocalDate term = term();
    return facts.stream()
        .filter(fact -> lastDay(fact.act()).isPresent())
        // what happened before both had signed ended nothing
        .filter(fact -> !fact.act().on().isBefore(first))
        .filter(fact -> !fact.act().on().isAfter(term))
        .filter(fact -> !lastDay(fact.act()).orElseThrow().isAfter(term))
        .min(
            Comparator.comparing((Fact fact) -> lastDay(fact.act()).orElseThrow())
                .thenComparing(fact -> fact.act().on())
                .thenComparing(Fact::recordedAt)
                .thenComparing(Fact::id))
        .orElse(null);
  }

  private LocalDate endOf(@Nullable Fact early) {
    return early == null ? term() : lastDay(early.act()).orElseThrow();
  }

  /** The last day that an act gives to an agreement, empty for those that end nothing. */
  private Optional<LocalDate> lastDay(Act act) {
    if (act instanceof Act.Terminated one) {
      LocalDate effect = one.effect();
      return Optional.of(effect == null ? one.on() : effect);
    }
    if (act instanceof Act.MembershipLost one) {
      return Optional.of(
          choice(Doubt.MEMBERSHIP_LOSS_EFFECT) == Choice.DAY_LOST
              ? one.on()
              : one.on().with(LAST_OF_YEAR));
    }
    if (act instanceof Act.EndedByBoth one) {
      LocalDate signed =
          choice(Doubt.YEAR_OF_MUTUAL_END) == Choice.YEAR_OF_EARLIER_SIGNATURE
              ? one.earlier()
              : one.on();
      return Optional.of(signed.with(LAST_OF_YEAR));
    }
    return act instanceof Act.EndedOutside one ? Optional.of(one.on()) : Optional.empty();
  }

  /** How it stands on a day. */
  public Position on(LocalDate day) {
    LocalDate last = lastDay;
    LocalDate of = last != null && day.isAfter(last) ? last : day;
    Terms terms = termsOn(of);
    return new Position(
        day,
        statusOn(day),
        start,
        last,
        ending,
        terms,
        dueOn(day, terms),
        noticedOn(day),
        Euros.sum(acts(Act.Paid.class).filter(by(day)).map(Act.Paid::amount).toList()),
        disputedOn(day),
        doubtsOn(day));
  }

  private Status statusOn(LocalDate day) {
    if (acts(Act.GivenUp.class).anyMatch(by(day)) && start == null) {
      return Status.GIVEN_UP;
    }
    if (start != null && lastDay != null && !day.isBefore(start)) {
      return day.isAfter(lastDay) ? ended() : Status.IN_FORCE;
    }
    if (acts(Act.Signed.class).anyMatch(by(day))) {
      return Status.PARTLY_SIGNED;
    }
    return acts(Act.Sent.class).anyMatch(by(day)) ? Status.SENT : Status.DRAFT;
  }

  private Status ended() {
    if (ending == null) {
      return Status.ENDED_BY_TERM;
    }
    Act act = ending.act();
    if (act instanceof Act.Terminated) {
      return Status.TERMINATED;
    }
    if (act instanceof Act.MembershipLost) {
      return Status.ENDED_BY_MEMBERSHIP_LOSS;
    }
    return act instanceof Act.EndedByBoth ? Status.ENDED_BY_BOTH : Status.ENDED_OUTSIDE;
  }

  /**
   * The contribution in force; the whole of it whoever ends it alone or is a member no more; the
   * figure of the protocol when both end it.
   */
  private Euros dueOn(LocalDate day, Terms terms) {
    if (start == null || day.isBefore(start)) {
      return Euros.ZERO;
    }
    Act act = ending == null ? protocolAtTerm() : ending.act();
    act = act == null || act.on().isAfter(day) ? null : act;
    if (act instanceof Act.EndedByBoth both) {
      return both.due();
    }
    boolean alone = act instanceof Act.Terminated || act instanceof Act.MembershipLost;
    return alone && choice(Doubt.WHOLE_CONTRIBUTION) == Choice.WHOLE_BUDGET
        ? terms.funding().budget()
        : terms.funding().contribution();
  }

  /** What both signed in the last year of it: it ends at its term, and what they wrote is due. */
  private @Nullable Act protocolAtTerm() {
    LocalDate first = start;
    return first == null
        ? null
        : last(Act.EndedByBoth.class)
            .filter(act -> !act.on().isBefore(first) && !act.on().isAfter(term()))
            .orElse(null);
  }

  private Euros noticedOn(LocalDate day) {
    return Euros.sum(acts(Act.Noticed.class).filter(by(day)).map(one -> live(one, day)).toList());
  }

  /** What a notice still asks for on a day. */
  Euros live(Act.Noticed notice, LocalDate day) {
    Euros off =
        Euros.sum(
            acts(Act.NoticeReduced.class)
                .filter(by(day))
                .filter(one -> one.notice().equals(notice.notice()))
                .map(Act.NoticeReduced::by)
                .toList());
    return notice.amount().minus(off).orNothing();
  }

  private boolean disputedOn(LocalDate day) {
    return acts(Act.Disputed.class)
        .filter(by(day))
        .anyMatch(
            disputed ->
                acts(Act.DisputeSettled.class)
                    .filter(by(day))
                    .noneMatch(
                        settled ->
                            settled.notice().equals(disputed.notice())
                                && !settled.on().isBefore(disputed.on())));
  }

  /** True when an end before its term is known by that day. */
  boolean endsEarly(LocalDate day) {
    return ending != null
        && lastDay != null
        && !ending.act().on().isAfter(day)
        && lastDay.isBefore(term());
  }

  /** True once its terms are written. */
  boolean isDraftedOn(LocalDate day) {
    return acts(Act.Drafted.class).anyMatch(by(day));
  }

  private List<Doubt> doubtsOn(LocalDate day) {
    List<Doubt> met = new ArrayList<>();
    Act act = ending == null || ending.act().on().isAfter(day) ? null : ending.act();
    if (act instanceof Act.MembershipLost lost && lastDay != null && lost.on().isBefore(lastDay)) {
      met.add(Doubt.SESSIONS_AFTER_LOSS);
    }
    if (endsEarly(day)) {
      met.add(Doubt.FUNDERS_AFTER_EARLY_END);
    }
    return met.stream().filter(doubt -> choice(doubt) == null).toList();
  }

  /** Whether a session held that day counts; the quota is the matter of whoever counts. */
  public Counting counting(LocalDate day) {
    if (lastDay != null && day.isAfter(lastDay)) {
      return Counting.of(Counting.Answer.AFTER_THE_END);
    }
    if (acts(Act.GivenUp.class).anyMatch(by(day)) && start == null) {
      return Counting.of(Counting.Answer.AFTER_THE_END);
    }
    if (start == null || day.isBefore(start)) {
      return counting(Doubt.SESSION_BEFORE_SIGNATURE);
    }
    boolean lost = acts(Act.MembershipLost.class).anyMatch(by(day.minusDays(1)));
    return lost ? counting(Doubt.SESSIONS_AFTER_LOSS) : Counting.of(Counting.Answer.COUNTS);
  }

  private Counting counting(Doubt doubt) {
    Choice choice = choice(doubt);
    if (choice == null) {
      return new Counting(Counting.Answer.TO_DECIDE, doubt);
    }
    return Counting.of(
        choice == Choice.COUNTED ? Counting.Answer.COUNTS : Counting.Answer.DOES_NOT_COUNT);
  }

  /** Acts of a kind, by the day they are about. */
  <A extends Act> Stream<A> acts(Class<A> kind) {
    return facts.stream().map(Fact::act).filter(kind::isInstance).map(kind::cast);
  }

  private <A extends Act> Optional<A> last(Class<A> kind) {
    return acts(kind).reduce((one, next) -> next);
  }

  private static Predicate<Act> by(LocalDate day) {
    return act -> !act.on().isAfter(day);
  }
}
