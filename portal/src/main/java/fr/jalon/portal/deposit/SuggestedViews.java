package fr.jalon.portal.deposit;

import fr.jalon.engine.Sentences;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.portal.deposit.MendsView.Change;
import fr.jalon.portal.deposit.MendsView.Suggested;
import fr.jalon.portal.deposit.SuggestedMend.Part;
import fr.jalon.portal.deposit.SuggestedMends.Clash;
import fr.jalon.portal.deposit.SuggestedMends.Open;
import fr.jalon.portal.web.Page;
import java.util.List;
import java.util.stream.Collectors;

/** Tells what somebody who helps proposes, beside what stands there now. */
final class SuggestedViews {
  private final Page page;
  private final Deposit deposit;
  private final Sentences sentences;

  SuggestedViews(Page page, Deposit deposit) {
    this.page = page;
    this.deposit = deposit;
    this.sentences = Sentences.in(page.messages().locale());
  }

  List<Suggested> of(List<Open> all) {
    return all.stream().map(this::of).toList();
  }

  private Suggested of(Open open) {
    SuggestedMend one = open.suggestion();
    List<Part> cells = one.parts().stream().filter(Part::isCell).toList();
    return new Suggested(
        one.id().toString(),
        one.anchor(),
        one.seen(),
        cells.isEmpty()
            ? page.t("deposit.suggested.mend", one.byName())
            : page.n("deposit.suggested.cells", cells.size(), one.byName()),
        cells.isEmpty() ? sentences.of(one.parts().get(0).mend()) : "",
        cells.stream().map(this::change).toList(),
        cells.isEmpty()
            ? sentences.action(one.parts().get(0).mend())
            : page.t("deposit.suggested.write"),
        open.clashes().stream().map(this::clash).collect(Collectors.joining(" ")));
  }

  private Change change(Part part) {
    Proposal.Change change = part.mend().samples().get(0);
    return new Change(
        change.address(),
        MendsViews.visible(part.shown()),
        change.after(),
        MendTables.href(deposit, null, change.address()));
  }

  private String clash(Clash clash) {
    if (!clash.part().isCell()) {
      return page.t("deposit.suggested.stale.mend");
    }
    String address = clash.part().mend().samples().get(0).address();
    return clash
        .now()
        .map(now -> page.t("deposit.suggested.stale.cell", address, now))
        .orElseGet(() -> page.t("deposit.suggested.stale.gone", address));
  }
}
