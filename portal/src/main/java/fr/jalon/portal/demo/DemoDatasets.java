package fr.jalon.portal.demo;

import fr.jalon.engine.profile.Territory;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.Theme;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.deposit.Deposit;
import fr.jalon.portal.deposit.DepositLine;
import fr.jalon.portal.deposit.DepositMends;
import fr.jalon.portal.deposit.Deposits;
import fr.jalon.portal.deposit.Draft;
import fr.jalon.portal.deposit.JobState;
import fr.jalon.portal.deposit.Publications;
import fr.jalon.portal.deposit.Step;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the demo's datasets as a town hall would: a messy file is dropped, read, repaired,
 * described, rehearsed, and two visas publish it. A start cut short goes on at the next one: each
 * step does nothing when it is done already.
 */
final class DemoDatasets {
  private static final Logger LOG = LoggerFactory.getLogger(DemoDatasets.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Deposits deposits;
  private final DepositMends mends;
  private final Publications publications;
  private final DemoAccounts accounts;

  DemoDatasets(
      Deposits deposits, DepositMends mends, Publications publications, DemoAccounts accounts) {
    this.deposits = deposits;
    this.mends = mends;
    this.publications = publications;
    this.accounts = accounts;
  }

  void make() throws IOException, InterruptedException {
    publish("referent@olivet.example", "subventions-olivet-2021.csv", subsidies());
    publish("referent@fleury.example", "arbres-fleury-les-aubrais.csv", trees());
    drop(accounts.get("referent@checy.example"), "eclairage-checy.csv");
  }

  /** A deposit of Olivet that waits at its corrections. */
  UUID dropPlaygrounds() throws IOException, InterruptedException {
    Person agent = accounts.get("agent@olivet.example");
    UUID id = drop(agent, "aires-de-jeux-olivet.csv");
    await(id, agent);
    Deposit read = deposits.get(id, agent);
    if (read.step() == Step.READING) {
      deposits.confirmReading(id, agent, read.read().revision());
    }
    return id;
  }

  private void publish(String email, String file, Draft draft)
      throws IOException, InterruptedException {
    Person focalPoint = accounts.get(email);
    UUID id = drop(focalPoint, file);
    if (deposits.get(id, focalPoint).published()) {
      return;
    }
    await(id, focalPoint);
    Deposit read = deposits.get(id, focalPoint);
    deposits.confirmReading(id, focalPoint, read.read().revision());
    for (var step : Objects.requireNonNull(read.inspection(), "inspection").proposals()) {
      mends.accept(id, focalPoint, step.id());
    }
    mends.applyMends(id, focalPoint);
    await(id, focalPoint);
    int revision = deposits.get(id, focalPoint).described().revision();
    Deposit told = publications.describe(id, focalPoint, revision, draft);
    publications.putInSandbox(id, focalPoint, told.saved().revision(), draft, "");
    UUID version = Objects.requireNonNull(deposits.get(id, focalPoint).versionId(), "version");
    publications.askPublication(id, focalPoint, version);
    publications.giveVisa(id, focalPoint, version);
    publications.giveVisa(id, accounts.get("animation@recia.example"), version);
    LOG.info("The demo published {}", file);
  }

  private UUID drop(Person who, String file) throws IOException {
    for (DepositLine line : deposits.listFor(who)) {
      if (line.fileName().equals(file)) {
        return line.id();
      }
    }
    try (InputStream content =
        Objects.requireNonNull(
            DemoDatasets.class.getResourceAsStream("/demo/" + file), () -> "/demo/" + file)) {
      return deposits.receive(who, file, content);
    }
  }

  private void await(UUID id, Person who) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (JobState job = deposits.job(id, who); job.running(); job = deposits.job(id, who)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("The demo's deposit " + id + " is still at " + job);
      }
      Thread.sleep(100);
    }
  }

  private static Draft subsidies() {
    return new Draft(
        "Subventions versées aux associations en 2021",
        "Ce jeu de données liste les subventions que la commune d'Olivet a versées aux associations en 2021. Chaque"
            + " ligne est une subvention, avec son bénéficiaire, son objet et son montant en euros. Les données sont"
            + " fictives : elles servent à montrer Jalon.",
        List.of("subventions", "associations", "budget", "vie associative"),
        Theme.GOVERNMENT,
        new Territory(Territory.Level.COMMUNE, "45232", "Olivet"),
        License.LICENCE_OUVERTE,
        UpdateFrequency.ANNUAL,
        "donnees@olivet.example",
        "2021",
        Map.of(
            "montant", "Montant de la subvention, en euros",
            "dateConvention", "Date de la convention ou de la décision"));
  }

  private static Draft trees() {
    return new Draft(
        "Arbres des rues et des parcs",
        "Ce jeu de données recense les arbres que la commune de Fleury-les-Aubrais entretient dans ses rues et ses"
            + " parcs. Chaque ligne est un arbre, avec son espèce, ses mesures et sa position. Les données sont fictives :"
            + " elles servent à montrer Jalon.",
        List.of("arbres", "espaces verts", "nature en ville", "biodiversité"),
        Theme.ENVIRONMENT,
        new Territory(Territory.Level.COMMUNE, "45147", "Fleury-les-Aubrais"),
        License.LICENCE_OUVERTE,
        UpdateFrequency.ANNUAL,
        "donnees@fleury.example",
        "2021",
        Map.of(
            "hauteur", "Hauteur de l'arbre, en centimètres",
            "circonference", "Tour du tronc à 1,30 m du sol, en centimètres"));
  }
}
