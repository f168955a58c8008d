package fr.jalon.portal.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.agreement.AgreementText.Article;
import fr.jalon.portal.document.Template;
import fr.jalon.portal.document.TemplateFault;
import fr.jalon.portal.document.TemplateFault.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticlesTextTest {
  @Test
  void shippedArticlesAreReadAndWrittenBack() {
    String shipped = AgreementPaper.ARTICLES.shipped();
    List<Article> articles = ArticlesText.articles(shipped);
    assertThat(articles).extracting(Article::clause).doesNotHaveDuplicates().hasSize(9);
    assertThat(ArticlesText.write(articles).strip()).isEqualTo(shipped.strip());
  }

  @Test
  void headingsArePastedAsTheyAreWritten() {
    List<Article> articles =
        ArticlesText.articles(
            """
            ## Article 3 - Modalités financières [clé : financement]
            Le budget est de {{budget}} :

            - Région
            - **Entité bénéficiaire**

            {{plan-de-financement}}
            ## Article 7 : Résiliation
            ### 7.1. Par la collectivité [cle: resiliation-par-le-beneficiaire]
            Elle reste due.
            #### Un détail
            Rien.
            """);
    assertThat(articles)
        .extracting(Article::number, Article::title, Article::clause)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("3", "Modalités financières", Clause.FUNDING),
            org.assertj.core.groups.Tuple.tuple("7", "Résiliation", Clause.NONE),
            org.assertj.core.groups.Tuple.tuple(
                "7.1", "Par la collectivité", Clause.UNILATERAL_TERMINATION));
    assertThat(articles.get(0).paragraphs())
        .containsExactly(
            "Le budget est de {{budget}} :",
            "- Région\n- **Entité bénéficiaire**",
            "{{plan-de-financement}}");
  }

  @Test
  void saysWhatIsWrongAndOnWhichLine() {
    assertFaults("Bonjour\n\n## 1 Objet\nA", "1 OUTSIDE_ARTICLES Bonjour");
    assertFaults("## Objet\nA", "1 NUMBER_MISSING Objet");
    assertFaults("", "1 NUMBER_MISSING ");
    assertFaults("## 1 Objet\n\nLe {{budjet}}", "3 UNKNOWN_FIELD budjet");
    assertFaults("## 1 A\n{{budget", "2 UNCLOSED_FIELD {{budget");
    assertFaults("## 1 A [clé : duree]\nB\n## 2 C [clé : duree]\nD", "3 KEY_TWICE duree");
    assertThat(AgreementPaper.ARTICLES.faults("## 1 A [clé : fin]\nB"))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.kind()).isEqualTo(Kind.UNKNOWN_KEY);
              assertThat(fault.what()).startsWith("fin (accompagnement, financement,");
            });
    assertFaults("x".repeat(Template.MOST_CHARACTERS + 1), "1 TOO_LONG ");
  }

  private static void assertFaults(String text, String... faults) {
    assertThat(AgreementPaper.ARTICLES.faults(text))
        .extracting(ArticlesTextTest::told)
        .contains(faults);
  }

  private static String told(TemplateFault fault) {
    return fault.line() + " " + fault.kind() + " " + fault.what();
  }
}
