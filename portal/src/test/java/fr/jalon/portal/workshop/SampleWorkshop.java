package fr.jalon.portal.workshop;

import fr.jalon.engine.profile.Territory;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.Theme;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.deposit.Deposit;
import fr.jalon.portal.deposit.DepositMends;
import fr.jalon.portal.deposit.Deposits;
import fr.jalon.portal.deposit.Draft;
import fr.jalon.portal.deposit.Publications;
import fr.jalon.portal.programme.Appointment;
import fr.jalon.portal.programme.SampleSeason;
import fr.jalon.portal.programme.Season;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** A workshop and people who practise in it, made as people make them. */
public final class SampleWorkshop {
  private final Workshops workshops;
  private final Deposits deposits;
  private final DepositMends mends;
  private final Publications publications;

  public SampleWorkshop(ApplicationContext portal) {
    workshops = portal.getBean(Workshops.class);
    deposits = portal.getBean(Deposits.class);
    mends = portal.getBean(DepositMends.class);
    publications = portal.getBean(Publications.class);
  }

  public Workshop plan(Season season, LocalDate day, int capacity) {
    return workshops.plan(
        SampleSeason.ADMINISTRATOR, season, on(day), Exercise.FIRST_STEPS, capacity, false);
  }

  static Appointment on(LocalDate day) {
    return new Appointment(
        "workshop-first-steps", day, LocalTime.of(9, 30), 360, "Olivet, salle des fêtes", "");
  }

  /** To the sandbox, through the real steps. */
  void finish(UUID deposit, Person who, String title) throws InterruptedException {
    await(deposit, who);
    Deposit read = deposits.get(deposit, who);
    deposits.confirmReading(deposit, who, read.read().revision());
    for (var step : Objects.requireNonNull(read.inspection(), "inspection").proposals()) {
      mends.accept(deposit, who, step.id());
    }
    mends.applyMends(deposit, who);
    await(deposit, who);
    int revision = deposits.get(deposit, who).described().revision();
    Draft draft =
        new Draft(
            title,
            "Les subventions versées par la commune d'exercice aux associations. Chaque ligne est une subvention."
                + " Les données sont inventées.",
            List.of("subventions", "zorglub"),
            Theme.GOVERNMENT,
            new Territory(Territory.Level.COMMUNE, "45999", "Commune d'exercice"),
            License.LICENCE_OUVERTE,
            UpdateFrequency.ANNUAL,
            "exercice@jalon.invalid",
            "2023",
            Map.of());
    Deposit told = publications.describe(deposit, who, revision, draft);
    publications.putInSandbox(deposit, who, told.saved().revision(), draft, "");
  }

  void await(UUID deposit, Person who) throws InterruptedException {
    for (int n = 0; deposits.job(deposit, who).running(); n++) {
      if (n > 600) {
        throw new AssertionError("still at " + deposits.job(deposit, who));
      }
      Thread.sleep(50);
    }
  }
}
