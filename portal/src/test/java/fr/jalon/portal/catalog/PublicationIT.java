package fr.jalon.portal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.portal.web.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PublicationIT extends CatalogIT {
  @Test
  void numbersVersionsFromOneAndKeepsThePublishedOneWhileTheNextRehearses() {
    Dataset first = samples().publish(SampleDatasets.trees(3));
    assertThat(first.current().number()).isEqualTo(1);

    Dataset rehearsing =
        samples().putInSandbox(SampleDatasets.trees(5).titled("Nouveau titre"), first.id());

    assertThat(rehearsing.current().rows()).isEqualTo(3);
    assertThat(rehearsing.title()).isEqualTo("Arbres du domaine public");
    assertThat(rehearsing.sandbox()).isNotNull();
    Dataset second = datasets.publish(first.id(), sandboxId(rehearsing), first.publisherId());
    assertThat(second.current().number()).isEqualTo(2);
    assertThat(second.slug()).isEqualTo(first.slug());
    assertThat(second.sandbox()).isNull();
    assertThat(datasets.listVersions(first.id())).extracting(Version::number).containsExactly(2, 1);
  }

  @Test
  void letsOneOfSixteenPublishersWin() throws Exception {
    Dataset dataset = samples().publish(SampleDatasets.trees(2));
    for (int round = 2; round <= 6; round++) {
      Dataset rehearsing = samples().putInSandbox(SampleDatasets.trees(round), dataset.id());
      UUID version = sandboxId(rehearsing);

      List<String> outcomes = together(16, () -> outcome(dataset.id(), version));

      assertThat(outcomes).filteredOn("published"::equals).hasSize(1);
      assertThat(outcomes).filteredOn("already-published"::equals).hasSize(15);
      assertThat(datasets.get(dataset.id()).current().number()).isEqualTo(round);
      assertThat(datasets.get(dataset.id()).current().rows()).isEqualTo(round);
    }
    assertThat(datasets.listVersions(dataset.id()))
        .extracting(Version::number)
        .containsExactly(6, 5, 4, 3, 2, 1);
  }

  @Test
  void givesEachOfSixteenDatasetsOfOneTitleItsOwnName() throws Exception {
    List<String> slugs =
        together(
            16,
            () -> samples().putInSandbox(SampleDatasets.trees(1).titled("Même nom"), null).slug());

    assertThat(slugs).doesNotHaveDuplicates().allMatch(slug -> slug.matches("meme-nom(-\\d+)?"));
  }

  @Test
  void refusesWhatIsNoLongerInTheSandbox() {
    Dataset first = samples().putInSandbox(SampleDatasets.trees(1), null);
    samples().putInSandbox(SampleDatasets.trees(2), first.id());

    assertThatThrownBy(() -> datasets.publish(first.id(), sandboxId(first), first.publisherId()))
        .isInstanceOfSatisfying(
            Rejected.class,
            refused -> assertThat(refused.problem()).isEqualTo(CatalogProblem.SANDBOX_CHANGED));
  }

  private String outcome(UUID dataset, UUID version) {
    try {
      datasets.publish(dataset, version, SampleDatasets.SOMEONE);
      return "published";
    } catch (Rejected refused) {
      return refused.problem().code();
    }
  }

  private static UUID sandboxId(Dataset dataset) {
    Version version = dataset.sandbox();
    if (version == null) {
      throw new AssertionError("nothing in the sandbox of " + dataset.id());
    }
    return version.id();
  }

  private static List<String> together(int count, Callable<String> task) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(count);
    try {
      List<Future<String>> futures = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        futures.add(pool.submit(task));
      }
      List<String> outcomes = new ArrayList<>();
      for (Future<String> future : futures) {
        outcomes.add(future.get());
      }
      return outcomes;
    } finally {
      pool.shutdownNow();
    }
  }
}
