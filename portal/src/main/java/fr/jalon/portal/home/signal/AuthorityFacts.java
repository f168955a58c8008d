package fr.jalon.portal.home.signal;

import fr.jalon.portal.agreement.Position;
import fr.jalon.portal.agreement.Status;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.checklist.Line;
import fr.jalon.portal.deposit.Repeated;
import fr.jalon.portal.deposit.UnderWay;
import fr.jalon.portal.diagnosis.Unreleased;
import fr.jalon.portal.help.Waiting;
import fr.jalon.portal.programme.Followed;
import fr.jalon.portal.programme.Session;
import fr.jalon.portal.programme.Tally;
import fr.jalon.portal.questionnaire.Filling;
import fr.jalon.portal.web.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the kinds look at, of one authority.
 *
 * @param people of the authority, by id
 * @param lastUse when somebody of it signed in last, null when nobody has an account
 */
record AuthorityFacts(
    Followed followed,
    Instant now,
    LocalDate today,
    Limits limits,
    List<Dataset> datasets,
    List<UnderWay> deposits,
    List<Repeated> repeated,
    List<Waiting> asking,
    List<Filling> questionnaires,
    List<Unreleased> talks,
    List<Line> checklist,
    Set<UUID> people,
    @Nullable Instant lastUse) {
  AuthorityFacts {
    datasets = List.copyOf(datasets);
    deposits = List.copyOf(deposits);
    repeated = List.copyOf(repeated);
    asking = List.copyOf(asking);
    questionnaires = List.copyOf(questionnaires);
    talks = List.copyOf(talks);
    checklist = List.copyOf(checklist);
    people = Set.copyOf(people);
  }

  Position position() {
    return followed.position();
  }

  UUID id() {
    return followed.beneficiary().id();
  }

  /** True while somebody accompanies it: until the last day, unless all is over before. */
  boolean isAccompanied() {
    return !position().status().isOver() && !today.isAfter(position().terms().accompaniedUntil());
  }

  /** True once both signed. */
  boolean isSigned() {
    return position().start() != null;
  }

  /** True for one that took part, even when it is over. */
  boolean tookPart() {
    return position().status() != Status.GIVEN_UP;
  }

  Stream<Session> sessions() {
    return followed.tally().lines().stream().map(Tally.Line::session);
  }

  /** The civil day of a moment. */
  static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, Messages.PARIS);
  }

  LocalDate acceptedOn() {
    return day(followed.beneficiary().acceptedAt());
  }

  /** The day we have known it for: that of its acceptance, unless it signed before we wrote it. */
  LocalDate knownOn() {
    LocalDate start = position().start();
    return start != null && start.isBefore(acceptedOn()) ? start : acceptedOn();
  }

  /** The day from which it can be asked something: signed, and in a season that has begun. */
  LocalDate startedOn() {
    LocalDate first = followed.season().plan().firstDay();
    LocalDate start = position().start();
    LocalDate known = start == null ? acceptedOn() : start;
    return known.isBefore(first) ? first : known;
  }

  /** The last day it was accompanied, or will be. */
  LocalDate endedOn() {
    LocalDate until = position().terms().accompaniedUntil();
    LocalDate last = position().lastDay();
    return last != null && last.isBefore(until) ? last : until;
  }

  /** True while a good news of that day is one. */
  boolean isNews(LocalDate day) {
    return day.plusDays(limits.of(Threshold.GOOD_NEWS)).isAfter(today);
  }

  /** True when so many days are past since that one. */
  boolean isPast(Threshold threshold, LocalDate since) {
    return !since.plusDays(limits.of(threshold)).isAfter(today);
  }

  boolean isPast(Threshold threshold, Instant since) {
    return isPast(threshold, day(since));
  }

  Found found(SignalKind kind, Object object, Told told, String href) {
    return new Found(kind, id(), object.toString(), told, href);
  }

  String agreementHref() {
    return "/conventions/" + followed.agreement().id();
  }

  String href() {
    return followed.beneficiary().href();
  }

  /** The title of what a deposit becomes, "" when it is not under way. */
  String titleOf(UUID depositId) {
    return deposits.stream()
        .filter(one -> one.id().equals(depositId))
        .map(UnderWay::title)
        .findFirst()
        .orElse("");
  }
}
