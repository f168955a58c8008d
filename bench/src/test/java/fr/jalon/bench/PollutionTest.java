package fr.jalon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds on a sample what {@code ./jalon bench reading} measures on every file. */
class PollutionTest {
  private static final double WANTED = 0.99;
  private static final int SAMPLED_ONE_IN = 12;
  private static final int TABLES = 6;

  /** What is not reached yet, with what is: to be raised, never lowered. */
  private static final Map<Group, Double> NOT_YET = Map.of(Group.DELIMITER_SPACE, 0.95);

  @Test
  void readsEveryKindOfPollutedFile() {
    List<Polluted> files = new ArrayList<>(new Polluter(SourceTable.of(1)).sample(SAMPLED_ONE_IN));
    for (long seed = 2; seed <= TABLES; seed++) {
      files.addAll(new Polluter(SourceTable.of(seed)).wholeFiles());
    }
    PollutionScores scores = PollutionScores.of(files);
    scores
        .means()
        .forEach(
            (group, mean) ->
                assertThat(mean)
                    .as("%s; ./jalon bench reading says which files%n%s", group, scores.table())
                    .isGreaterThanOrEqualTo(NOT_YET.getOrDefault(group, WANTED)));
  }
}
