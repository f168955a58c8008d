package fr.jalon.portal.demo;

import fr.jalon.engine.rule.Cause;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.deposit.Deposit;
import fr.jalon.portal.deposit.DepositLine;
import fr.jalon.portal.deposit.Deposits;
import fr.jalon.portal.deposit.Place;
import fr.jalon.portal.deposit.Step;
import fr.jalon.portal.deposit.SuggestedMends;
import fr.jalon.portal.deposit.SuggestedMends.Written;
import fr.jalon.portal.help.Articles;
import fr.jalon.portal.help.Asked;
import fr.jalon.portal.help.Category;
import fr.jalon.portal.help.HelpRequest;
import fr.jalon.portal.help.HelpRequests;
import fr.jalon.portal.help.Urgency;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Four requests for help: settled by a correction accepted, late, waiting, answered. */
final class DemoHelp {
  private static final String AGENT = "agent@olivet.example";
  private static final String HELPER = "animation@recia.example";

  /** A figure with its unit, and the cell it stands in. */
  private static final String WITH_UNIT = "D3";

  private final HelpRequests requests;
  private final Articles articles;
  private final Deposits deposits;
  private final SuggestedMends suggested;
  private final DemoAccounts accounts;
  private final Clock clock;

  DemoHelp(
      HelpRequests requests,
      Articles articles,
      Deposits deposits,
      SuggestedMends suggested,
      DemoAccounts accounts,
      Clock clock) {
    this.requests = requests;
    this.articles = articles;
    this.deposits = deposits;
    this.suggested = suggested;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Does nothing when somebody asked already.
   *
   * @param playgrounds a deposit of Olivet, at its corrections
   */
  void make(UUID playgrounds) {
    Person helper = accounts.get(HELPER);
    if (!requests.listFor(helper).isEmpty()) {
      return;
    }
    settled(playgrounds, helper);
    late(helper);
    blocked(playgrounds, helper);
    waiting();
    answered(playgrounds, helper);
  }

  private void settled(UUID deposit, Person helper) {
    Person agent = accounts.get(AGENT);
    Deposit read = deposits.get(deposit, agent);
    String card =
        Objects.requireNonNull(read.inspection(), "inspection").findings().stream()
            .filter(cause -> cause.samples().stream().anyMatch(DemoHelp::isWithUnit))
            .map(cause -> cause.code())
            .findFirst()
            .orElse("");
    HelpRequest request =
        ask(
            agent,
            new Place(deposit, Step.REPAIRS, card, List.of(WITH_UNIT)),
            Category.MENDS,
            Urgency.BLOCKED,
            "Le montant est écrit avec son unité. Faut-il le retaper ?");
    requests
        .suggestCells(
            request.id(),
            helper,
            UUID.randomUUID(),
            List.of(new Written(WITH_UNIT, "1 200 euros", "1200")),
            "Un nombre se garde seul : l'unité se dit dans la description de la colonne.")
        .ifPresent(one -> suggested.take(deposit, agent, one.id(), one.seen()));
    requests.solve(request.id(), agent, UUID.randomUUID(), "Merci, c'est clair.");
    UUID article =
        articles.write(
            request.id(),
            helper,
            "Un montant écrit avec son unité",
            "Une cellule contient un nombre et des lettres : « euros », « environ », « m² ». La colonne n'est plus"
                + " lue comme des nombres.",
            "Gardez le nombre seul, sans espace ni unité. Dites l'unité dans la description de la colonne : elle"
                + " reste lisible, et les tableurs savent de nouveau additionner.");
    articles.read(article, accounts.get("admin@recia.example"), 0);
    articles.rate(article, agent, true);
  }

  private static boolean isWithUnit(Cause.Sample sample) {
    return sample.address().equals(WITH_UNIT);
  }

  private void late(Person helper) {
    requests.note(
        helper,
        accounts.get("referent@fleury.example"),
        new Asked(
            UUID.randomUUID(),
            Category.PROGRAMME,
            Urgency.BLOCKED,
            null,
            "/programme",
            "Demandé par téléphone : qui doit signer la convention quand le maire est absent ?"),
        clock.instant().minus(Duration.ofDays(6)));
  }

  /** Somebody cannot go on, at a card of the corrections: the first that has cells. */
  private void blocked(UUID deposit, Person helper) {
    Person agent = accounts.get(AGENT);
    Deposit read = deposits.get(deposit, agent);
    Objects.requireNonNull(read.inspection(), "inspection").findings().stream()
        .filter(cause -> cause.mend() != null && cause.samples().size() > 1)
        .findFirst()
        .ifPresent(
            cause ->
                requests.note(
                    helper,
                    agent,
                    new Asked(
                        UUID.randomUUID(),
                        Category.MENDS,
                        Urgency.BLOCKED,
                        new Place(
                            deposit,
                            Step.REPAIRS,
                            cause.code(),
                            cause.samples().stream().limit(2).map(Cause.Sample::address).toList()),
                        "",
                        "Demandé par téléphone : que devient ce qui est écrit là si j'accepte ?"),
                    clock.instant().minus(Duration.ofHours(3))));
  }

  private void waiting() {
    Person agent = accounts.get("referent@checy.example");
    deposits.listFor(agent).stream()
        .map(DepositLine::id)
        .findFirst()
        .ifPresent(
            id ->
                ask(
                    agent,
                    new Place(id, Step.READING, "", List.of()),
                    Category.READING,
                    Urgency.IN_DOUBT,
                    "La ligne du total n'est pas dans le tableau lu. Est-ce normal ?"));
  }

  private void answered(UUID deposit, Person helper) {
    HelpRequest request =
        ask(
            accounts.get(AGENT),
            new Place(deposit, Step.DESCRIPTION, "", List.of()),
            Category.DESCRIPTION,
            Urgency.IN_DOUBT,
            "Quel rythme de mise à jour faut-il choisir ?");
    requests.say(
        request.id(),
        helper,
        UUID.randomUUID(),
        "Celui de vos contrôles : une fois par an. Vous recevrez un rappel deux semaines avant.",
        List.of());
  }

  private HelpRequest ask(
      Person who, Place place, Category category, Urgency urgency, String text) {
    return requests.ask(
        who, new Asked(UUID.randomUUID(), category, urgency, place, "", text), List.of());
  }
}
