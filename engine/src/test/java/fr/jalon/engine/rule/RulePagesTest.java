package fr.jalon.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Writes {@code docs/rules.md} from the pages of the rules and holds it to them. Rewrite it with
 * {@code -Dupdate}, then read the difference.
 */
class RulePagesTest {
  private static final Path PAGE = Path.of("../docs/rules.md");
  private static final Path CONTRIBUTING = Path.of("../CONTRIBUTING.md");
  private static final String SHOWN = "line-breaks";
  private static final String SHOWN_CLASS = "fr/jalon/engine/rule/LineBreaksRule.java";
  private static final String SENTENCES = "fr/jalon/engine/messages_fr.properties";
  private static final Sentences FRENCH = Sentences.in(Locale.FRENCH);
  private static final Sentences ENGLISH = Sentences.in(Locale.ENGLISH);

  @Test
  void tellsEveryRule() throws IOException {
    String page = page();
    if (System.getProperty("update") != null) {
      Files.writeString(PAGE, page);
    }
    assertThat(page)
        .as("%s no longer tells the rules; write it again with -Dupdate", PAGE)
        .isEqualTo(Files.readString(PAGE));
  }

  @Test
  void namesEveryRuleAsItsPage() {
    assertThat(Rules.ALL)
        .allSatisfy(
            rule -> {
              assertThat(FRENCH.title(rule.code()))
                  .as("finding.%s.title in French is the title of its page", rule.code())
                  .isEqualTo(title(rule));
              assertThat(ENGLISH.has("finding." + rule.code() + ".title"))
                  .as("finding.%s.title in English", rule.code())
                  .isTrue();
            });
  }

  /** Whoever adds a rule copies the one that is shown: it is the one that runs. */
  @Test
  void showsARuleAsItIs() throws IOException {
    String shown = Files.readString(CONTRIBUTING);
    String rule = Files.readString(Path.of("src/main/java", SHOWN_CLASS));
    List<String> sentences =
        Files.readAllLines(Path.of("src/main/resources", SENTENCES)).stream()
            .filter(line -> line.contains("." + SHOWN + "=") || line.contains("." + SHOWN + "."))
            .toList();

    assertThat(shown)
        .as("the rule shown in %s and its sentences are those of %s", CONTRIBUTING, SHOWN)
        .contains(rule.substring(rule.indexOf("/**")))
        .contains(sentences);
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Les contrôles

            Chaque contrôle cherche une cause de trouble dans un tableau. Là où elle peut être corrigée, il propose la correction, que
            l'agent accepte ou non ; ce qu'il annonce est exactement ce qui change. Une correction est dite sans risque quand rien ne peut
            être perdu ni deviné de travers, toute la colonne étant regardée ; sinon elle est une question.

            Cette page est faite à partir de celles que lisent les agents ; le code est celui des documents JSON.

            | code | ce qui ne va pas | correction |
            |---|---|---|
            """);
    for (Rule rule : Rules.ALL) {
      page.append("| [`%s`](#%s) | ".formatted(rule.code(), rule.code()))
          .append(title(rule))
          .append(FRENCH.has("mend." + rule.code()) ? " | proposée |\n" : " | |\n");
    }
    for (Rule rule : Rules.ALL) {
      String text = text(rule);
      page.append("\n## ")
          .append(rule.code())
          .append("\n\n**")
          .append(title(rule))
          .append(".** ")
          .append(
              text.substring(text.indexOf('\n'))
                  .strip()
                  .replace("## Que faire ?", "**Que faire ?**"))
          .append('\n');
    }
    return page.toString();
  }

  private static String title(Rule rule) {
    return text(rule).lines().findFirst().orElseThrow().substring(2);
  }

  private static String text(Rule rule) {
    return Sentences.page(rule.code()).orElseThrow();
  }
}
