package fr.jalon.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Sentences;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RulesTest {
  @Test
  void everyRuleHasItsPageInFrench() {
    for (Rule rule : Rules.ALL) {
      assertThat(Sentences.page(rule.code()))
          .as("write the page rule/" + rule.code() + ".md")
          .hasValueSatisfying(page -> assertThat(page).startsWith("# ").contains("## Que faire ?"));
    }
  }

  @Test
  void everyRuleHasItsSentences() {
    for (Rule rule : Rules.ALL) {
      for (Locale language : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
        Sentences sentences = Sentences.in(language);
        assertThat(sentences.has("finding." + rule.code()))
            .as("say finding." + rule.code() + " in " + language)
            .isTrue();
        assertThat(sentences.has("finding." + rule.code() + ".help"))
            .as("say finding." + rule.code() + ".help in " + language)
            .isTrue();
      }
    }
  }

  /** Code, class, page and examples bear one name. */
  @Test
  void everyRuleBearsTheNameOfItsCode() {
    for (Rule rule : Rules.ALL) {
      String name =
          Arrays.stream(rule.code().split("-"))
              .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
              .collect(Collectors.joining("", "", "Rule"));
      assertThat(rule.getClass().getSimpleName()).isEqualTo(name);
    }
  }

  @Test
  void noTwoRulesBearTheSameCode() {
    assertThat(Rules.ALL).extracting(Rule::code).doesNotHaveDuplicates();
  }
}
