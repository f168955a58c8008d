package fr.jalon.portal.demo;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.deposit.Deposit;
import fr.jalon.portal.deposit.DepositMends;
import fr.jalon.portal.deposit.Deposits;
import fr.jalon.portal.deposit.Place;
import fr.jalon.portal.deposit.Step;
import fr.jalon.portal.programme.Appointment;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Meeting;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.programme.Sessions;
import fr.jalon.portal.workshop.Exercise;
import fr.jalon.portal.workshop.Practices;
import fr.jalon.portal.workshop.SignUps;
import fr.jalon.portal.workshop.Trainee;
import fr.jalon.portal.workshop.Workshop;
import fr.jalon.portal.workshop.Workshops;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A workshop under way, in which six people practise, each at another step; and one to come, which
 * is full.
 */
final class DemoWorkshops {
  private static final Logger LOG = LoggerFactory.getLogger(DemoWorkshops.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Workshops workshops;
  private final Practices practices;
  private final Sessions sessions;
  private final Seasons seasons;
  private final Deposits deposits;
  private final DepositMends mends;
  private final DemoAccounts accounts;

  DemoWorkshops(
      Workshops workshops,
      Practices practices,
      Sessions sessions,
      Seasons seasons,
      Deposits deposits,
      DepositMends mends,
      DemoAccounts accounts) {
    this.workshops = workshops;
    this.practices = practices;
    this.sessions = sessions;
    this.seasons = seasons;
    this.deposits = deposits;
    this.mends = mends;
    this.accounts = accounts;
  }

  /**
   * Opens the door again when everything was made another day: a code lives a day.
   *
   * @param all the authorities of the season, by name; empty when they were made before
   */
  void make(Map<String, Beneficiary> all) throws InterruptedException {
    Season season = seasons.findCurrent().orElse(null);
    if (season == null) {
      return;
    }
    List<SignUps> made = workshops.ofSeason(season.id());
    if (!made.isEmpty()) {
      practices.open(made.get(0).workshop().id());
      return;
    }
    long began = System.nanoTime();
    Workshop now = underWay(season, all);
    toCome(season);
    practise(now);
    LOG.info(
        "The demo's workshop took {} ms", Duration.ofNanos(System.nanoTime() - began).toMillis());
  }

  private Workshop underWay(Season season, Map<String, Beneficiary> all) {
    LocalDateTime start =
        LocalDateTime.ofInstant(seasons.now(), Meeting.ZONE)
            .minusHours(1)
            .truncatedTo(ChronoUnit.HOURS);
    Workshop one =
        workshops.plan(
            accounts.get("animation@recia.example"),
            season,
            new Appointment(
                Exercise.FIRST_STEPS.stage(),
                start.toLocalDate(),
                start.toLocalTime(),
                360,
                "Olivet, salle des Quatre vents",
                ""),
            Exercise.FIRST_STEPS,
            20,
            false);
    come(one, all.get("Olivet"), "agent@olivet.example");
    come(one, all.get("Fleury-les-Aubrais"), "referent@fleury.example");
    come(one, all.get("Chécy"), "referent@checy.example");
    return practices.open(one.id());
  }

  private void come(Workshop one, @Nullable Beneficiary of, String email) {
    if (of != null) {
      sessions.enrol(one.id(), of.id(), accounts.get(email));
    }
  }

  private void toCome(Season season) {
    Workshop one =
        workshops.plan(
            accounts.get("animation@recia.example"),
            season,
            new Appointment(
                Exercise.FURTHER.stage(),
                DemoSeason.workday(seasons.today().plusDays(30)),
                LocalTime.of(9, 30),
                360,
                "Olivet, salle des Quatre vents",
                ""),
            Exercise.FURTHER,
            2,
            false);
    for (String email :
        List.of("referent@fleury.example", "referent@checy.example", "agent@olivet.example")) {
      workshops.signUp(one.id(), accounts.get(email));
    }
  }

  private void practise(Workshop one) throws InterruptedException {
    String code = Objects.requireNonNull(one.door(), "door").code();
    List<Person> there =
        List.of("Odile", "Rachid", "Nadège", "Camille", "Claude", "Solange").stream()
            .map(name -> practices.join(code, name))
            .toList();
    Instant now = seasons.now();
    Person odile = there.get(0);
    place(odile, reach(odile, Step.REPAIRS), now.minusSeconds(90));
    Person rachid = there.get(1);
    place(rachid, reach(rachid, Step.REPAIRS), now.minus(Trainee.SILENT).minusSeconds(130));
    Person nadege = there.get(2);
    Place stuck = place(nadege, reach(nadege, Step.REPAIRS), now.minusSeconds(200));
    practices.raise(nadege.id(), stuck, "Est-ce que je perds la ligne du total ?");
    // these read what was read, and begin
    place(there.get(3), reach(there.get(3), Step.READING), now.minusSeconds(40));
    Person claude = there.get(4);
    place(claude, reach(claude, Step.REPAIRS), now.minus(Trainee.SILENT).minusSeconds(40));
    Person solange = there.get(5);
    reach(solange, Step.REPAIRS);
    UUID file = practices.get(solange.id()).depositId();
    for (var mend :
        Objects.requireNonNull(deposits.get(file, solange).inspection(), "inspection")
            .proposals()) {
      mends.accept(file, solange, mend.id());
    }
    mends.applyMends(file, solange);
    await(file, solange);
    place(solange, deposits.get(file, solange).next(Step.DESCRIPTION), now.minusSeconds(20));
  }

  /** Agrees with what was read, when they are further than that. */
  private Place reach(Person who, Step step) throws InterruptedException {
    UUID file = practices.get(who.id()).depositId();
    await(file, who);
    Deposit read = deposits.get(file, who);
    if (step != Step.READING) {
      deposits.confirmReading(file, who, read.read().revision());
    }
    return deposits.get(file, who).next(step);
  }

  private Place place(Person who, Place place, Instant at) {
    practices.seen(who.id(), place, at);
    return place;
  }

  private void await(UUID file, Person who) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (deposits.job(file, who).running()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("The demo's practice " + file + " is not read");
      }
      Thread.sleep(50);
    }
  }
}
