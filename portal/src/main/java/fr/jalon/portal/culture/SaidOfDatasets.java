package fr.jalon.portal.culture;

import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Standing;
import fr.jalon.portal.explore.DatasetAside;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What stands on the page of a dataset: questions answered, and what people made of it. */
@Component
class SaidOfDatasets implements DatasetAside {
  private final Questions questions;
  private final Reuses reuses;

  SaidOfDatasets(Questions questions, Reuses reuses) {
    this.questions = questions;
    this.reuses = reuses;
  }

  @Override
  public Said about(Dataset dataset, Standing standing) {
    boolean insider = standing != Standing.PASSER_BY;
    return new Said(
        questions.listAnswered(dataset.id()).stream()
            .map(
                one ->
                    new Answered(
                        one.text(),
                        one.askedAt(),
                        one.answer(),
                        Objects.requireNonNull(one.answeredAt())))
            .toList(),
        reuses.listShownOf(dataset.id()).stream()
            .map(one -> new Made(one.title(), one.address(), one.site(), one.author(), one.words()))
            .toList(),
        CulturePaths.ask(dataset.slug()),
        CulturePaths.PROPOSE + "?jeu=" + dataset.slug(),
        insider ? CulturePaths.answers(dataset.slug()) : "",
        insider ? questions.countWaiting(dataset.id()) : 0);
  }
}
