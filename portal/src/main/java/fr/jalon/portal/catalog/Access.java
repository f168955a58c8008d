package fr.jalon.portal.catalog;

import fr.jalon.portal.account.CurrentPerson;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.web.Rejected;
import org.springframework.stereotype.Component;

/**
 * Who may see what. Everything that reads a dataset for a page, a file or an answer takes it from
 * here: published ones for all, sandboxes for the people of the publisher, facilitators and
 * administrators; what one may not see does not exist.
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
   * The dataset that bears or bore this name, if all may see it.
   *
   * @throws Rejected with {@link CatalogProblem#NO_SUCH_DATASET}
   */
  public Dataset published(String slug) {
    return datasets
        .find(slug)
        .filter(dataset -> dataset.published() != null)
        .orElseThrow(() -> new Rejected(CatalogProblem.NO_SUCH_DATASET));
  }

  /**
   * The dataset that bears or bore this name, if it has a sandbox and the person signed in may see
   * it.
   *
   * @throws Rejected with {@link CatalogProblem#NO_SUCH_DATASET}
   */
  public Dataset sandbox(String slug) {
    return datasets
        .find(slug)
        .filter(dataset -> dataset.sandbox() != null && maySeeSandbox(dataset))
        .orElseThrow(() -> new Rejected(CatalogProblem.NO_SUCH_DATASET));
  }

  /** Whether the person signed in, if any, may see the rehearsals of a dataset. */
  public boolean maySeeSandbox(Dataset dataset) {
    return current.find().filter(person -> maySeeSandbox(person, dataset)).isPresent();
  }

  static boolean maySeeSandbox(Person person, Dataset dataset) {
    return !person.role().belongsToAnAuthority()
        || dataset.publisherId().equals(person.organizationId());
  }
}
