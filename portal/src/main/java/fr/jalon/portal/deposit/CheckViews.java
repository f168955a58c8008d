package fr.jalon.portal.deposit;

import fr.jalon.engine.Sentences;
import fr.jalon.engine.rule.Cause;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.deposit.CheckView.ColumnLine;
import fr.jalon.portal.deposit.CheckView.Left;
import fr.jalon.portal.deposit.CheckView.Line;
import fr.jalon.portal.web.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the page where everything is checked, for its depositor and for those who agree. */
final class CheckViews {
  private final Page page;
  private final Sentences sentences;

  CheckViews(Page page) {
    this.page = page;
    this.sentences = Sentences.in(page.messages().locale());
  }

  /**
   * @param draft what will be told
   * @param published what all see now, null when nothing is public yet
   * @param visitor who looks
   */
  CheckView of(Deposit deposit, Draft draft, @Nullable Version published, Person visitor) {
    Outcome outcome = deposit.written();
    return new CheckView(
        draft.title(),
        draft.summary(),
        facts(draft, outcome),
        new ReadingViews(page).table(deposit.seen(), List.of()),
        columns(draft, outcome),
        Corrections.sentences(deposit.applied(), page.messages().locale()),
        new MendsViews(page).leftOut(deposit),
        deposit.unsettled().stream()
            .sorted(Comparator.comparing(Cause::severity))
            .map(this::left)
            .toList(),
        new ProtectionViews(page).decided(deposit, visitor),
        outcome.distributions().stream()
            .map(file -> new Line(file.format().name(), page.size(file.size())))
            .toList(),
        published == null ? null : new RenewalViews(page).of(deposit, draft, published));
  }

  private List<Line> facts(Draft draft, Outcome outcome) {
    List<Line> facts = new ArrayList<>();
    facts.add(
        line(
            "deposit.facts.rows",
            page.n(
                "deposit.facts.rows-by-columns",
                outcome.export().rows(),
                (long) outcome.export().columns().size())));
    if (draft.theme() != null) {
      facts.add(line("deposit.description.theme", page.t("deposit.theme." + draft.theme().name())));
    }
    facts.add(line("deposit.description.keywords", String.join(", ", draft.keywords())));
    if (draft.territory() != null) {
      facts.add(
          line("deposit.description.territory", DescriptionViews.label(page, draft.territory())));
    }
    facts.add(line("deposit.description.period", draft.period()));
    facts.add(
        line(
            "deposit.description.frequency",
            page.t("deposit.frequency." + draft.frequency().name())));
    if (draft.license() != null) {
      facts.add(
          line("deposit.description.license", page.t("deposit.license." + draft.license().name())));
      facts.add(line("deposit.description.license.reference", draft.licenseReference()));
    }
    facts.add(line("deposit.description.contact", draft.contact()));
    return facts.stream().filter(line -> !line.value().isBlank()).toList();
  }

  private Line line(String key, String value) {
    return new Line(page.t(key), value);
  }

  private List<ColumnLine> columns(Draft draft, Outcome outcome) {
    return outcome.export().columns().stream()
        .map(
            column ->
                new ColumnLine(
                    column.name(),
                    sentences.kind(column.kind()),
                    draft.columns().getOrDefault(column.name(), "")))
        .toList();
  }

  private Left left(Cause cause) {
    return new Left(
        cause.severity().name().toLowerCase(Locale.ROOT),
        sentences.of(cause),
        "carte-" + cause.code());
  }
}
