package fr.jalon.portal.catalog;

import fr.jalon.portal.account.CurrentPerson;
import fr.jalon.portal.web.Rejected;
import org.springframework.stereotype.Component;

/**
 * Who may see what. Everything that reads a dataset for a page, a file or an answer takes it from
 * here: published ones for all, sandboxes for the people of the publisher, facilitators and
 * administrators; what one may not see does not exist, and what was withdrawn is gone.
 */
@Component
public class Access {
  private final Datasets datasets;
  private final CurrentPerson current;

  Access(Datasets datasets, CurrentPerson current) {
    this.datasets = datasets;
    this.current = current;
  }

  /**
   * The dataset that bears or bore this name, if all may see it. A withdrawn one is answered by its
   * tombstone, without a word from whoever asked.
   *
   * @throws Rejected with {@link CatalogProblem#NO_SUCH_DATASET}
   */
  public Dataset published(String slug) {
    Dataset dataset = find(slug);
    if (dataset.tombstone() != null) {
      throw new Gone(dataset, null);
    }
    if (dataset.published() == null) {
      throw none();
    }
    return dataset;
  }

  /**
   * A version of a published dataset, if all may see it. One withdrawn is answered by its
   * tombstone.
   *
   * @throws Rejected with {@link CatalogProblem#NO_SUCH_VERSION}
   */
  public Version published(Dataset dataset, int number) {
    Version version = datasets.getVersion(dataset.id(), number);
    if (version.withdrawal() != null) {
      throw new Gone(dataset, version);
    }
    return version;
  }

  /**
   * The dataset that bears or bore this name, if it has a sandbox and the person signed in may see
   * it.
   *
   * @throws Rejected with {@link CatalogProblem#NO_SUCH_DATASET}
   */
  public Dataset sandbox(String slug) {
    Dataset dataset = forInsiders(slug);
    if (dataset.sandbox() == null) {
      throw none();
    }
    return dataset;
  }

  /**
   * The dataset that bears or bore this name, withdrawn or not, with all its versions, if the
   * person signed in is one of its people.
   *
   * @throws Rejected with {@link CatalogProblem#NO_SUCH_DATASET}
   */
  public Dataset forInsiders(String slug) {
    Dataset dataset = find(slug);
    if (standing(dataset) == Standing.PASSER_BY) {
      throw none();
    }
    return dataset;
  }

  /**
   * The same for those who answer for it.
   *
   * @throws Rejected with {@link CatalogProblem#NOT_YOURS_TO_WITHDRAW} for its other people
   */
  Dataset forStewards(String slug) {
    Dataset dataset = forInsiders(slug);
    if (standing(dataset) != Standing.STEWARD) {
      throw new Rejected(CatalogProblem.NOT_YOURS_TO_WITHDRAW);
    }
    return dataset;
  }

  /** What the person signed in, if any, is to a dataset. */
  public Standing standing(Dataset dataset) {
    return current.find().map(person -> Standing.of(person, dataset)).orElse(Standing.PASSER_BY);
  }

  private Dataset find(String slug) {
    return datasets.find(slug).orElseThrow(Access::none);
  }

  private static Rejected none() {
    return new Rejected(CatalogProblem.NO_SUCH_DATASET);
  }
}
