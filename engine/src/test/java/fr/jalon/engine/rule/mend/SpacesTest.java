package fr.jalon.engine.rule.mend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpacesTest {
  private static final char HARD = '\u00a0';

  @Test
  void keepsUnbreakableSpacesWhereTypographyWantsThem() {
    assertThat(Spaces.trimmed("mot" + HARD + " »")).isEqualTo("mot" + HARD + "»");
    assertThat(Spaces.trimmed("1" + HARD + HARD + "200")).isEqualTo("1" + HARD + "200");
    assertThat(Spaces.trimmed("à" + HARD + " la")).isEqualTo("à la");
    assertThat(Spaces.trimmed(HARD + "Tours" + HARD)).isEqualTo("Tours");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00a0", "\u00a0\u00a0", "20\u00a0%", "« Été\u00a0»", "a b", "\ufeffa"})
  void leavesTheseAlone(String text) {
    assertThat(Spaces.trimmed(text)).isEqualTo(text);
  }

  @Test
  void putsTextsOnOneLine() {
    assertThat(Spaces.joined("a \r\n  b\n\nc\n")).isEqualTo("a b c\n");
    assertThat(Spaces.joined("a\u2028b")).isEqualTo("a b");
    assertThat(Spaces.joined("\na\n")).isEqualTo("\na\n");
  }

  @Test
  void dropsWhatIsNotSeenAndJoinsNoTwoWords() {
    assertThat(Spaces.seen("mai\u200brie\ufeff")).isEqualTo("mairie");
    assertThat(Spaces.seen("A\u0001B \u0001C\u0001")).isEqualTo("A B C");
    assertThat(Spaces.seen("A\u0001\u200bB\u0001\u0001C\u0001\u0002")).isEqualTo("A B C");
    assertThat(Spaces.seen("العر\u200fبية")).isEqualTo("العر\u200fبية");
    assertThat(Spaces.seen("👨\u200d👩")).isEqualTo("👨\u200d👩");
  }
}
