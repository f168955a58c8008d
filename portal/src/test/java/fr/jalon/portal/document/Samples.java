package fr.jalon.portal.document;

import java.util.List;
import java.util.stream.IntStream;

/** Documents to be written by the tests. */
final class Samples {
  private Samples() {}

  /** Every kind of block, on two pages. */
  static Document everything() {
    return everything(6);
  }

  /**
   * @param sessions rows of the second table
   */
  static Document everything(int sessions) {
    return Document.of(
            "Convention d’accompagnement à l’ouverture des données",
            List.of(
                Block.Paragraph.of("Entre les soussignés :"),
                new Block.Items(
                    false,
                    List.of(
                        Text.of("le département du Val-d’Orne, représenté par sa présidente ;"),
                        Text.of("la commune de Vallon-sur-Orne, représentée par son maire."))),
                new Block.Heading(2, "Article 1 — Objet"),
                new Block.Paragraph(
                    new Text(
                        List.of(
                            new Run("La présente convention fixe ", Run.Emphasis.NONE),
                            new Run("les engagements de chacun", Run.Emphasis.STRONG),
                            new Run(
                                " pour la saison 2026-2027. Elle ne vaut pas délégation : la commune"
                                    + " reste maîtresse de ses données, décide de ce qu’elle publie"
                                    + " et peut se retirer à tout moment.",
                                Run.Emphasis.NONE)))),
                new Block.Heading(3, "Engagements de la commune"),
                new Block.Items(
                    true,
                    List.of(
                        Text.of("désigner une personne référente ;"),
                        Text.of(
                            "venir à douze séances, dont l’une au moins est consacrée aux données"
                                + " que la loi demande de publier et à ce qui ne doit pas l’être ;"),
                        Text.of("publier au moins trois jeux de données."))),
                Block.Note.of(
                    "Le nombre de séances se compte par saison.\nUne séance annulée moins de deux"
                        + " jours avant est comptée."),
                new Block.Heading(2, "Article 2 — Plan de financement"),
                Block.Grid.of(
                        "Plan de financement, en euros",
                        List.of(
                            Block.Column.text("Financeur"),
                            Block.Column.text("Au titre de"),
                            Block.Column.numeric("Montant"),
                            Block.Column.numeric("Part")),
                        List.of(
                            List.of("Département", "Ingénierie", "12\u202f111,10", "61,1 %"),
                            List.of("État", "Dotation", "7\u202f700,00", "38,9 %")))
                    .withTotals(List.of("Total", "", "19\u202f811,10", "100 %")),
                new Block.Bars(
                    "Niveaux",
                    "Dimension",
                    "Avant, puis après",
                    List.of(
                        new Block.Bar("Portage", "1,5 puis 3", List.of(38, 75)),
                        new Block.Bar("Outils", "non connu", List.of()))),
                new Block.PageBreak(),
                new Block.Heading(2, "Annexe — Séances"),
                Block.Grid.of(
                    "Séances de la saison",
                    List.of(
                        Block.Column.numeric("N°"),
                        Block.Column.text("Sujet"),
                        Block.Column.text("Lieu")),
                    IntStream.rangeClosed(1, sessions)
                        .mapToObj(
                            at ->
                                List.of(
                                    String.valueOf(at),
                                    "Travail sur le fichier des subventions, étape " + at,
                                    "Mairie de Vallon-sur-Orne"))
                        .toList()),
                Block.Paragraph.of("Fait en deux exemplaires originaux."),
                new Block.Signatures(
                    List.of(
                        new Block.Signatory(
                            "Pour le département du Val-d’Orne", "Mme Hélène Marchand, présidente"),
                        new Block.Signatory(
                            "Pour la commune de Vallon-sur-Orne", "M. Yves Aubry, maire")))))
        .withHead("Département du Val-d’Orne — convention 2026-014")
        .withFoot("Convention d’accompagnement, Vallon-sur-Orne");
  }

  /** What people, or their copies and pastes, put where a name is asked. */
  static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>",
          "</p></text:p>]]>&amp;&lt;",
          "{{x}} {page} ${7*7}",
          "| # - > [page]",
          "# titre",
          "- item",
          "**gras**",
          "nul \u0000 et moitié \ud83d de signe",
          "à l’envers \u202e6202",
          "emoji 😀 🧭 👩\u200d🚒",
          "Ελλάδα Україна ﬁ ½ ∑",
          "m".repeat(10_000));

  /** One hostile text everywhere a text may be. */
  static Document hostile(String text) {
    String start = text.substring(0, Math.min(text.length(), 200));
    return Document.of(
            "Titre " + start,
            List.of(
                Block.Paragraph.of(text),
                new Block.Heading(2, start),
                new Block.Items(true, List.of(Text.of(text), Text.strong(text))),
                Block.Note.of(start),
                new Block.Bars(
                    start, start, "b" + start, List.of(new Block.Bar(start, start, List.of(50)))),
                Block.Grid.of(
                    start,
                    List.of(Block.Column.text(start), Block.Column.numeric("b" + start)),
                    List.of(List.of(start, start))),
                new Block.Signatures(
                    List.of(new Block.Signatory(start, start), new Block.Signatory(start, "")))))
        .withHead(start)
        .withFoot(start)
        .withDescription(start);
  }
}
