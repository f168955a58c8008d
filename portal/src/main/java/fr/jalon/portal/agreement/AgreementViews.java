package fr.jalon.portal.agreement;

import fr.jalon.portal.agreement.AgreementView.Field;
import fr.jalon.portal.agreement.AgreementView.Form;
import fr.jalon.portal.agreement.AgreementView.Happened;
import fr.jalon.portal.agreement.AgreementView.Line;
import fr.jalon.portal.agreement.AgreementView.Preview;
import fr.jalon.portal.agreement.AgreementView.Silence;
import fr.jalon.portal.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells an agreement: every date and every sum with the article it comes from. */
final class AgreementViews {
  /** Days without the other signature after which it is said how long it has been awaited. */
  private static final int PATIENCE_DAYS = 1;

  private final Page page;
  private final LocalDate today;

  AgreementViews(Page page, LocalDate today) {
    this.page = page;
    this.today = today;
  }

  /**
   * @param day the day whose terms are asked
   * @param known by what was known at that moment, null for now
   */
  AgreementView of(
      Agreement agreement,
      String authority,
      Viewer viewer,
      LocalDate day,
      @Nullable Instant known) {
    Reckoning reckoning =
        known == null ? agreement.reckon() : Reckoning.asKnown(agreement.facts(), known);
    Position now = reckoning.on(today);
    AgreementText text = agreement.text();
    List<Doubt> met = now.doubts();
    return new AgreementView(
        authority,
        href(agreement),
        agreement.revision(),
        state(now, text),
        next(reckoning, now, viewer),
        nextAct(reckoning, now, viewer),
        viewer.money() ? sums(now, text) : List.of(),
        viewer.money() ? funding(now.terms(), text) : List.of(),
        terms(reckoning.on(day), text, viewer),
        day.toString(),
        page.date(day),
        story(agreement, viewer),
        met.stream().map(doubt -> silence(reckoning, doubt, text, viewer)).toList(),
        viewer.records()
            ? Stream.of(Doubt.values())
                .filter(doubt -> !met.contains(doubt))
                .map(doubt -> silence(reckoning, doubt, text, viewer))
                .toList()
            : List.of(),
        forms(reckoning, now, viewer),
        notices(reckoning),
        papers(agreement, viewer));
  }

  static String href(Agreement agreement) {
    return "/conventions/" + agreement.id();
  }

  String state(Position now, AgreementText text) {
    String end = now.lastDay() == null ? "" : page.date(now.lastDay());
    String start = now.start() == null ? "" : page.date(now.start());
    Clause clause = now.ending() == null ? Clause.DURATION : now.ending().act().clause();
    return page.t("agreement.state." + now.status(), start, end, reference(text, clause)).strip();
  }

  private String next(Reckoning reckoning, Position now, Viewer viewer) {
    return switch (now.status()) {
      case DRAFT -> page.t("agreement.next.draft");
      case SENT, PARTLY_SIGNED -> missing(reckoning);
      case IN_FORCE -> notice(now, viewer);
      case ENDED_BY_TERM, TERMINATED, ENDED_BY_MEMBERSHIP_LOSS, ENDED_BY_BOTH, ENDED_OUTSIDE ->
          viewer.money() && !now.remaining().isZero()
              ? page.t("agreement.next.remaining", money(now.remaining()))
              : "";
      case GIVEN_UP -> "";
    };
  }

  private String missing(Reckoning reckoning) {
    LocalDate since = reckoning.acts(Act.Sent.class).map(Act::on).findFirst().orElse(today);
    long days = ChronoUnit.DAYS.between(since, today);
    boolean ours = reckoning.findSignature(Party.ORGANIZER).isEmpty();
    boolean theirs = reckoning.findSignature(Party.BENEFICIARY).isEmpty();
    String who = ours && theirs ? "both" : ours ? "organizer" : "beneficiary";
    return days < PATIENCE_DAYS
        ? page.t("agreement.next.signature." + who)
        : page.n("agreement.next.signature." + who + ".since", days);
  }

  private String notice(Position now, Viewer viewer) {
    Window window = now.terms().notice();
    if (!viewer.money() || now.toNotice().isZero()) {
      return "";
    }
    if (window.contains(today)) {
      return page.t("agreement.next.notice", money(now.toNotice()), page.date(window.to()));
    }
    return today.isAfter(window.to())
        ? page.t("agreement.next.notice.late", money(now.toNotice()), page.date(window.to()))
        : "";
  }

  private static String nextAct(Reckoning reckoning, Position now, Viewer viewer) {
    return switch (now.status()) {
      case DRAFT -> viewer.records() ? "sent" : "";
      case SENT, PARTLY_SIGNED ->
          !viewer.records()
              ? ""
              : reckoning.findSignature(Party.BENEFICIARY).isEmpty()
                  ? "signed-beneficiary"
                  : "signed-organizer";
      case IN_FORCE,
          ENDED_BY_TERM,
          TERMINATED,
          ENDED_BY_MEMBERSHIP_LOSS,
          ENDED_BY_BOTH,
          ENDED_OUTSIDE ->
          !viewer.bills() ? "" : now.toNotice().isZero() ? "paid" : "noticed";
      case GIVEN_UP -> "";
    };
  }

  private List<Line> sums(Position now, AgreementText text) {
    String article = reference(text, Clause.FUNDING);
    List<Line> sums = new ArrayList<>();
    String why =
        now.ending() == null || now.due().isZero()
            ? article
            : reference(text, now.ending().act().clause());
    sums.add(new Line(page.t("agreement.sum.due"), money(now.due()), why));
    sums.add(new Line(page.t("agreement.sum.noticed"), money(now.noticed()), article));
    sums.add(new Line(page.t("agreement.sum.paid"), money(now.paid()), ""));
    sums.add(new Line(page.t("agreement.sum.remaining"), money(now.remaining()), ""));
    if (!now.overpaid().isZero()) {
      sums.add(new Line(page.t("agreement.sum.overpaid"), money(now.overpaid()), ""));
    }
    if (now.disputed()) {
      sums.add(new Line(page.t("agreement.sum.disputed"), page.t("agreement.yes"), ""));
    }
    return sums;
  }

  private List<Line> funding(Terms terms, AgreementText text) {
    List<Line> lines = new ArrayList<>();
    terms
        .funding()
        .lines()
        .forEach(line -> lines.add(new Line(line.funder(), money(line.amount()), "")));
    lines.add(
        new Line(
            page.t("agreement.funding.budget"),
            money(terms.funding().budget()),
            reference(text, Clause.FUNDING)));
    return lines;
  }

  private List<Line> terms(Position on, AgreementText text, Viewer viewer) {
    Terms terms = on.terms();
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(page.t("agreement.terms.state"), page.t("agreement.status." + on.status()), ""));
    lines.add(new Line(page.t("agreement.terms.beneficiary"), terms.beneficiary(), ""));
    lines.add(new Line(page.t("agreement.terms.signatory"), terms.signatory(), ""));
    lines.add(
        new Line(
            page.t("agreement.terms.address"), terms.address(), reference(text, Clause.DOMICILE)));
    lines.add(
        new Line(
            page.t("agreement.terms.end"),
            page.date(terms.end()),
            reference(text, Clause.DURATION)));
    lines.add(
        new Line(
            page.t("agreement.terms.until"),
            page.date(terms.accompaniedUntil()),
            reference(text, Clause.ACCOMPANIMENT)));
    lines.add(
        new Line(
            page.t("agreement.terms.sessions"),
            page.number(terms.sessions()),
            reference(text, Clause.ACCOMPANIMENT)));
    if (viewer.money()) {
      lines.add(
          new Line(
              page.t("agreement.terms.contribution"),
              money(terms.funding().contribution()),
              reference(text, Clause.FUNDING)));
      lines.add(
          new Line(
              page.t("agreement.terms.notice"),
              page.t(
                  "agreement.window",
                  page.date(terms.notice().from()),
                  page.date(terms.notice().to())),
              reference(text, Clause.FUNDING)));
    }
    return lines;
  }

  private List<Happened> story(Agreement agreement, Viewer viewer) {
    Set<UUID> standing =
        Reckoning.standing(agreement.facts()).stream().map(Fact::id).collect(Collectors.toSet());
    List<Happened> story = new ArrayList<>();
    for (Fact fact : agreement.facts()) {
      if (!viewer.money() && isOfMoney(fact.act())) {
        continue;
      }
      boolean correction = fact.act() instanceof Act.Corrected;
      boolean stands = standing.contains(fact.id());
      story.add(
          new Happened(
              fact.id().toString(),
              page.date(fact.act().on()),
              page.t("agreement.act." + kind(fact.act())),
              details(fact.act(), agreement, viewer),
              page.t("agreement.recorded", fact.author(), page.date(fact.recordedAt())),
              reference(agreement.text(), fact.act().clause()),
              fact.document() == null || !viewer.money()
                  ? null
                  : href(agreement) + "/pieces/" + fact.id(),
              viewer.records() && stands && !(fact.act() instanceof Act.Drafted),
              !stands && !correction));
    }
    Collections.reverse(story);
    return story;
  }

  private static boolean isOfMoney(Act act) {
    return act instanceof Act.Noticed
        || act instanceof Act.NoticeReduced
        || act instanceof Act.Paid
        || act instanceof Act.Disputed
        || act instanceof Act.DisputeSettled
        || act instanceof Act.EndedByBoth;
  }

  private String details(Act act, Agreement agreement, Viewer viewer) {
    if (act instanceof Act.Signed one) {
      return page.t("agreement.details.signed." + one.party(), one.by());
    }
    if (act instanceof Act.Amended one) {
      return amendment(agreement, one, viewer);
    }
    if (act instanceof Act.Terminated one) {
      return one.effect() == null
          ? ""
          : page.t("agreement.details.effect", page.date(one.effect()));
    }
    if (act instanceof Act.EndedByBoth one) {
      return page.t("agreement.details.due", money(one.due()));
    }
    if (act instanceof Act.Decided one) {
      return page.t(
          "agreement.details.decided",
          page.t("agreement.doubt." + one.doubt().key()),
          page.t("agreement.choice." + one.choice().key()),
          one.reason());
    }
    if (act instanceof Act.Noticed one) {
      return page.t("agreement.details.noticed", money(one.amount()), one.number(), one.debtor());
    }
    if (act instanceof Act.NoticeReduced one) {
      return page.t("agreement.details.reduced", money(one.by()), one.number());
    }
    if (act instanceof Act.Paid one) {
      return page.t("agreement.details.paid", money(one.amount()), one.reference());
    }
    return reason(act);
  }

  private static String reason(Act act) {
    if (act instanceof Act.MembershipLost one) {
      return one.reason();
    }
    if (act instanceof Act.GivenUp one) {
      return one.reason();
    }
    if (act instanceof Act.EndedOutside one) {
      return one.reason();
    }
    if (act instanceof Act.Disputed one) {
      return one.reason();
    }
    if (act instanceof Act.DisputeSettled one) {
      return one.reason();
    }
    return act instanceof Act.Corrected one ? one.reason() : "";
  }

  /** What an amendment changes, before → after. */
  private String amendment(Agreement agreement, Act.Amended one, Viewer viewer) {
    Terms before = agreement.reckon().termsOn(one.on().minusDays(1));
    return TermsChange.between(before, one.terms(), page.messages(), viewer.money()).stream()
        .map(change -> page.t("agreement.change", change.what(), change.before(), change.after()))
        .collect(Collectors.joining(" "));
  }

  private Silence silence(Reckoning reckoning, Doubt doubt, AgreementText text, Viewer viewer) {
    Doubt.Choice holds = reckoning.choice(doubt);
    Map<String, String> choices = new LinkedHashMap<>();
    doubt
        .choices()
        .forEach(choice -> choices.put(choice.key(), page.t("agreement.choice." + choice.key())));
    String said =
        holds == null
            ? ""
            : page.t(
                reckoning.isDecided(doubt) ? "agreement.doubt.decided" : "agreement.doubt.usual",
                page.t("agreement.choice." + holds.key()));
    return new Silence(
        doubt.key(),
        page.t("agreement.doubt." + doubt.key()),
        reference(text, doubt.clause()),
        said,
        holds == null ? "" : holds.key(),
        choices,
        viewer.records());
  }

  private List<Form> forms(Reckoning reckoning, Position now, Viewer viewer) {
    List<Form> forms = new ArrayList<>();
    boolean signed = reckoning.findStart().isPresent();
    boolean ended = now.ending() != null || now.status().isOver();
    if (viewer.records() && !signed && now.status() != Status.GIVEN_UP) {
      forms.add(form("sent", "sign", false, date("on")));
      for (Party party : Party.values()) {
        if (reckoning.findSignature(party).isEmpty()) {
          String act = party == Party.ORGANIZER ? "signed-organizer" : "signed-beneficiary";
          forms.add(form(act, "sign", false, date("on"), words("by", "")));
        }
      }
      forms.add(form("given-up", "end", true, date("on"), words("reason", "")));
    }
    if (viewer.records() && signed && !ended) {
      forms.add(amendment(now.terms()));
      forms.add(form("terminated", "end", true, date("on"), optionalDate("effect")));
      forms.add(form("membership-lost", "end", true, date("on"), words("reason", "")));
      forms.add(
          form("ended-by-both", "end", true, date("ours"), date("theirs"), amount("due", "")));
      forms.add(form("ended-outside", "end", true, date("on"), words("reason", "")));
      forms.add(form("renewed", "end", false));
    }
    if (viewer.bills() && signed) {
      forms.addAll(bills(reckoning, now));
    }
    return forms;
  }

  private List<Form> bills(Reckoning reckoning, Position now) {
    List<Form> forms = new ArrayList<>();
    if (!now.toNotice().isZero()) {
      forms.add(
          form(
              "noticed",
              "money",
              true,
              date("on"),
              words("number", ""),
              amount("amount", plain(now.toNotice())),
              words("debtor", now.terms().beneficiary() + ", " + now.terms().address())));
    }
    if (!now.remaining().isZero()) {
      forms.add(
          form(
              "paid",
              "money",
              false,
              date("on"),
              amount("amount", plain(now.remaining())),
              words("reference", "")));
    }
    if (reckoning.acts(Act.Noticed.class).findAny().isPresent()) {
      Field notice = field("notice", "notice", true, "");
      forms.add(
          form(
              "notice-reduced",
              "money",
              true,
              notice,
              date("on"),
              amount("amount", ""),
              words("number", "")));
      forms.add(form("disputed", "money", false, notice, date("on"), words("reason", "")));
      if (now.disputed()) {
        forms.add(form("dispute-settled", "money", false, notice, date("on"), words("reason", "")));
      }
    }
    return forms;
  }

  private Form amendment(Terms terms) {
    List<Field> fields = new ArrayList<>();
    fields.add(date("ours"));
    fields.add(date("theirs"));
    fields.add(optionalDate("on"));
    fields.add(field("end", "date", false, terms.end().toString()));
    fields.add(field("until", "date", false, terms.accompaniedUntil().toString()));
    fields.add(field("sessions", "amount", false, Integer.toString(terms.sessions())));
    for (int i = 0; i < Math.min(ActForm.MOST_LINES, terms.funding().lines().size()); i++) {
      FundingLine line = terms.funding().lines().get(i);
      fields.add(new Field("line" + i, line.funder(), "", "amount", false, plain(line.amount())));
    }
    fields.add(field("beneficiary", "text", false, terms.beneficiary()));
    fields.add(field("signatory", "text", false, terms.signatory()));
    fields.add(field("address", "text", false, terms.address()));
    return new Form(
        "amended",
        page.t("agreement.form.amended"),
        page.t("agreement.form.amended.help"),
        fields,
        true,
        "end");
  }

  private Form form(String act, String group, boolean previewed, Field... fields) {
    return new Form(
        act,
        page.t("agreement.form." + act),
        page.t("agreement.form." + act + ".help"),
        List.of(fields),
        previewed,
        group);
  }

  private Field date(String name) {
    return field(name, "date", true, today.toString());
  }

  private Field optionalDate(String name) {
    return field(name, "date", false, "");
  }

  private Field words(String name, String value) {
    return field(name, "text", true, value);
  }

  private Field amount(String name, String value) {
    return field(name, "amount", true, value);
  }

  private Field field(String name, String type, boolean required, String value) {
    return new Field(name, page.t("agreement.field." + name), "", type, required, value);
  }

  private Map<String, String> notices(Reckoning reckoning) {
    Map<String, String> notices = new LinkedHashMap<>();
    reckoning
        .acts(Act.Noticed.class)
        .forEach(
            one ->
                notices.put(
                    one.notice().toString(),
                    page.t(
                        "agreement.details.noticed",
                        money(one.amount()),
                        one.number(),
                        one.debtor())));
    return notices;
  }

  AgreementView.Listed listed(Agreement agreement, String authority, Viewer viewer) {
    Position now = agreement.reckon().on(today);
    String mark =
        switch (now.status()) {
          case DRAFT, SENT, PARTLY_SIGNED -> "warning";
          case IN_FORCE -> "done";
          case ENDED_BY_TERM,
              TERMINATED,
              ENDED_BY_MEMBERSHIP_LOSS,
              ENDED_BY_BOTH,
              ENDED_OUTSIDE,
              GIVEN_UP ->
              "advice";
        };
    return new AgreementView.Listed(
        authority,
        href(agreement),
        page.t("agreement.status." + now.status()),
        mark,
        viewer.money() ? money(now.remaining()) : "");
  }

  private Map<String, String> papers(Agreement agreement, Viewer viewer) {
    Map<String, String> papers = new LinkedHashMap<>();
    if (!viewer.money()) {
      return papers;
    }
    Paperwork.papers(agreement, today)
        .forEach(
            (name, one) -> {
              String title = page.t(one.kind().messageKey());
              papers.put(
                  name,
                  one.number().isEmpty()
                      ? title
                      : page.t("agreement.papers.numbered", title, one.number()));
            });
    return papers;
  }

  /** What an act will do, in words. */
  Preview preview(
      Agreement agreement, String authority, Act act, Agreements.Preview change, ActForm form) {
    return new Preview(
        authority,
        href(agreement),
        agreement.revision(),
        page.t("agreement.form." + form.kind()),
        sentences(agreement, act, change.before(), change.after()),
        form.fields());
  }

  private List<String> sentences(Agreement agreement, Act act, Position before, Position after) {
    AgreementText text = agreement.text();
    List<String> said = new ArrayList<>();
    if (act instanceof Act.Noticed noticed) {
      said.add(page.t("agreement.preview.noticed", money(noticed.amount()), noticed.debtor()));
      Window window = before.terms().notice();
      if (!window.contains(noticed.on())) {
        said.add(
            page.t(
                "agreement.preview.outside-window",
                page.date(window.from()),
                page.date(window.to()),
                reference(text, Clause.FUNDING)));
      }
      return said;
    }
    if (act instanceof Act.NoticeReduced reduced) {
      said.add(page.t("agreement.preview.reduced", money(reduced.by())));
      return said;
    }
    if (act instanceof Act.GivenUp) {
      said.add(page.t("agreement.preview.given-up"));
      return said;
    }
    String end = after.lastDay() == null ? "" : page.date(after.lastDay());
    if (act instanceof Act.Amended amended) {
      String changes = amendment(agreement, amended, new Viewer(true, true, true));
      said.add(
          changes.isEmpty()
              ? page.t("agreement.preview.no-change")
              : page.t("agreement.preview.amended", page.date(amended.on()), changes));
    } else {
      said.add(
          page.t(
              "agreement.preview." + kind(act),
              end,
              reference(text, act.clause()),
              page.date(act.on())));
    }
    if (after.lastDay() != null && after.lastDay().equals(before.lastDay())) {
      said.add(page.t("agreement.preview.same-end"));
    }
    said.add(money(before, after, text));
    after.doubts().stream()
        .filter(doubt -> !before.doubts().contains(doubt))
        .forEach(
            doubt ->
                said.add(
                    page.t(
                        "agreement.preview.to-decide", page.t("agreement.doubt." + doubt.key()))));
    return said;
  }

  private String money(Position before, Position after, AgreementText text) {
    String due =
        after.due().equals(before.due())
            ? page.t(
                "agreement.preview.due.same", money(after.due()), reference(text, Clause.FUNDING))
            : page.t("agreement.preview.due.now", money(after.due()));
    String rest =
        after.overpaid().isZero()
            ? page.t("agreement.preview.remaining", money(after.paid()), money(after.remaining()))
            : page.t("agreement.preview.overpaid", money(after.paid()), money(after.overpaid()));
    return due + " " + rest;
  }

  /** What the text says to whoever asks for a renewal. */
  static String noRenewal(AgreementText text) {
    return text.articles().stream()
        .filter(article -> article.clause() == Clause.DURATION)
        .flatMap(article -> article.paragraphs().stream())
        .filter(paragraph -> paragraph.contains("renouvel"))
        .findFirst()
        .orElse("");
  }

  private String reference(AgreementText text, Clause clause) {
    String article = text.reference(clause);
    return article.isEmpty() ? "" : "(" + article + ")";
  }

  static String kind(Act act) {
    if (act instanceof Act.Signed signed) {
      return signed.party() == Party.ORGANIZER ? "signed-organizer" : "signed-beneficiary";
    }
    String name = act.getClass().getSimpleName();
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private String money(Euros sum) {
    return page.messages().euros(sum.cents());
  }

  private static String plain(Euros sum) {
    return sum.cents() % 100 == 0
        ? Long.toString(sum.cents() / 100)
        : String.format(Locale.ROOT, "%d,%02d", sum.cents() / 100, sum.cents() % 100);
  }
}
