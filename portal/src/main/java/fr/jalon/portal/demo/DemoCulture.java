package fr.jalon.portal.demo;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Datasets;
import fr.jalon.portal.culture.Questions;
import fr.jalon.portal.culture.Reuse;
import fr.jalon.portal.culture.Reuses;
import fr.jalon.portal.culture.Reuses.Proposed;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A question answered, another that waits, and an article that somebody wrote. */
final class DemoCulture {
  private static final String AGENT = "agent@olivet.example";
  private static final String READER = "animation@recia.example";

  private final Questions questions;
  private final Reuses reuses;
  private final Datasets datasets;
  private final DemoAccounts accounts;

  DemoCulture(Questions questions, Reuses reuses, Datasets datasets, DemoAccounts accounts) {
    this.questions = questions;
    this.reuses = reuses;
    this.datasets = datasets;
    this.accounts = accounts;
  }

  /** Does nothing when nothing is published, or when somebody asked already. */
  void make() {
    Person agent = accounts.get(AGENT);
    List<Dataset> published =
        datasets.listOf(Objects.requireNonNull(agent.organizationId())).stream()
            .filter(dataset -> dataset.published() != null)
            .toList();
    if (published.isEmpty() || !questions.listAll(published.get(0).id()).isEmpty()) {
      return;
    }
    Dataset dataset = published.get(0);
    UUID answered = UUID.randomUUID();
    questions.ask(answered, dataset, "Les montants sont-ils votés ou versés ?", "");
    questions.answer(
        answered,
        dataset,
        "Votés par le conseil municipal. Ce qui a été versé est dans le compte administratif.",
        0,
        agent);
    questions.ask(
        UUID.randomUUID(), dataset, "Avez-vous aussi les années précédentes, même en PDF ?", "");
    UUID article = UUID.randomUUID();
    reuses.propose(
        new Proposed(
            article,
            "Où vont les subventions ?",
            "https://journal.exemple.fr/subventions",
            Reuse.Kind.ARTICLE,
            "Le journal du quartier (exemple)",
            "",
            "Un article d'une page, avec un dessin par domaine, à partir de ce fichier.",
            dataset));
    reuses.decide(article, Reuse.State.SHOWN, 0, accounts.get(READER));
  }
}
