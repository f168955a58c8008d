package fr.jalon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Holds on some files what {@code ./jalon bench reading} measures on more. */
class CharsetTest {
  private static final int FILES = 60;

  @Test
  void readsEveryAccentOfAShortFrenchFile() {
    CharsetScores scores = CharsetScores.of(11, FILES);
    assertThat(scores.right())
        .as("./jalon bench reading says which%n%s", scores.table())
        .isGreaterThanOrEqualTo(0.99);
  }
}
