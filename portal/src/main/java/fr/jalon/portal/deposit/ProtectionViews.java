package fr.jalon.portal.deposit;

import fr.jalon.engine.Sentences;
import fr.jalon.engine.rule.mend.Choice;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.deposit.MendsView.Change;
import fr.jalon.portal.deposit.ProtectionView.Card;
import fr.jalon.portal.deposit.ProtectionView.Decided;
import fr.jalon.portal.deposit.ProtectionView.Place;
import fr.jalon.portal.deposit.ProtectionView.Removal;
import fr.jalon.portal.deposit.ProtectionView.Way;
import fr.jalon.portal.web.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the page about data that speak of people, and tells decisions elsewhere. */
final class ProtectionViews {
  private static final int CHANGES_SHOWN = 3;

  private final Page page;
  private final Sentences sentences;

  ProtectionViews(Page page) {
    this.page = page;
    this.sentences = Sentences.in(page.messages().locale());
  }

  ProtectionView of(Deposit deposit, Person visitor, String notice) {
    List<Card> cards = new ArrayList<>();
    List<Removal> removable = new ArrayList<>();
    for (Sighting sighting : deposit.undecided()) {
      Card card = card(deposit, sighting, cards.size());
      cards.add(card);
      sighting.choices().stream()
          // which of several columns goes is chosen one by one
          .filter(choice -> !sighting.isTogether() && choice.choice() == Choice.REMOVE_COLUMN)
          .findFirst()
          .ifPresent(
              choice -> removable.add(new Removal(card.subject(), card.seen(), choice.id())));
    }
    return new ProtectionView(cards, removable, reasons(), decided(deposit, visitor), notice);
  }

  private Card card(Deposit deposit, Sighting sighting, int rank) {
    String subject = sighting.subject();
    return new Card(
        "personne-" + rank,
        subject,
        Protections.seen(deposit.protection().find(subject).orElse(null)),
        sentences.of(sighting.cause()),
        sighting.cause().samples().stream()
            .map(sample -> new Place(sample.address(), sample.value()))
            .toList(),
        sighting.choices().stream().map(this::way).toList());
  }

  private Way way(Proposal choice) {
    return new Way(
        choice.id(),
        sentences.of(choice),
        sentences.action(choice),
        // what is removed or masked needs no picture
        choice.samples().stream()
            .filter(change -> choice.choice() != null && choice.choice().groups())
            .limit(CHANGES_SHOWN)
            .map(change -> new Change(change.address(), change.before(), change.after(), ""))
            .toList());
  }

  private Map<String, String> reasons() {
    Map<String, String> reasons = new LinkedHashMap<>();
    reasons.put("", page.t("deposit.protection.reason.choose"));
    for (LegalReason reason : LegalReason.values()) {
      reasons.put(reason.name(), page.t("deposit.protection.reason." + reason.name()));
    }
    return reasons;
  }

  /** What was decided, the first decision first. */
  List<Decided> decided(Deposit deposit, Person visitor) {
    return deposit.protection().decisions().stream()
        .map(decision -> decided(decision, visitor))
        .toList();
  }

  private Decided decided(Decision decision, Person visitor) {
    Decision.Signature second = decision.confirmation();
    return new Decided(
        decision.subject(),
        Protections.seen(decision),
        sentence(decision),
        page.t("deposit.protection.by", decision.by().name(), decision.by().at()),
        second == null ? "" : page.t("deposit.protection.confirmed", second.name(), second.at()),
        decision.reason() != null && second == null,
        decision.mayBeConfirmedBy(visitor.id()));
  }

  /** A decision in words, without any value of the file. */
  String sentence(Decision decision) {
    if (decision.mend() != null) {
      return sentences.done(decision.mend());
    }
    String reason = page.t("deposit.protection.reason." + decision.reason());
    String column = decision.subject().substring(decision.subject().lastIndexOf(':') + 1);
    String kept =
        column.isEmpty()
            ? page.t("deposit.protection.kept", reason)
            : page.t("deposit.protection.kept-column", column, reason);
    return decision.reference().isEmpty()
        ? kept
        : page.t("deposit.protection.reference", kept, decision.reference());
  }
}
