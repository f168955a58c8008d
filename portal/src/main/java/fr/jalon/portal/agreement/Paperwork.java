package fr.jalon.portal.agreement;

import fr.jalon.portal.document.Block;
import fr.jalon.portal.document.Block.Column;
import fr.jalon.portal.document.Block.Grid;
import fr.jalon.portal.document.Block.Heading;
import fr.jalon.portal.document.Block.Paragraph;
import fr.jalon.portal.document.Document;
import fr.jalon.portal.document.Filling;
import fr.jalon.portal.document.Template;
import fr.jalon.portal.web.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The papers of an agreement, in French, as the parties sign and receive them: written from its
 * text and its facts, so that no figure is typed twice. A paper that was signed keeps the words it
 * was signed with.
 */
final class Paperwork {
  private static final Messages FRENCH = Messages.in(Messages.FRENCH);
  private static final String PLAN = "plan-de-financement";

  private final Agreement agreement;
  private final Reckoning reckoning;
  private final AgreementText text;
  private final LocalDate today;
  private final Wordings wordings;

  /** Where the words of papers are. */
  interface Wordings {
    /**
     * @param at moment whose words are asked, null for those of now
     */
    String text(AgreementPaper paper, @Nullable Instant at);
  }

  /** A paper that makes sense, by what it tells. */
  record Paper(AgreementPaper kind, String name, @Nullable Fact fact) {
    /** Number of the amendment, "" of others. */
    String number() {
      return fact != null && fact.act() instanceof Act.Amended amended
          ? String.valueOf(amended.number())
          : "";
    }
  }

  Paperwork(Agreement agreement, LocalDate today, Wordings wordings) {
    this.agreement = agreement;
    this.reckoning = agreement.reckon();
    this.text = agreement.text();
    this.today = today;
    this.wordings = wordings;
  }

  /** The papers that make sense now, by the name of their file. */
  static Map<String, Paper> papers(Agreement agreement, LocalDate today) {
    Reckoning reckoning = agreement.reckon();
    List<Paper> papers = new ArrayList<>();
    papers.add(paper(AgreementPaper.AGREEMENT));
    reckoning.facts().stream()
        .filter(fact -> fact.act() instanceof Act.Amended)
        .forEach(
            fact -> {
              Paper one = new Paper(AgreementPaper.AMENDMENT, "", fact);
              papers.add(new Paper(one.kind(), one.kind().key() + "-" + one.number(), fact));
            });
    Position now = reckoning.on(today);
    if (now.start() != null && !now.due().isZero()) {
      papers.add(paper(AgreementPaper.NOTICE));
    }
    Fact ending = now.ending();
    if (ending != null) {
      kindOf(ending.act()).ifPresent(kind -> papers.add(new Paper(kind, kind.key(), ending)));
    }
    Map<String, Paper> byName = new LinkedHashMap<>();
    papers.forEach(one -> byName.put(one.name(), one));
    return byName;
  }

  private static Paper paper(AgreementPaper kind) {
    return new Paper(kind, kind.key(), null);
  }

  private static Optional<AgreementPaper> kindOf(Act ending) {
    if (ending instanceof Act.Terminated) {
      return Optional.of(AgreementPaper.TERMINATION);
    }
    if (ending instanceof Act.MembershipLost) {
      return Optional.of(AgreementPaper.MEMBERSHIP_LOSS);
    }
    return ending instanceof Act.EndedByBoth
        ? Optional.of(AgreementPaper.MUTUAL_END)
        : Optional.empty();
  }

  Optional<Document> find(String name) {
    return Optional.ofNullable(papers(agreement, today).get(name)).map(this::document);
  }

  private Document document(Paper paper) {
    return filling(paper).fill(paper.kind(), wordings.text(paper.kind(), signedAt(paper)));
  }

  /** When its words ceased to change, null while they may. */
  private @Nullable Instant signedAt(Paper paper) {
    Fact fact = paper.fact();
    return switch (paper.kind()) {
      case AGREEMENT, ARTICLES -> signed();
      case AMENDMENT, MUTUAL_END -> fact == null ? null : fact.recordedAt();
      case NOTICE, TERMINATION, MEMBERSHIP_LOSS -> null;
    };
  }

  /** What is signed is what was sent; it may be recorded long after. */
  private @Nullable Instant signed() {
    Instant signed =
        reckoning.facts().stream()
            .filter(one -> one.act() instanceof Act.Signed)
            .map(Fact::recordedAt)
            .min(Instant::compareTo)
            .orElse(null);
    return signed == null
        ? null
        : reckoning.facts().stream()
            .filter(one -> one.act() instanceof Act.Sent && !one.recordedAt().isAfter(signed))
            .map(Fact::recordedAt)
            .max(Instant::compareTo)
            .orElse(signed);
  }

  /** What this agreement says of what a text may name; nothing of what did not happen. */
  Filling filling(AgreementPaper kind) {
    Paper paper =
        papers(agreement, today).values().stream()
            .filter(one -> one.kind() == kind)
            .reduce((former, last) -> last)
            .orElse(paper(kind));
    return filling(paper);
  }

  private Filling filling(Paper paper) {
    Position now = reckoning.on(today);
    Terms terms = terms(paper, now);
    Map<String, String> fields = new HashMap<>(fields(text, terms, today));
    Map<String, List<Block>> parts = new HashMap<>();
    parts.put(PLAN, List.of(plan(terms.funding())));
    fields.put("contribution-due", money(now.due()));
    fields.put("deja-demande", money(now.noticed()));
    fields.put("deja-paye", money(now.paid()));
    fields.put("reste-a-demander", money(now.toNotice()));
    fields.put("reste-a-payer", money(now.remaining()));
    fields.put("article-financement", article(text, Clause.FUNDING));
    fields.put("article-avenant", article(text, Clause.AMENDMENT));
    fields.put("article-resiliation", article(text, Clause.UNILATERAL_TERMINATION));
    fields.put("article-accord", article(text, Clause.MUTUAL_TERMINATION));
    if (paper.kind() == AgreementPaper.AGREEMENT) {
      String agreed = wordings.text(AgreementPaper.AGREEMENT, signedAt(paper));
      parts.put("articles", articles(text, new Filling(fields, parts), agreed));
    }
    Fact fact = paper.fact();
    if (fact != null) {
      fields.putAll(of(fact.act()));
      if (fact.act() instanceof Act.Amended amended) {
        parts.put("changements", changes(amended));
      }
    }
    return new Filling(fields, parts);
  }

  /** Those it was drafted with, those it ends with, those an amendment makes, those of today. */
  private Terms terms(Paper paper, Position now) {
    return switch (paper.kind()) {
      case AGREEMENT, ARTICLES -> drafted();
      case AMENDMENT ->
          paper.fact() != null && paper.fact().act() instanceof Act.Amended amended
              ? amended.terms()
              : now.terms();
      case MUTUAL_END -> reckoning.termsOn(reckoning.findLastDay().orElse(today));
      case NOTICE, TERMINATION, MEMBERSHIP_LOSS -> now.terms();
    };
  }

  /** The terms it was drafted with: amendments are papers of their own. */
  private Terms drafted() {
    return reckoning
        .acts(Act.Drafted.class)
        .map(Act.Drafted::terms)
        .reduce((former, anew) -> anew)
        .orElseThrow(() -> new IllegalStateException("no terms were drafted"));
  }

  private Map<String, String> of(Act act) {
    String last = FRENCH.date(reckoning.findLastDay().orElse(act.on()));
    if (act instanceof Act.Amended one) {
      return Map.of("numero", String.valueOf(one.number()), "effet", FRENCH.date(one.on()));
    }
    if (act instanceof Act.Terminated) {
      return Map.of("recu-le", FRENCH.date(act.on()), "dernier-jour", last);
    }
    if (act instanceof Act.MembershipLost) {
      return Map.of("decision-du", FRENCH.date(act.on()), "dernier-jour", last);
    }
    return act instanceof Act.EndedByBoth both
        ? Map.of("contribution-convenue", money(both.due()), "dernier-jour", last)
        : Map.of();
  }

  private static Map<String, String> fields(AgreementText text, Terms terms, LocalDate today) {
    Map<String, String> fields = new HashMap<>();
    fields.put("titre", text.title());
    fields.put("organisateur", text.organizer());
    fields.put("signataire-organisateur", text.organizerSignatory());
    fields.put("lieu", text.place());
    fields.put("date", FRENCH.date(today));
    fields.put("beneficiaire", terms.beneficiary());
    fields.put("signataire", terms.signatory());
    fields.put("adresse", terms.address());
    fields.put("terme", FRENCH.date(terms.end()));
    fields.put("fin", FRENCH.date(terms.accompaniedUntil()));
    fields.put("sessions", FRENCH.number(terms.sessions()));
    fields.put("budget", money(terms.funding().budget()));
    fields.put("contribution", money(terms.funding().contribution()));
    fields.put("avis-debut", FRENCH.date(terms.notice().from()));
    fields.put("avis-fin", FRENCH.date(terms.notice().to()));
    return fields;
  }

  /**
   * What a text may name, of an agreement that nobody signed: with the season's own terms, and
   * examples for what happens later.
   */
  static Filling example(AgreementText text, Terms terms, LocalDate today) {
    Map<String, String> fields = new HashMap<>();
    for (AgreementPaper paper : AgreementPaper.values()) {
      paper
          .fields()
          .forEach(field -> fields.put(field, FRENCH.text("document.field." + field + ".example")));
    }
    fields.putAll(fields(text, terms, today));
    Map<String, List<Block>> parts = new HashMap<>();
    parts.put(PLAN, List.of(plan(terms.funding())));
    parts.put("articles", articles(text, new Filling(fields, parts), ""));
    parts.put(
        "changements",
        List.of(
            grid(
                List.of(
                    List.of(
                        FRENCH.text("agreement.terms.sessions"),
                        FRENCH.number(terms.sessions()),
                        FRENCH.number(terms.sessions() + 2L))))));
    return new Filling(fields, parts);
  }

  /**
   * The blocks of the articles. Whatever the words say, no agreement goes without its plan.
   *
   * @param around the text that names them
   */
  static List<Block> articles(AgreementText text, Filling filling, String around) {
    boolean isPlanNamed =
        around.contains("{{" + PLAN) || ArticlesText.write(text.articles()).contains("{{" + PLAN);
    List<AgreementText.Article> articles =
        text.articles().stream()
            .map(
                one ->
                    !isPlanNamed && one.clause() == Clause.FUNDING
                        ? new AgreementText.Article(
                            one.clause(),
                            one.number(),
                            one.title(),
                            Stream.concat(one.paragraphs().stream(), Stream.of("{{" + PLAN + "}}"))
                                .toList())
                        : one)
            .toList();
    ArticlesText read = ArticlesText.read(ArticlesText.write(articles));
    if (!read.faults().isEmpty()) {
      return asWritten(articles);
    }
    return Template.read(
            read.template(), AgreementPaper.ARTICLES.fields(), AgreementPaper.ARTICLES.parts())
        .getTemplate()
        .fill(filling.fields(), filling.parts())
        .blocks();
  }

  /** Articles that were accepted once and are no text with fields: their words, as they are. */
  private static List<Block> asWritten(List<AgreementText.Article> articles) {
    List<Block> blocks = new ArrayList<>();
    for (AgreementText.Article one : articles) {
      blocks.add(new Heading(Heading.HIGHEST, reference(one)));
      one.paragraphs().forEach(paragraph -> blocks.add(Paragraph.of(paragraph)));
    }
    return blocks;
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

  private List<Block> changes(Act.Amended one) {
    Terms before = reckoning.termsOn(one.on().minusDays(1));
    List<List<String>> changes =
        TermsChange.between(before, one.terms(), FRENCH, true).stream()
            .map(change -> List.of(change.what(), change.before(), change.after()))
            .toList();
    return changes.isEmpty() ? List.of() : List.of(grid(changes));
  }

  private static Grid grid(List<List<String>> changes) {
    return Grid.of(
        FRENCH.text("agreement.paper.changes"),
        Stream.of("what", "before", "after")
            .map(name -> Column.text(FRENCH.text("agreement.paper.changes." + name)))
            .toList(),
        changes);
  }

  /** "Article 7.1 · Résiliation", or what stands in its place when the text has none. */
  private static String article(AgreementText text, Clause clause) {
    return text.articles().stream()
        .filter(one -> one.clause() == clause)
        .findFirst()
        .map(Paperwork::reference)
        .orElseGet(() -> FRENCH.text("agreement.paper.no-article"));
  }

  private static String reference(AgreementText.Article article) {
    return FRENCH.text("agreement.paper.article", article.number(), article.title());
  }

  private static String money(Euros sum) {
    return FRENCH.euros(sum.cents());
  }
}
