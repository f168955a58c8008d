package fr.jalon.portal.upkeep;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.deposit.DepositLine;
import fr.jalon.portal.deposit.LastDeposit;
import fr.jalon.portal.web.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A published dataset and its upkeep.
 *
 * @param last the deposit it came from, null for a version published again
 * @param underWay the deposit that would renew it, null when there is none
 * @param keeper who looks after it, null when nobody does any more
 * @param reminded the people who are reminded, whoever looks after it first
 */
record Kept(
    Dataset dataset,
    Version published,
    Care care,
    @Nullable LastDeposit last,
    @Nullable DepositLine underWay,
    @Nullable Person keeper,
    List<Person> reminded) {
  /** Days are those of the people who keep the data. */
  static final ZoneId ZONE = Messages.PARIS;

  Kept {
    reminded = List.copyOf(reminded);
  }

  UpdateFrequency frequency() {
    return published.description().frequency();
  }

  /** The day its next version is promised, null when nothing is. */
  @Nullable LocalDate due() {
    Instant due = published.due();
    return due == null ? null : due.atZone(ZONE).toLocalDate();
  }

  /** Where it stands that day. */
  State state(LocalDate today) {
    LocalDate due = due();
    if (underWay != null) {
      return State.UNDER_WAY;
    }
    if (due == null) {
      return State.NO_RHYTHM;
    }
    return Stage.reached(frequency(), due, today)
        .map(
            stage ->
                switch (stage) {
                  case SOON -> State.SOON;
                  case DUE -> State.DUE;
                  case LATE -> State.LATE;
                })
        .orElse(State.UP_TO_DATE);
  }

  /** True on a day when nobody wants to be reminded. */
  boolean quiet(LocalDate today) {
    return care.quietUntil() != null && today.isBefore(Objects.requireNonNull(care.quietUntil()));
  }

  /** Whether a new version is awaited; the most pressing first. */
  enum State {
    LATE,
    DUE,
    SOON,
    UNDER_WAY,
    UP_TO_DATE,
    NO_RHYTHM
  }
}
