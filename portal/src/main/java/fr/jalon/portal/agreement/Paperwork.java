package fr.jalon.portal.agreement;

import fr.jalon.portal.document.Block;
import fr.jalon.portal.document.Block.Column;
import fr.jalon.portal.document.Block.Grid;
import fr.jalon.portal.document.Block.Heading;
import fr.jalon.portal.document.Block.Note;
import fr.jalon.portal.document.Block.Paragraph;
import fr.jalon.portal.document.Block.Signatory;
import fr.jalon.portal.document.Block.Signatures;
import fr.jalon.portal.document.Document;
import fr.jalon.portal.web.Messages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The papers of an agreement, in French, as the parties sign and receive them: written from its
 * text and its facts, so that no figure is typed twice.
 */
final class Paperwork {
  private static final Messages FRENCH = Messages.in(Messages.FRENCH);

  private final Agreement agreement;
  private final Reckoning reckoning;
  private final AgreementText text;
  private final LocalDate today;

  Paperwork(Agreement agreement, LocalDate today) {
    this.agreement = agreement;
    this.reckoning = agreement.reckon();
    this.text = agreement.text();
    this.today = today;
  }

  /** The papers that make sense now, by the name of their file. */
  Map<String, Supplier<Document>> papers() {
    Map<String, Supplier<Document>> papers = new LinkedHashMap<>();
    papers.put("convention", this::agreement);
    reckoning
        .acts(Act.Amended.class)
        .forEach(one -> papers.put("avenant-" + one.number(), () -> amendment(one)));
    Position now = reckoning.on(today);
    if (now.start() != null && !now.due().isZero()) {
      papers.put("avis-des-sommes-a-payer", this::notice);
    }
    Optional<Act> ending = Optional.ofNullable(now.ending()).map(Fact::act);
    ending
        .filter(Act.Terminated.class::isInstance)
        .map(Act.Terminated.class::cast)
        .ifPresent(one -> papers.put("resiliation", () -> termination(one)));
    ending
        .filter(Act.MembershipLost.class::isInstance)
        .map(Act.MembershipLost.class::cast)
        .ifPresent(one -> papers.put("sortie-du-gip", () -> membershipLoss(one)));
    ending
        .filter(Act.EndedByBoth.class::isInstance)
        .map(Act.EndedByBoth.class::cast)
        .ifPresent(one -> papers.put("accord-de-resiliation", () -> mutual(one)));
    return papers;
  }

  Optional<Document> find(String name) {
    return Optional.ofNullable(papers().get(name)).map(Supplier::get);
  }

  /** The terms it was drafted with: amendments are papers of their own. */
  private Terms drafted() {
    return reckoning
        .acts(Act.Drafted.class)
        .map(Act.Drafted::terms)
        .reduce((former, anew) -> anew)
        .orElseThrow(() -> new IllegalStateException("no terms were drafted"));
  }

  private Document agreement() {
    Terms terms = drafted();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        paragraph(
            "agreement.paper.between",
            text.organizer(),
            text.organizerSignatory(),
            terms.beneficiary(),
            terms.address(),
            terms.signatory()));
    for (AgreementText.Article article : text.articles()) {
      blocks.add(
          new Heading(
              article.number().contains(".") ? 3 : 2,
              FRENCH.text("agreement.paper.article", article.number(), article.title())));
      article.paragraphs().forEach(one -> blocks.add(Paragraph.of(filled(one, terms))));
      if (article.clause() == Clause.FUNDING) {
        blocks.add(plan(terms.funding()));
      }
    }
    blocks.add(paragraph("agreement.paper.done", text.place()));
    blocks.add(signatures(terms));
    return document(text.title(), blocks);
  }

  /** An article's words, with the figures of the terms where it names them. */
  private String filled(String paragraph, Terms terms) {
    String filled = paragraph;
    for (Map.Entry<String, String> field : fields(terms).entrySet()) {
      filled = filled.replace("{{" + field.getKey() + "}}", field.getValue());
    }
    return filled;
  }

  static final List<String> FIELDS =
      List.of("terme", "fin", "sessions", "budget", "contribution", "avis-debut", "avis-fin");

  private static Map<String, String> fields(Terms terms) {
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> values =
        List.of(
            FRENCH.date(terms.end()),
            FRENCH.date(terms.accompaniedUntil()),
            FRENCH.number(terms.sessions()),
            money(terms.funding().budget()),
            money(terms.funding().contribution()),
            FRENCH.date(terms.notice().from()),
            FRENCH.date(terms.notice().to()));
    for (int i = 0; i < FIELDS.size(); i++) {
      fields.put(FIELDS.get(i), values.get(i));
    }
    return fields;
  }

  private static Grid plan(FundingPlan plan) {
    return Grid.of(
            FRENCH.text("agreement.funding"),
            List.of(
                Column.text(FRENCH.text("agreement.paper.funder")),
                Column.numeric(FRENCH.text("agreement.paper.amount"))),
            plan.lines().stream().map(one -> List.of(one.funder(), money(one.amount()))).toList())
        .withTotals(List.of(FRENCH.text("agreement.funding.budget"), money(plan.budget())));
  }

  private Document amendment(Act.Amended one) {
    Terms before = reckoning.termsOn(one.on().minusDays(1));
    Terms after = one.terms();
    List<List<String>> changes =
        TermsChange.between(before, after, FRENCH, true).stream()
            .map(change -> List.of(change.what(), change.before(), change.after()))
            .toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        paragraph(
            "agreement.paper.amendment",
            text.organizer(),
            after.beneficiary(),
            FRENCH.date(one.on()),
            article(Clause.AMENDMENT)));
    if (!changes.isEmpty()) {
      blocks.add(
          Grid.of(
              FRENCH.text("agreement.paper.changes"),
              Stream.of("what", "before", "after")
                  .map(name -> Column.text(FRENCH.text("agreement.paper.changes." + name)))
                  .toList(),
              changes));
    }
    blocks.add(plan(after.funding()));
    blocks.add(paragraph("agreement.paper.unchanged"));
    blocks.add(signatures(after));
    return document(FRENCH.text("agreement.paper.amendment.title", one.number()), blocks);
  }

  /** What accounting needs to issue the official one. */
  private Document notice() {
    Position now = reckoning.on(today);
    Terms terms = now.terms();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        paragraph(
            "agreement.paper.notice",
            terms.beneficiary(),
            terms.address(),
            article(Clause.FUNDING)));
    blocks.add(
        Grid.of(
            FRENCH.text("agreement.money"),
            List.of(
                Column.text(FRENCH.text("agreement.paper.line")),
                Column.numeric(FRENCH.text("agreement.paper.amount"))),
            List.of(
                List.of(FRENCH.text("agreement.sum.due"), money(now.due())),
                List.of(FRENCH.text("agreement.sum.noticed"), money(now.noticed())),
                List.of(FRENCH.text("agreement.sum.paid"), money(now.paid())),
                List.of(FRENCH.text("agreement.paper.to-notice"), money(now.toNotice())))));
    blocks.add(
        paragraph(
            "agreement.paper.window",
            FRENCH.date(terms.notice().from()),
            FRENCH.date(terms.notice().to())));
    blocks.add(Note.of(FRENCH.text("agreement.paper.notice.official")));
    return document(FRENCH.text("agreement.paper.notice.title"), blocks);
  }

  private Document termination(Act.Terminated one) {
    LocalDate last = reckoning.findLastDay().orElse(one.on());
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        paragraph(
            "agreement.paper.termination",
            FRENCH.date(one.on()),
            FRENCH.date(last),
            article(Clause.UNILATERAL_TERMINATION)));
    blocks.add(due());
    blocks.add(Note.of(FRENCH.text("agreement.doubt.contribution-article")));
    return letter("agreement.paper.termination.title", blocks);
  }

  private Document membershipLoss(Act.MembershipLost one) {
    LocalDate last = reckoning.findLastDay().orElse(one.on());
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        paragraph(
            "agreement.paper.loss",
            FRENCH.date(one.on()),
            FRENCH.date(last),
            article(Clause.UNILATERAL_TERMINATION)));
    blocks.add(due());
    return letter("agreement.paper.loss.title", blocks);
  }

  private Document mutual(Act.EndedByBoth one) {
    LocalDate last = reckoning.findLastDay().orElse(one.on());
    Terms terms = reckoning.termsOn(last);
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        paragraph(
            "agreement.paper.mutual",
            text.organizer(),
            terms.beneficiary(),
            FRENCH.date(last),
            article(Clause.MUTUAL_TERMINATION)));
    blocks.add(paragraph("agreement.paper.mutual.due", money(one.due())));
    blocks.add(due());
    blocks.add(signatures(terms));
    return document(FRENCH.text("agreement.paper.mutual.title"), blocks);
  }

  private Paragraph due() {
    Position now = reckoning.on(today);
    return paragraph(
        "agreement.paper.due", money(now.due()), money(now.paid()), money(now.remaining()));
  }

  /** Addressed to the authority at its elected domicile. */
  private Document letter(String title, List<Block> body) {
    Terms terms = reckoning.on(today).terms();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        paragraph("agreement.paper.to", terms.signatory(), terms.beneficiary(), terms.address()));
    blocks.add(paragraph("agreement.paper.at", text.place(), FRENCH.date(today)));
    blocks.addAll(body);
    blocks.add(
        new Signatures(List.of(new Signatory(pour(text.organizer()), text.organizerSignatory()))));
    return document(FRENCH.text(title), blocks);
  }

  private Signatures signatures(Terms terms) {
    return new Signatures(
        List.of(
            new Signatory(pour(text.organizer()), text.organizerSignatory()),
            new Signatory(pour(terms.beneficiary()), terms.signatory())));
  }

  private static String pour(String party) {
    return FRENCH.text("agreement.paper.for", party);
  }

  private Document document(String title, List<Block> blocks) {
    return Document.of(title, blocks)
        .withDescription(title + ", " + drafted().beneficiary())
        .withHead(text.organizer())
        .withFoot(drafted().beneficiary());
  }

  private static Paragraph paragraph(String key, Object... values) {
    return Paragraph.of(FRENCH.text(key, values));
  }

  /** "article 7.1", or what stands in its place when the text has none. */
  private String article(Clause clause) {
    return text.articles().stream()
        .filter(one -> one.clause() == clause)
        .findFirst()
        .map(one -> FRENCH.text("agreement.paper.article", one.number(), one.title()))
        .orElse(Objects.requireNonNull(FRENCH.text("agreement.paper.no-article")));
  }

  private static String money(Euros sum) {
    return FRENCH.euros(sum.cents());
  }
}
