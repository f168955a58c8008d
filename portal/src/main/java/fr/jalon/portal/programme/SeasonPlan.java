package fr.jalon.portal.programme;

import fr.jalon.portal.agreement.AgreementText;
import fr.jalon.portal.agreement.FundingPlan;
import fr.jalon.portal.agreement.Terms;
import fr.jalon.portal.agreement.Window;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * What a season is made of. Its dates follow one another; its funding lines add up.
 *
 * @param call when candidacies are received
 * @param accompaniedUntil last day of the accompaniment
 * @param end last day of the agreements: their term
 * @param sessions work sessions of each beneficiary
 * @param notice when the payment notice is to be sent
 * @param text of the agreement
 */
public record SeasonPlan(
    String name,
    Window call,
    LocalDate firstDay,
    LocalDate accompaniedUntil,
    LocalDate end,
    int sessions,
    Cohort cohort,
    FundingPlan funding,
    Window notice,
    AgreementText text,
    Track track) {
  public SeasonPlan {
    if (name.isBlank() || sessions < 1) {
      throw new IllegalArgumentException("a season has a name and sessions");
    }
    if (!accompaniedUntil.isAfter(firstDay) || accompaniedUntil.isAfter(end)) {
      throw new IllegalArgumentException(
          "days in order: %s, %s, %s".formatted(firstDay, accompaniedUntil, end));
    }
  }

  /** The terms of an agreement of this season. */
  public Terms terms(String beneficiary, String signatory, String address) {
    return new Terms(
        end, accompaniedUntil, sessions, funding, notice, beneficiary, signatory, address);
  }

  /** The same with another text of the agreement. */
  SeasonPlan withText(AgreementText other) {
    return new SeasonPlan(
        name,
        call,
        firstDay,
        accompaniedUntil,
        end,
        sessions,
        cohort,
        funding,
        notice,
        other,
        track);
  }

  /** The same, begun another day. */
  public SeasonPlan movedTo(LocalDate newFirstDay) {
    return shifted(name, newFirstDay);
  }

  /** The same another year: each day as far from the new first day as it was from the former. */
  SeasonPlan shifted(String newName, LocalDate newFirstDay) {
    Shift shift = new Shift(firstDay, newFirstDay);
    return new SeasonPlan(
        newName,
        shift.of(call),
        newFirstDay,
        shift.of(accompaniedUntil),
        shift.of(end),
        sessions,
        cohort,
        funding,
        shift.of(notice),
        text,
        new Track(
            track.phases().stream()
                .map(
                    phase ->
                        new Phase(
                            phase.key(), phase.title(), shift.of(phase.until()), phase.stages()))
                .toList()));
  }

  /**
   * From one first day to another. Whole months where both are the same day of their month, so that
   * the last day of a year stays one; whole days otherwise.
   */
  private record Shift(LocalDate from, LocalDate to) {
    LocalDate of(LocalDate day) {
      if (from.getDayOfMonth() != to.getDayOfMonth()) {
        return day.plusDays(ChronoUnit.DAYS.between(from, to));
      }
      long months = Period.between(from, to).toTotalMonths();
      // what ends with a month still does
      boolean last = day.plusDays(1).getDayOfMonth() == 1;
      return last ? day.plusDays(1).plusMonths(months).minusDays(1) : day.plusMonths(months);
    }

    Window of(Window window) {
      return new Window(of(window.from()), of(window.to()));
    }
  }
}
