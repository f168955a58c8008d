package fr.jalon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds on a sample what {@code ./jalon bench harm} measures on more. */
class HarmTest {
  private static final int SAMPLED_ONE_IN = 4;

  @TempDir Path work;

  @Test
  void noCertainMendChangesARightCell() throws Exception {
    Harm harm = new Harm(work, SAMPLED_ONE_IN);

    harm.ownTables(1, 1);

    assertThat(harm.certain().putRight()).isGreaterThan(3_000);
    assertThat(harm.certain().harmedByRule())
        .as("./jalon bench harm says which%n%s", harm.report())
        .isEmpty();
  }
}
