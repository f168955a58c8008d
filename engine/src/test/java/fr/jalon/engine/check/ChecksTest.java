package fr.jalon.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Sentences;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ChecksTest {
  @Test
  void everyCheckHasItsPageInFrench() {
    for (Check check : Checks.ALL) {
      assertThat(Sentences.page(check.code()))
          .as("write the page check/" + check.code() + ".md")
          .hasValueSatisfying(page -> assertThat(page).startsWith("# ").contains("## Que faire ?"));
    }
  }

  @Test
  void everyCheckHasItsSentences() {
    for (Check check : Checks.ALL) {
      for (Locale language : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
        Sentences sentences = Sentences.in(language);
        assertThat(sentences.has("finding." + check.code()))
            .as("say finding." + check.code() + " in " + language)
            .isTrue();
        assertThat(sentences.has("finding." + check.code() + ".help"))
            .as("say finding." + check.code() + ".help in " + language)
            .isTrue();
      }
    }
  }

  @Test
  void noTwoChecksBearTheSameCode() {
    assertThat(Checks.ALL).extracting(Check::code).doesNotHaveDuplicates();
  }
}
