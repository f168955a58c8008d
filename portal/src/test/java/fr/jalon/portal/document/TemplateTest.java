package fr.jalon.portal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.portal.web.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private static final Set<String> FIELDS = Set.of("commune", "maire", "numero", "somme");
  private static final Set<String> PARTS = Set.of("plan");
  private static final Map<String, String> VALUES =
      Map.of(
          "commune", "Vallon-sur-Orne",
          "maire", "Yves Aubry",
          "numero", "2026-014",
          "somme", "12 111,10");

  private static final String ALL =
      """
      [en-tête] Convention {{numero}}
      [pied] {{commune}}
      [objet] Ce que chacun fait
      # Convention avec {{ commune }}

      Entre le département
      et **la commune de {{commune}}**.

      ## Article 1
      - venir
      – publier
        avec soin
      1. d'abord
      2. ensuite
      > Attention
      > à la date
      ### Détail
      [tableau] Sommes pour {{commune}}
      | Qui | Combien > |
      | {{maire}} | {{somme}} |
      |= Total | {{somme}} |
      {{plan}}
      [page]
      \\# pas un titre, \\{{commune}}, 2 \\* 3 | 4, C:\\temp
      [signatures]
      Pour la commune | {{maire}}, maire
      Pour le département
      """;

  @Test
  void readsEveryBlock() {
    Document filled =
        Template.read(ALL, FIELDS, PARTS)
            .getTemplate()
            .fill(VALUES, Map.of("plan", List.of(Block.Paragraph.of("Le plan"))));

    assertThat(filled.head()).isEqualTo("Convention 2026-014");
    assertThat(filled.foot()).isEqualTo("Vallon-sur-Orne");
    assertThat(filled.description()).isEqualTo("Ce que chacun fait");
    assertThat(filled.text())
        .isEqualTo(
            """
            Convention avec Vallon-sur-Orne

            Entre le département
            et la commune de Vallon-sur-Orne.

            Article 1

            • venir
            • publier
            avec soin

            1. d'abord
            2. ensuite

            Attention
            à la date

            Détail

            Sommes pour Vallon-sur-Orne
            Qui\tCombien
            Yves Aubry\t12 111,10
            Total\t12 111,10

            Le plan

            # pas un titre, {{commune}}, 2 * 3 | 4, C:\\temp

            Pour la commune
            Yves Aubry, maire
            Date et signature

            Pour le département
            Date et signature
            """);
    assertThat(filled.blocks()).contains(new Block.PageBreak());
    assertThat(filled.blocks().get(0))
        .isEqualTo(
            new Block.Paragraph(
                new Text(
                    List.of(
                        new Run("Entre le département", Run.Emphasis.NONE),
                        new Run("\n", Run.Emphasis.NONE),
                        new Run("et ", Run.Emphasis.NONE),
                        new Run("la commune de ", Run.Emphasis.STRONG),
                        new Run("Vallon-sur-Orne", Run.Emphasis.STRONG),
                        new Run(".", Run.Emphasis.NONE)))));
  }

  @Test
  void saysWhatItNeeds() {
    Template template = Template.read(ALL, FIELDS, PARTS).getTemplate();

    assertThat(template.fields()).isEqualTo(FIELDS);
    assertThat(template.parts()).containsExactly("plan");
    assertThat(template.missing(Map.of("maire", "Yves Aubry", "commune", " \t")))
        .containsExactly("commune", "numero", "somme");
  }

  @Test
  void fillsNothingWhenAValueOrAPartIsMissing() {
    Template template = Template.read(ALL, FIELDS, PARTS).getTemplate();

    assertThatThrownBy(() -> template.fill(VALUES)).hasMessageContaining("[plan]");
    Map<String, String> blank = new HashMap<>(VALUES);
    blank.put("maire", "\u0009");
    assertThatThrownBy(() -> template.fill(blank, Map.of("plan", List.of())))
        .hasMessageContaining("[maire]");
  }

  @Test
  void valuesAreNeverRead() {
    Template template =
        Template.read("# T {{commune}}\n\n{{maire}}\n\n- {{maire}}", FIELDS).getTemplate();
    for (String hostile : Samples.HOSTILE) {
      Map<String, String> values = Map.of("commune", hostile, "maire", hostile);
      String shown = Characters.clean(hostile);

      assertThat(template.fill(values).blocks())
          .containsExactly(
              Block.Paragraph.of(shown), new Block.Items(false, List.of(Text.of(shown))));
    }
    assertThat(template.fill(Map.of("commune", "a\n# b", "maire", "{{commune}}\n\n# c")).text())
        .isEqualTo("T a # b\n\n{{commune}}\n\n# c\n\n• {{commune}}\n\n# c\n");
  }

  @Test
  void tellsFaultsByLineAndColumn() {
    assertThat(faults("Avant\n# Titre\n# Autre\n"))
        .containsExactly("1:1 TITLE_NOT_FIRST Avant", "3:1 TITLE_TWICE # Autre");
    assertThat(faults("")).containsExactly("1:1 TITLE_MISSING ");
    assertThat(faults("# T\n### Trop tôt\n##### Trop bas\n##\n- "))
        .containsExactly(
            "2:1 HEADING_SKIPPED ### Trop tôt",
            "3:1 HEADING_TOO_DEEP ##### Trop bas",
            "4:3 EMPTY ##",
            "5:2 EMPTY -");
    assertThat(faults("# T\n  La {{comune}} et {{maire\nou }} et {{plan}}, **fin"))
        .containsExactly(
            "2:6 UNKNOWN_FIELD comune",
            "2:20 UNCLOSED_FIELD {{maire",
            "3:4 STRAY_BRACES }}",
            "3:10 PART_IN_TEXT plan",
            "3:20 UNCLOSED_STRONG **fin");
    assertThat(faults("# T\n[tablo] Sommes\n[pied] a\n[pied] b\n[tableau] Vide\n\n[signatures]\n"))
        .containsExactly(
            "2:1 UNKNOWN_MARK [tablo] Sommes",
            "4:1 MARK_TWICE [pied] b",
            "5:1 TABLE_WITHOUT_ROWS ",
            "7:1 NOBODY_SIGNS ");
    assertThat(faults("# T\n| a | b |\n| 1 |\n| 1 | 2 | 3 |\n| {{x}} | 2 |\n"))
        .containsExactly("3:1 ODD_ROW | 1 |", "4:1 ODD_ROW | 1 | 2 | 3 |", "5:3 UNKNOWN_FIELD x");
    assertThat(faults("# T\n" + "|a".repeat(13) + "|\n" + "|1".repeat(13) + "|"))
        .containsExactly("2:1 TOO_MANY_COLUMNS 13");
    assertThat(faults("# T\n[signatures]\n" + "x\n".repeat(7)))
        .containsExactly("2:1 TOO_MANY_SIGN 7");
    assertThat(faults("# T\nun\u0000deux\nà \u202el’envers"))
        .containsExactly("2:3 CONTROL_CHARACTER U+0000", "3:3 CONTROL_CHARACTER U+202E");
  }

  @Test
  void refusesATextTooLong() {
    assertThat(faults("# T\n" + "é".repeat(Template.MOST_CHARACTERS)))
        .containsExactly("1:1 TOO_LONG ");
    assertThat(faults("# T\n" + "é".repeat(Template.MOST_CHARACTERS - 4))).isEmpty();
  }

  @Test
  void endlessFaultsAreNotAllTold() {
    assertThat(faults("# T\n" + "{{x}}\n".repeat(1000))).hasSize(TemplateReader.MOST_FAULTS);
  }

  @Test
  void textsMadeToBreakAreReadOrRefused() {
    for (String text :
        List.of(
            "{{{{{{",
            "}}}}",
            "****",
            "|",
            "||",
            "|=",
            "[",
            "[]",
            "[page",
            "\\",
            "# \\",
            ">",
            "-",
            "1.",
            "{{}}",
            "# {{",
            "|\\|",
            "[signatures]\n|",
            "# T\n|||\n|||",
            "\u0000",
            "  - a\n   b")) {
      TemplateReading reading = Template.read(text, FIELDS, PARTS);
      assertThat(reading.faults().isEmpty()).as(text).isEqualTo(reading.findTemplate().isPresent());
    }
  }

  @Test
  void everyFaultHasItsSentence() {
    for (TemplateFault.Kind kind : TemplateFault.Kind.values()) {
      assertThat(Messages.in(Messages.FRENCH).text(kind.messageKey(), "x", 3)).isNotBlank();
    }
  }

  private static List<String> faults(String text) {
    return Template.read(text, FIELDS, PARTS).faults().stream()
        .map(
            fault ->
                "%d:%d %s %s".formatted(fault.line(), fault.column(), fault.kind(), fault.what()))
        .toList();
  }
}
