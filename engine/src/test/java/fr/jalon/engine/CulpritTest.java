package fr.jalon.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.Unknown;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CulpritTest {
  private static final List<Proposal> STEPS = List.of(step("a"), step("b"), step("c"));

  @Test
  void isTheFirstStepThatFailsByItself() throws IOException, UnreadableFile {
    Proposal culprit =
        Culprit.find(
            STEPS,
            step -> {
              if (!step.id().equals("a")) {
                throw new IllegalStateException("no");
              }
            });

    assertThat(culprit).isEqualTo(STEPS.get(1));
  }

  @Test
  void isNobodyWhenEachDoesWellAlone() throws IOException, UnreadableFile {
    assertThat(Culprit.find(STEPS, step -> {})).isNull();
  }

  private static Proposal step(String id) {
    return new Proposal(id, id, null, null, Map.of(), 1, List.of(), true, new Unknown());
  }
}
